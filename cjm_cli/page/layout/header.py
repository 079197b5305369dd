"""What stands above the map: ribbons, portrait, title, scenario and goals."""

from collections.abc import Iterator, Sequence

from cjm_cli.page.layout.boxes import backed, balanced, beside, bullet, inset, stack, text_box
from cjm_cli.page.layout.sizes import CAPS, LEAD, NAME, SMALL, SMALL_STRONG, STRONG, TITLE, Sizes
from cjm_cli.page.page import Badge, Fact, Header, PersonaCard
from cjm_cli.page.scene import EMPTY, Box, Circle, Paint, Picture, Rect, Shape, TextLine
from cjm_cli.page.text import Font, measure, visible
from cjm_cli.page.theme import Logo

PORTRAIT = 26
"""Radius."""
INITIALS = Font(17, bold=True)
QUOTE = Font(13, italic=True)
BESIDE_PORTRAIT = 2 * PORTRAIT + 16
BADGES = 150
LOGO = 44
"""How high a logo may be."""
PLATE = 8
"""How far the ground of a logo reaches beyond it."""
COLUMN_GAP = 32
FACT_COLUMNS = 3


def header_box(header: Header, sizes: Sizes, logo: Logo | None = None) -> Box:
    """The header; its height follows its text."""
    width = sizes.content
    title_width = (width - BADGES) * 0.36
    facts_width = width - BADGES - title_width
    ribbons = [ribbon_box(badge, width) for badge in header.badges if badge.ribbon]
    badges = badges_box([badge for badge in header.badges if not badge.ribbon])
    body = beside(
        (
            (0, _titles(header, title_width - COLUMN_GAP)),
            (title_width, _facts(header.facts, facts_width - COLUMN_GAP)),
            (width - BADGES, stack([_logo(logo), badges], gap=16)),
        )
    )
    return stack([stack(ribbons, gap=4), inset(body, bottom=8)], gap=16)


def ribbon_box(badge: Badge, width: float) -> Box:
    """A badge that runs across the top."""
    label = badge.text.upper()
    label_width = measure(visible(label), STRONG) + 28
    words = beside(
        (
            (14, text_box(label, STRONG, label_width, color="on-ribbon")),
            (label_width, text_box(badge.explanation, LEAD, width - label_width - 14, color="on-ribbon")),
        )
    )
    return backed(inset(words, top=5, bottom=5), width, Paint(fill="ribbon"), radius=4)


def _titles(header: Header, width: float) -> Box:
    personas = [_persona(persona, width) for persona in header.personas]
    summary = text_box(header.summary, LEAD, width, color="muted")
    kind = text_box(header.kind.upper(), CAPS, width, color="accent")
    title = stack([kind, text_box(header.title, TITLE, width)], gap=4)
    return stack([title, summary, *personas], gap=10)


def _persona(persona: PersonaCard, width: float) -> Box:
    beside_portrait = width - BESIDE_PORTRAIT
    words = stack(
        [
            text_box(persona.name, NAME, beside_portrait),
            text_box(persona.role, LEAD, beside_portrait, color="muted"),
            text_box(persona.summary, LEAD, beside_portrait),
            text_box(f"“{persona.quote}”", QUOTE, beside_portrait) if persona.quote else EMPTY,
        ],
        gap=2,
    )
    return beside(((0, portrait(persona.initials)), (BESIDE_PORTRAIT, words)))


def portrait(initials: str, radius: float = PORTRAIT, font: Font = INITIALS) -> Box:
    """The initials of somebody in a circle."""

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield Circle(x + radius, y + radius, radius, Paint(fill="stage"))
        baseline = y + radius + font.size * 0.36
        yield TextLine(x, baseline, 2 * radius, visible(initials), font, "on-stage", align=0.5)

    return Box(2 * radius, draw)


def _facts(facts: Sequence[Fact], width: float) -> Box:
    """Facts in reading order, in columns of about the same height."""
    column = (width - (FACT_COLUMNS - 1) * COLUMN_GAP) / FACT_COLUMNS
    boxes = [fact_box(fact, column) for fact in facts]
    columns = balanced(boxes, FACT_COLUMNS)
    return beside([(i * (column + COLUMN_GAP), stack(found, gap=12)) for i, found in enumerate(columns)])


def fact_box(fact: Fact, width: float) -> Box:
    """A label in small capitals, and its texts."""
    several = len(fact.texts) > 1
    texts = [bullet(text, LEAD, width) if several else text_box(text, LEAD, width) for text in fact.texts]
    return stack([text_box(fact.label.upper(), CAPS, width, color="muted"), *texts], gap=2)


def _logo(logo: Logo | None) -> Box:
    """At the right edge, as large as it is but no larger than its room; its plate reaches beyond."""
    if logo is None:
        return EMPTY
    scale = min(1, BADGES / logo.width, LOGO / logo.height)
    width, height = logo.width * scale, logo.height * scale

    def draw(x: float, y: float) -> Iterator[Shape]:
        left = x + BADGES - width
        yield Rect(left - PLATE, y - PLATE, width + 2 * PLATE, height + 2 * PLATE, Paint(fill="plate"), 6)
        yield Picture(left, y, width, height, logo.data, logo.alt)

    return Box(height, draw)


def badges_box(badges: Sequence[Badge]) -> Box:
    """The other badges, at the right edge."""
    fonts = [SMALL_STRONG, *[SMALL] * len(badges)]
    colors = ["accent", *["muted"] * len(badges)]
    return stack(
        [
            text_box(badge.text, font, BADGES, color=color, align=1)
            for badge, font, color in zip(badges, fonts, colors, strict=False)
        ],
        gap=2,
    )
