"""The map itself: stages over steps over lanes."""

from collections.abc import Iterator, Sequence

from cjm_cli.page.cell import Cell
from cjm_cli.page.layout.boxes import backed, beside, inset, stack, taller, text_box
from cjm_cli.page.layout.curve import curve_rows
from cjm_cli.page.layout.items import cell_box
from cjm_cli.page.layout.moment import moment_box
from cjm_cli.page.layout.rows import divider, row
from cjm_cli.page.layout.sizes import BODY, HEADING, LANE_HEAD, PADDING, SMALL, STRONG, Sizes
from cjm_cli.page.page import Column, CurveLane, Divider, Grid, Group, Lane, Row
from cjm_cli.page.scene import EMPTY, Box, Paint, Polygon, Shape

CHEVRON = 40
POINT = 12
"""How far a stage's arrow reaches into the next."""
BETWEEN_STAGES = 4


def grid_box(grid: Grid, sizes: Sizes) -> Box:
    """Stages, steps and lanes beneath each other; nothing of a journey that has no stage yet."""
    return stack([heads_box(grid, sizes), *row_boxes(grid, sizes)])


def heads_box(grid: Grid, sizes: Sizes) -> Box:
    """Stages and steps."""
    if not grid.columns:
        return EMPTY
    return stack([_stages(grid, sizes), _goals(grid, sizes), _steps(grid, sizes)], gap=8)


def row_boxes(grid: Grid, sizes: Sizes) -> list[Box]:
    """The lanes, and the lines between them."""
    return [_row(given, grid, sizes) for given in grid.rows] if grid.columns else []


def _row(given: Row, grid: Grid, sizes: Sizes) -> Box:
    match given:
        case Divider():
            return divider(given.title, sizes)
        case CurveLane():
            return curve_rows(given, _lane(given, grid, sizes), sizes)
        case Lane():
            return row(given, _lane(given, grid, sizes), sizes)


def _lane(lane: Lane | CurveLane, grid: Grid, sizes: Sizes) -> Box:
    """What the stages say themselves above what their steps say."""
    return stack([_stage_cells(lane.stage_cells, grid, sizes), _cells(lane.cells, sizes)], gap=8)


def _cells(cells: Sequence[Cell], sizes: Sizes) -> Box:
    width = sizes.column - 2 * PADDING
    return beside([(PADDING + i * sizes.column, cell_box(cell, width)) for i, cell in enumerate(cells)])


def _stage_cells(cells: Sequence[Cell], grid: Grid, sizes: Sizes) -> Box:
    placed = []
    for (left, width), cell in zip(_spans(grid, sizes), cells, strict=True):
        placed.append((left + PADDING, cell_box(cell, width - 2 * PADDING)))
    return beside(placed)


def _spans(grid: Grid, sizes: Sizes) -> Iterator[tuple[float, float]]:
    """Where each stage begins and how wide it is."""
    left = 0.0
    for group in grid.groups:
        width = len(group.columns) * sizes.column
        yield left, width
        left += width


def _stages(grid: Grid, sizes: Sizes) -> Box:
    if not any(group.title for group in grid.groups):
        return EMPTY
    spans = list(_spans(grid, sizes))
    titles = [
        text_box(group.title, HEADING, width - 2 * POINT - 16, color="on-stage", align=0.5)
        for group, (_, width) in zip(grid.groups, spans, strict=True)
    ]
    height = max(CHEVRON, *(title.height + 14 for title in titles))
    return beside(
        [
            (LANE_HEAD + left, _chevron(title, width - BETWEEN_STAGES, height, is_first=not left))
            for title, (left, width) in zip(titles, spans, strict=True)
        ]
    )


def _chevron(title: Box, width: float, height: float, *, is_first: bool) -> Box:
    notch = 0 if is_first else POINT

    def draw(x: float, y: float) -> Iterator[Shape]:
        middle, end = y + height / 2, x + width
        corners = (
            (x, y),
            (end - POINT, y),
            (end, middle),
            (end - POINT, y + height),
            (x, y + height),
            (x + notch, middle),
        )
        yield Polygon(corners, Paint(fill="stage"))
        yield from title.draw(x + POINT + 8, middle - title.height / 2)

    return Box(height, draw)


def _goals(grid: Grid, sizes: Sizes) -> Box:
    boxes = [
        (LANE_HEAD + left + PADDING, _goal(group, width - 2 * PADDING))
        for group, (left, width) in zip(grid.groups, _spans(grid, sizes), strict=True)
    ]
    return beside(boxes)


def _goal(group: Group, width: float) -> Box:
    remarks = text_box(" · ".join(group.remarks), SMALL, width, color="muted")
    return stack([text_box(group.goal, BODY, width), remarks, moment_box(group.moment, width)], gap=1)


def _steps(grid: Grid, sizes: Sizes) -> Box:
    width = sizes.column - 8
    contents = [_step(column, width - 2 * (PADDING - 1)) for column in grid.columns]
    height = max(box.height for box in contents)
    if not height:
        return EMPTY
    cards = [
        (LANE_HEAD + 4 + i * sizes.column, _step_card(column, box, width, height))
        for i, (column, box) in enumerate(zip(grid.columns, contents, strict=True))
        if box.height
    ]
    return inset(beside(cards), bottom=8)


def _step(column: Column, width: float) -> Box:
    remarks = text_box(" · ".join(column.remarks), SMALL, width, color="muted")
    return stack([text_box(column.title, STRONG, width), remarks, moment_box(column.moment, width)], gap=3)


def _step_card(column: Column, content: Box, width: float, height: float) -> Box:
    paint = Paint("moment-tint", "moment", 2) if column.moment else Paint("paper", "line", 1)
    padded = inset(taller(content, height), left=PADDING - 1, top=8, bottom=8)
    return backed(padded, width, paint, radius=4)
