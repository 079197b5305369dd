"""A lane's head at the left, and the lines between lanes."""

from collections.abc import Iterator

from cjm_cli.figure import figure
from cjm_cli.page.layout.boxes import inset, stack, text_box
from cjm_cli.page.layout.sizes import LANE_HEAD, SMALL, STRONG, Sizes
from cjm_cli.page.page import Lane
from cjm_cli.page.scene import Box, Curve, Paint, Rect, Shape

HEAD_GAP = 8
ROW_PADDING = 10


def row(lane: Lane, content: Box, sizes: Sizes) -> Box:
    """A lane: its head, its content, a hairline beneath."""
    width = LANE_HEAD - HEAD_GAP
    remarks = [text_box(remark, SMALL, width - 20, color="muted") for remark in lane.remarks]
    words = stack([text_box(lane.title, STRONG, width - 20), *remarks], gap=2)
    head = inset(words, left=10, top=ROW_PADDING, bottom=ROW_PADDING)
    padded = inset(content, top=ROW_PADDING, bottom=ROW_PADDING)
    height = max(head.height, padded.height)

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield Rect(x, y + 1, width, height - 2, Paint(fill="surface"), 3)
        yield from head.draw(x, y)
        yield from padded.draw(x + LANE_HEAD, y)
        yield line(x + LANE_HEAD, x + sizes.content, y + height, Paint(stroke="hairline"))

    return Box(height, draw)


def divider(title: str, sizes: Sizes) -> Box:
    """A dashed line across the map, its name at its start."""
    name = text_box(title, SMALL, LANE_HEAD + 60, color="muted")
    height = name.height + 14

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield from name.draw(x, y + 4)
        yield line(x, x + sizes.content, y + height - 6, Paint(stroke="muted", width=1.4, dash=6))

    return Box(height, draw)


def line(left: float, right: float, y: float, paint: Paint) -> Curve:
    """A straight line from left to right."""
    return Curve(f"M{figure(left)},{figure(y)}L{figure(right)},{figure(y)}", paint)
