"""What stands in a cell: texts, quotes, pills and cards."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cjm_cli.page.cell import Cell, Form, Item, Tone
from cjm_cli.page.layout.boxes import backed, beside, bullet, inset, stack, text_box
from cjm_cli.page.layout.signs import channel_icon
from cjm_cli.page.layout.sizes import BODY, CAPS, GAP, SMALL, SMALL_STRONG, THOUGHT
from cjm_cli.page.scene import Box, Circle, Paint, Rect, Shape, TextLine
from cjm_cli.page.text import clamp, direction, measure, visible

BADGE = 8
"""Radius of a number."""
PILL_HEIGHT = 20
PILL_ICON = 22
PILL_END = 9
SLACK = 1.12
"""A pill has room for a fallback font that is a little wider."""


def cell_box(cell: Cell, width: float) -> Box:
    """All that stands in a cell, pills side by side and the rest beneath each other."""
    runs = [list(run) for _, run in groupby(cell, key=lambda item: item.form is Form.PILL)]
    boxes = [_pills(run, width) if run[0].form is Form.PILL else _stacked(run, width) for run in runs]
    return stack(boxes, gap=GAP)


def _stacked(items: Sequence[Item], width: float) -> Box:
    return stack([item_box(item, width) for item in items], gap=GAP)


def item_box(item: Item, width: float) -> Box:
    """One item by its form."""
    match item.form:
        case Form.THOUGHT:
            return text_box(f"“{item.text}”", THOUGHT, width)
        case Form.QUOTE:
            return _quote(item, width)
        case Form.BULLET:
            beneath = stack(_details(item.details, width - 12), gap=1)
            return stack([bullet(item.text, BODY, width), inset(beneath, left=12)], gap=1)
        case Form.MARK:
            words = stack([text_box(item.text, BODY, width - 14), *_details(item.details, width - 14)], gap=2)
            return _barred(words, width, ground="surface", bar="accent")
        case Form.SERVICE:
            return _service(item, width)
        case Form.CARD:
            return _card(item, width)
        case Form.ASIDE:
            return text_box(" · ".join((item.text, *item.details)), SMALL, width, color="muted")
        case _:
            return stack([text_box(item.text, BODY, width), *_details(item.details[:2], width)], gap=1)


def _details(details: Sequence[str], width: float) -> list[Box]:
    return [text_box(detail, SMALL, width, color="muted") for detail in details]


def _service(item: Item, width: float) -> Box:
    """Who does it, what, and with which system, in a frame of its own."""
    inner = width - 20
    who, *others = item.details
    who_box = text_box(who, SMALL_STRONG, inner, color="accent")
    words = stack([who_box, text_box(item.text, BODY, inner), *_details(others, inner)], gap=2)
    return backed(inset(words, left=10, top=6, bottom=7), width, Paint("paper", "hairline", 1), radius=4)


def _quote(item: Item, width: float) -> Box:
    inner = width - 14
    words = stack([text_box(f"“{item.text}”", THOUGHT, inner), *_details(item.details, inner)], gap=3)
    return _barred(words, width, ground="surface", bar="line")


def _card(item: Item, width: float) -> Box:
    numbers = item.number.split(", ") if item.number else []
    shift = 2 * BADGE + 6 if numbers else 0
    inner = width - 14 - shift
    words = stack([text_box(item.text, BODY, inner), *_details(item.details[:2], inner)], gap=2)
    badges = stack([_number(number, item.tone) for number in numbers], gap=3)
    return _barred(beside(((0, badges), (shift, words))), width, ground=f"{item.tone}-tint", bar=item.tone.value)


def _barred(words: Box, width: float, *, ground: str, bar: str) -> Box:
    """Words on a tinted ground with a bar at the left."""
    card = backed(inset(words, left=10, top=6, bottom=6), width, Paint(fill=ground), radius=2)

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield from card.draw(x, y)
        yield Rect(x, y, 3, card.height, Paint(fill=bar))

    return Box(card.height, draw)


def _number(number: str, tone: Tone) -> Box:
    """A pain point wears its number filled; what answers it wears the same number in outline."""
    filled = tone is Tone.PAIN
    paint = Paint(fill="pain") if filled else Paint(fill="paper", stroke="pain", width=1.2)
    color = "paper" if filled else "pain"

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield Circle(x + BADGE, y + BADGE, BADGE, paint)
        yield TextLine(x, y + BADGE + CAPS.size * 0.36, 2 * BADGE, visible(number), CAPS, color, align=0.5)

    return Box(2 * BADGE, draw)


def _pills(items: Sequence[Item], width: float) -> Box:
    rows: list[list[tuple[float, Box]]] = [[]]
    x = 0.0
    for item in items:
        text = clamp(item.text, SMALL, width=(width - PILL_ICON - PILL_END) / SLACK)
        taken = PILL_ICON + measure(text, SMALL) * SLACK + PILL_END
        if x and x + taken > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, _pill(item, text, taken)))
        x += taken + 4
    return stack([beside(row) for row in rows], gap=4)


def _pill(item: Item, text: str, width: float) -> Box:
    def draw(x: float, y: float) -> Iterator[Shape]:
        half = PILL_HEIGHT / 2
        yield Rect(x, y, width, PILL_HEIGHT, Paint(fill="paper", stroke="line"), half)
        yield from channel_icon(item.icon, x + 12, y + half)
        room = width - PILL_ICON - PILL_END
        whole = "" if text == visible(item.text) else item.text
        baseline = y + half + SMALL.size * 0.36
        runs = direction(item.text)
        yield TextLine(x + PILL_ICON, baseline, room, text, SMALL, "ink", whole=whole, direction=runs)

    return Box(PILL_HEIGHT, draw)
