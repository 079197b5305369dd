"""Boxes of text and how they are put together."""

from collections.abc import Iterator, Sequence

from cjm_cli.page.layout.sizes import LEADING
from cjm_cli.page.scene import EMPTY, Box, Paint, Rect, Shape, TextLine
from cjm_cli.page.text import Font, direction, wrap


def text_box(text: str, font: Font, width: float, *, color: str = "ink", align: float = 0) -> Box:
    """A text in as many lines as it needs."""
    lines = wrap(text, font, width=width)
    runs = direction(text)
    line_height = font.size * LEADING
    # The baseline lies so that the letters stand in the middle of the line.
    first = line_height / 2 + font.size * 0.36

    def draw(x: float, y: float) -> Iterator[Shape]:
        for index, line in enumerate(lines):
            yield TextLine(x, y + first + index * line_height, width, line, font, color, align, direction=runs)

    return Box(len(lines) * line_height, draw)


def stack(boxes: Sequence[Box], *, gap: float = 0) -> Box:
    """Boxes beneath each other; empty ones take no room and no gap."""
    filled = [box for box in boxes if box.height]
    if not filled:
        return EMPTY

    def draw(x: float, y: float) -> Iterator[Shape]:
        for box in filled:
            yield from box.draw(x, y)
            y += box.height + gap

    return Box(sum(box.height for box in filled) + gap * (len(filled) - 1), draw)


def beside(boxes: Sequence[tuple[float, Box]]) -> Box:
    """Boxes beside each other, each so many units from the left."""

    def draw(x: float, y: float) -> Iterator[Shape]:
        for offset, box in boxes:
            yield from box.draw(x + offset, y)

    return Box(max((box.height for _, box in boxes), default=0), draw)


def bullet(text: str, font: Font, width: float) -> Box:
    """A text with a dot before it."""
    return beside(((0, text_box("•", font, 10, color="muted")), (12, text_box(text, font, width - 12))))


def inset(box: Box, *, left: float = 0, top: float = 0, bottom: float = 0) -> Box:
    """A box with room around it; an empty one stays empty."""
    if not box.height:
        return EMPTY
    return Box(box.height + top + bottom, lambda x, y: box.draw(x + left, y + top))


def backed(box: Box, width: float, paint: Paint, *, radius: float = 0) -> Box:
    """A box on a coloured ground."""

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield Rect(x, y, width, box.height, paint, radius)
        yield from box.draw(x, y)

    return Box(box.height, draw)


def taller(box: Box, height: float) -> Box:
    """The same box with room beneath it."""
    return Box(max(box.height, height), box.draw)


def balanced(boxes: Sequence[Box], columns: int) -> list[list[Box]]:
    """Boxes in reading order, in columns of about the same height."""
    share = sum(box.height for box in boxes) / columns
    found: list[list[Box]] = [[] for _ in range(columns)]
    before = 0.0
    for box in boxes:
        middle = before + box.height / 2
        found[min(int(middle / share), columns - 1)].append(box)
        before += box.height
    return found
