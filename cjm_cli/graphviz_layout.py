"""Graphviz, called as a program: it says where the boxes of a flow with branches stand. It draws nothing and reads no text.

It is given generated names and sizes that we measured, and gives back coordinates. Which ones may differ between its
versions; where it is not there, our own layout draws the flow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from subprocess import TimeoutExpired

from cjm_cli.markup.dot import digraph, statement
from cjm_cli.page.curve import XY
from cjm_cli.page.figures import Flow
from cjm_cli.page.layout.bands import banded
from cjm_cli.page.layout.flow import measured
from cjm_cli.page.layout.layers import place
from cjm_cli.page.page import Page
from cjm_cli.page.placement import Link, Piece, Placement, Route, Size, is_back

TIME_LIMIT = 10
"""Seconds."""
POINTS_PER_INCH = 72
MISSING = (
    "Laid the flow out without Graphviz, which is not installed; get it with your system's package manager, or from "
    "https://graphviz.org/download"
)
TOO_SLOW = f"Laid the flow out without Graphviz, which took longer than {TIME_LIMIT} seconds"
BROKEN = "Laid the flow out without Graphviz, which failed; try: dot -V"


def with_graphviz(page: Page) -> tuple[Page, str]:
    """The page with its branched flows placed by Graphviz; else as it was, and a line that says why."""
    flows = [block for block in page.blocks if isinstance(block, Flow) and block.has_branches]
    if not flows:
        return page, ""
    from graphviz.backend import CalledProcessError, ExecutableNotFound

    try:
        placed = {id(flow): replace(flow, placement=_place(flow)) for flow in flows}
    except ExecutableNotFound:
        return page, MISSING
    except TimeoutExpired:
        return page, TOO_SLOW
    except (CalledProcessError, OSError, ValueError):
        return page, BROKEN
    return replace(page, blocks=tuple(placed.get(id(block), block) for block in page.blocks)), ""


def _place(flow: Flow) -> Placement:
    return banded(*measured(flow), _place_band)


def _place_band(sizes: Sequence[Size], links: Sequence[Link]) -> Placement:
    """A band without a branch is a straight line, for which nobody has to be asked."""
    if all(link.end == link.start + 1 for link in links):
        return place(sizes, links)
    return placement_of(_run(layout_text(sizes, links)), sizes, links)


def _run(text: str) -> str:
    from graphviz.backend import dot_command, execute

    command = dot_command.command("dot", "plain")
    ended = execute.run_check(
        command, input=text, encoding="utf-8", capture_output=True, timeout=TIME_LIMIT, quiet=True
    )
    return str(ended.stdout)


# What it is asked


def layout_text(sizes: Sequence[Size], links: Sequence[Link]) -> str:
    """The graph without a word in it: `n0` is the first box, `e0` the label of the first way."""
    return digraph(_statements(sizes, links))


def _statements(sizes: Sequence[Size], links: Sequence[Link]) -> Iterator[str]:
    yield statement("graph", {"rankdir": "LR", "nodesep": "0.36", "ranksep": "0.4"})
    yield statement("node", {"shape": "box", "fixedsize": "true", "label": '""'})
    yield statement("edge", {"arrowhead": "none"})
    yield from (_box(f"n{index}", size) for index, size in enumerate(sizes))
    for index, link in enumerate(links):
        back = is_back(link)
        ports = {"headport": "s"} if back else {"tailport": "e", "headport": "w"}
        if link.label:
            yield _box(f"e{index}", link.label)
            first, second = ({}, ports) if back else (ports, ports)
            yield statement(f"n{link.start} -> e{index}", first)
            yield statement(f"e{index} -> n{link.end}", second)
        else:
            yield statement(f"n{link.start} -> n{link.end}", ports)


def _box(name: str, size: Size) -> str:
    return statement(name, {"width": _inches(size.width), "height": _inches(size.height)})


def _inches(units: float) -> str:
    return f"{units / POINTS_PER_INCH:.4f}"


# What it answers


def placement_of(plain: str, sizes: Sequence[Size], links: Sequence[Link]) -> Placement:
    """Its answer in its plain format, whose heights grow upwards. Raises ValueError when that is no such answer."""
    rows = [line.split() for line in plain.splitlines()]
    head = next((row for row in rows if row[:1] == ["graph"]), None)
    if head is None:
        raise ValueError(plain[:80])
    width, height = (float(number) * POINTS_PER_INCH for number in head[2:4])
    middles = {row[1]: _point(row[2], row[3], height) for row in rows if row[:1] == ["node"]}
    curves = _curves(rows, height)
    try:
        boxes = tuple(_corner(middles[f"n{index}"], size) for index, size in enumerate(sizes))
        routes = tuple(_route(index, link, middles, curves) for index, link in enumerate(links))
    except (KeyError, IndexError) as error:
        raise ValueError(plain[:80]) from error
    return Placement(boxes, routes, width, height)


def _point(x: str, y: str, height: float) -> XY:
    return float(x) * POINTS_PER_INCH, height - float(y) * POINTS_PER_INCH


def _corner(middle: XY, size: Size) -> XY:
    return middle[0] - size.width / 2, middle[1] - size.height / 2


def _curves(rows: Sequence[Sequence[str]], height: float) -> dict[tuple[str, str], list[list[XY]]]:
    """The points of each edge by its ends, of several between two ends in their order."""
    found: dict[tuple[str, str], list[list[XY]]] = {}
    for row in rows:
        if row[:1] == ["edge"]:
            numbers = row[4 : 4 + 2 * int(row[3])]
            points = [_point(x, y, height) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            found.setdefault((row[1], row[2]), []).append(points)
    return found


def _route(index: int, link: Link, middles: dict[str, XY], curves: dict[tuple[str, str], list[list[XY]]]) -> Route:
    start, end, label = f"n{link.start}", f"n{link.end}", f"e{index}"
    if not link.label:
        return Route(_pieces(curves[start, end].pop(0)))
    first, second = curves[start, label][0], curves[label, end][0]
    return Route((*_pieces(first), ("L", (second[0],)), *_pieces(second)[1:]), middles[label])


def _pieces(points: Sequence[XY]) -> tuple[Piece, ...]:
    curves: list[Piece] = [("C", (points[i], points[i + 1], points[i + 2])) for i in range(1, len(points) - 2, 3)]
    return ("M", (points[0],)), *curves
