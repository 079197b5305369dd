"""What stands below the map: the legend, and who answers for it."""

from collections.abc import Iterator, Sequence

from cjm_cli.figure import figure
from cjm_cli.page.layout.boxes import beside, stack, text_box
from cjm_cli.page.layout.curve import BEFORE
from cjm_cli.page.layout.signs import face, star
from cjm_cli.page.layout.sizes import SMALL, Sizes
from cjm_cli.page.page import Fact, Footer, LegendEntry
from cjm_cli.page.scene import Box, Curve, Paint, Rect, Shape
from cjm_cli.page.text import measure, visible

SIGN = 20
BETWEEN = 24
SLACK = 1.25
"""A fallback font may be wider than the one that we measure."""


def footer_box(footer: Footer, sizes: Sizes) -> Box:
    """The legend in one or more lines, then the facts in one."""
    facts = "   ·   ".join(_fact(fact) for fact in footer.facts)
    return stack([_flow(footer.legend, sizes.content), text_box(facts, SMALL, sizes.content, color="muted")], gap=8)


def _fact(fact: Fact) -> str:
    return f"{fact.label}: {', '.join(fact.texts)}"


def _flow(entries: Sequence[LegendEntry], width: float) -> Box:
    rows: list[list[tuple[float, Box]]] = [[]]
    x = 0.0
    for entry in entries:
        taken = SIGN + measure(visible(entry.text), SMALL) * SLACK
        if x and x + taken > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, _entry(entry, taken)))
        x += taken + BETWEEN
    return stack([beside(row) for row in rows], gap=4)


def _entry(entry: LegendEntry, width: float) -> Box:
    words = text_box(entry.text, SMALL, width - SIGN, color="muted")

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield from _sign(entry.sign, x, y + words.height / 2)
        yield from words.draw(x + SIGN, y)

    return Box(words.height, draw)


def _sign(sign: str, x: float, middle: float) -> Iterator[Shape]:
    match sign:
        case "moment":
            yield star(x + 7, middle, 6.5)
        case "observed" | "assumed":
            yield from face(x + 7, middle, 1, assumed=sign == "assumed", radius=6.5)
        case "before":
            yield Curve(f"M{figure(x)},{figure(middle)}L{figure(x + 14)},{figure(middle)}", BEFORE)
        case _:
            yield Rect(x + 1, middle - 6, 12, 12, Paint(fill=f"{sign}-tint"))
            yield Rect(x + 1, middle - 6, 3, 12, Paint(fill=sign))
