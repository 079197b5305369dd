"""A flow as a drawing: boxes, arrows, conditions."""

from collections.abc import Iterator
from math import hypot

from cjm_cli.page.curve import XY
from cjm_cli.page.figures import Flow, Node, NodeKind, Way
from cjm_cli.page.layout.bands import banded
from cjm_cli.page.layout.boxes import inset, stack, text_box
from cjm_cli.page.layout.moment import moment_box
from cjm_cli.page.layout.sizes import BODY, CAPS, SECTION, SMALL, SMALL_STRONG, STRONG
from cjm_cli.page.page import Page
from cjm_cli.page.placement import Link, Placement, Route, Size, is_back
from cjm_cli.page.scene import EMPTY, Box, Curve, Paint, Polygon, Rect, Scene, Shape
from cjm_cli.page.text import measure, visible

WIDTH, INNER = 184, 12
POINT = 14
"""How far a decision is pointed at its sides."""
DOUBLE = 3.5
"""Between the two borders of a step that has a map of its own."""
LABEL, SLACK = 150, 1.12
ARROW = 8
HEADING_GAP = 12


def flow_box(flow: Flow, width: float) -> Box:
    """The drawing under its heading."""
    if not flow.nodes:
        return EMPTY
    return stack([text_box(flow.title, SECTION, width), drawing(flow)], gap=HEADING_GAP)


def flow_width(flow: Flow) -> float:
    """How wide the drawing is."""
    return _placed(flow).width if flow.nodes else 0


def flow_scene(flow: Flow, page: Page, number: int) -> Scene:
    """The drawing alone."""
    box = drawing(flow)
    return Scene(
        id=f"{page.id}-flow-{number}",
        title=flow.title or page.title,
        description=page.description,
        language=page.language,
        width=flow_width(flow),
        height=box.height + 2,
        shapes=tuple(box.draw(1, 1)),
        theme=page.theme,
    )


def measured(flow: Flow) -> tuple[list[Size], list[Link]]:
    """How large the boxes and the labels are: all that a layout needs to know."""
    sizes = [Size(WIDTH, _content(node).height) for node in flow.nodes]
    return sizes, [Link(way.start, way.end, _label_size(way)) for way in flow.ways]


def drawing(flow: Flow) -> Box:
    """All boxes and arrows."""
    placed = _placed(flow)
    height = placed.height

    def draw(x: float, y: float) -> Iterator[Shape]:
        routes = [route.moved(x, y) for route in placed.routes]
        for way, route in zip(flow.ways, routes, strict=True):
            yield from _line(way, route)
        for node, (left, top) in zip(flow.nodes, placed.boxes, strict=True):
            yield from _box(node, x + left, y + top)
        for way, route in zip(flow.ways, routes, strict=True):
            if route.label:
                yield from _label(way, *route.label)

    return Box(height, draw)


def _placed(flow: Flow) -> Placement:
    return flow.placement or banded(*measured(flow))


# Boxes


def _content(node: Node) -> Box:
    """The words of a box with room around them."""
    if node.kind in (NodeKind.START, NodeKind.END):
        return _terminal(node)
    side = POINT if node.kind is NodeKind.DECISION else INNER
    width = WIDTH - 2 * side - (2 * DOUBLE if node.detailed else 0)
    remarks = text_box(" · ".join(node.remarks), SMALL, width, color="muted")
    detailed = text_box(f"Detailed in: {node.detailed}" if node.detailed else "", SMALL, width, color="accent")
    words = stack(
        [
            text_box(node.label.upper(), CAPS, width, color="muted"),
            text_box(node.title, STRONG, width),
            remarks,
            moment_box(node.moment, width),
            detailed,
        ],
        gap=3,
    )
    return inset(words, left=side + (DOUBLE if node.detailed else 0), top=11, bottom=12)


def _terminal(node: Node) -> Box:
    width = WIDTH - 2 * 20
    words = [
        text_box(node.label.upper(), CAPS, width, color="on-stage", align=0.5),
        text_box(node.title, BODY, width, color="on-stage", align=0.5),
    ]
    return inset(stack(words, gap=2), left=20, top=11, bottom=11)


def _box(node: Node, x: float, y: float) -> Iterator[Shape]:
    content = _content(node)
    height = content.height
    paint = Paint("moment-tint", "moment", 2) if node.moment else Paint("paper", "line", 1.2)
    match node.kind:
        case NodeKind.START | NodeKind.END:
            yield Rect(x, y, WIDTH, height, Paint(fill="stage"), min(height / 2, 22))
        case NodeKind.DECISION:
            yield Polygon(_hexagon(x, y, height), paint)
        case _:
            yield Rect(x, y, WIDTH, height, paint, 5)
    if node.detailed:
        inner = Paint(stroke=paint.stroke, width=1)
        yield Rect(x + DOUBLE, y + DOUBLE, WIDTH - 2 * DOUBLE, height - 2 * DOUBLE, inner, 3)
    yield from content.draw(x, y)


def _hexagon(x: float, y: float, height: float) -> tuple[XY, ...]:
    right, middle, bottom = x + WIDTH, y + height / 2, y + height
    top_left, top_right = (x + POINT - 4, y), (right - POINT + 4, y)
    return (x, middle), top_left, top_right, (right, middle), (right - POINT + 4, bottom), (x + POINT - 4, bottom)


# Arrows


def _line(way: Way, route: Route) -> Iterator[Shape]:
    """A way on is solid, a way back dashed."""
    loop = is_back(Link(way.start, way.end))
    yield Curve(route.d, Paint(stroke="muted", width=1.6, dash=5 if loop else 0))
    yield Polygon(_arrow(*route.end), Paint(fill="muted"))


def _arrow(tip: XY, before: XY) -> tuple[XY, ...]:
    (x, y), (x0, y0) = tip, before
    length = hypot(x - x0, y - y0) or 1
    dx, dy = (x - x0) / length * ARROW, (y - y0) / length * ARROW
    return (x, y), (x - dx - dy / 2, y - dy + dx / 2), (x - dx + dy / 2, y - dy - dx / 2)


# Labels


def _label_words(way: Way) -> Box:
    width = _label_width(way)
    return stack(
        [
            text_box(way.condition, SMALL, width, align=0.5),
            text_box(way.share, SMALL_STRONG, width, color="accent", align=0.5),
        ]
    )


def _label_width(way: Way) -> float:
    return min(LABEL, max(measure(visible(text), SMALL_STRONG) * SLACK for text in (way.condition, way.share)) + 1)


def _label_size(way: Way) -> Size | None:
    """None where nothing is said."""
    words = _label_words(way)
    return Size(_label_width(way) + 12, words.height + 6) if words.height else None


def _label(way: Way, x: float, y: float) -> Iterator[Shape]:
    """The words on the paper, so that the line ends before them and goes on after them."""
    size, words = _label_size(way), _label_words(way)
    if size:
        yield Rect(x - size.width / 2, y - size.height / 2, size.width, size.height, Paint(fill="paper"), 4)
        yield from words.draw(x - size.width / 2 + 6, y - words.height / 2)
