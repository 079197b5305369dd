"""Somebody at the head of a page of their own: portrait, name, what they say, and the facts."""

from collections.abc import Iterator, Sequence

from cjm_cli.page.layout.boxes import backed, balanced, beside, inset, stack, text_box
from cjm_cli.page.layout.header import BADGES, badges_box, fact_box, portrait, ribbon_box
from cjm_cli.page.layout.sizes import CAPS, LEAD, Sizes
from cjm_cli.page.page import Fact, Profile
from cjm_cli.page.scene import EMPTY, Box, Paint, Rect, Shape
from cjm_cli.page.text import Font

RADIUS = 48
INITIALS = Font(32, bold=True)
NAME = Font(28, bold=True)
ROLE = Font(15)
QUOTE = Font(19, italic=True)
GAP = 24
FACT_COLUMNS = 5


def profile_box(profile: Profile, sizes: Sizes) -> Box:
    """All of it, beneath each other."""
    width = sizes.content
    ribbons = [ribbon_box(badge, width) for badge in profile.badges if badge.ribbon]
    beside_portrait = 2 * RADIUS + GAP
    head = beside(
        (
            (0, portrait(profile.initials, RADIUS, INITIALS)),
            (beside_portrait, _words(profile, width - beside_portrait - BADGES - GAP)),
            (width - BADGES, badges_box([badge for badge in profile.badges if not badge.ribbon])),
        )
    )
    return stack([stack(ribbons, gap=4), head, _quote(profile.quote, width), _facts(profile.facts, width)], gap=18)


def _words(profile: Profile, width: float) -> Box:
    named = (
        text_box(profile.kind.upper(), CAPS, width, color="accent"),
        text_box(profile.name, NAME, width),
        text_box(profile.role, ROLE, width, color="muted"),
        inset(text_box(profile.summary, LEAD, width), top=4),
    )
    return stack(named, gap=3)


def _quote(quote: str, width: float) -> Box:
    if not quote:
        return EMPTY
    words = inset(text_box(f"“{quote}”", QUOTE, width - 48), left=24, top=14, bottom=16)
    ground = backed(words, width, Paint(fill="surface"), radius=3)

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield from ground.draw(x, y)
        yield Rect(x, y, 4, ground.height, Paint(fill="accent"))

    return Box(ground.height, draw)


def _facts(facts: Sequence[Fact], width: float) -> Box:
    if not facts:
        return EMPTY
    column = (width - (FACT_COLUMNS - 1) * GAP) / FACT_COLUMNS
    columns = balanced([fact_box(fact, column) for fact in facts], FACT_COLUMNS)
    return beside([(i * (column + GAP), stack(found, gap=10)) for i, found in enumerate(columns)])
