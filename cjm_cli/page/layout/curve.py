"""The lane of the emotion curve: guide lines with their names, the curve, a face at every point, and all of it in words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cjm_cli.figure import figure
from cjm_cli.page.curve import XY, path
from cjm_cli.page.layout.boxes import inset, stack, text_box
from cjm_cli.page.layout.rows import HEAD_GAP, line
from cjm_cli.page.layout.signs import face
from cjm_cli.page.layout.sizes import LANE_HEAD, SMALL, STRONG, Sizes
from cjm_cli.page.page import CurveLane, Point, Series
from cjm_cli.page.scene import EMPTY, Box, Circle, Curve, Paint, Rect, Shape

PER_POINT = 32
"""Height of one step of the scale."""
ABOVE, BELOW = 38, 18
"""Room above the highest guide for the lane's title, below the lowest for the faces."""
PLOT = 4 * PER_POINT + ABOVE + BELOW
TITLE_TOP = 10
FACE = 9
STYLES = (
    Paint(stroke="accent", width=3),
    Paint(stroke="moment", width=3, dash=7),
    Paint(stroke="muted", width=3, dash=2),
)
"""How the first, second and third persona's curve is drawn."""
BEFORE = Paint(stroke="muted", width=1.8, dash=5)
"""How the curve of the journey is drawn that this one improves."""
DOT = 3.5


def curve_rows(lane: CurveLane, cells: Box, sizes: Sizes) -> Box:
    """The drawing, and beneath it `cells`: what each point says."""
    words, keys = inset(cells, top=4, bottom=10), _keys(lane)
    title = text_box(lane.title, STRONG, LANE_HEAD - HEAD_GAP - 20)
    # The names of the guides stand beneath the title, however many lines it takes.
    down = max(0.0, TITLE_TOP + title.height + SMALL.size - ABOVE)
    height = down + PLOT + max(words.height, keys.height)

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield Rect(x, y + 1, LANE_HEAD - HEAD_GAP, height - 2, Paint(fill="surface"), 3)
        yield line(x + LANE_HEAD, x + sizes.content, y + height, Paint(stroke="hairline"))
        yield from title.draw(x + 10, y + TITLE_TOP)
        y += down
        yield from keys.draw(x + 10, y + PLOT)
        yield from _guides(lane, x, y, sizes)
        for series in lane.before:
            yield from _past(series, _Plot(x + LANE_HEAD, y, sizes))
        for series, style in zip(lane.series, _styles(lane.series), strict=True):
            yield from _series(series, style, _Plot(x + LANE_HEAD, y, sizes))
        yield from words.draw(x + LANE_HEAD, y + PLOT)

    return Box(height, draw)


def _styles(series: Sequence[Series]) -> list[Paint]:
    return [STYLES[index % len(STYLES)] for index in range(len(series))]


def _keys(lane: CurveLane) -> Box:
    """Which curve is whose, where there are several."""
    named = [(series, style) for series, style in zip(lane.series, _styles(lane.series), strict=True) if series.name]
    named += [(series, BEFORE) for series in lane.before]
    if not named:
        return EMPTY
    width = LANE_HEAD - HEAD_GAP - 20
    keys = [_key(series, style, width) for series, style in named]
    return inset(stack(keys, gap=3), top=4, bottom=10)


def _key(series: Series, style: Paint, width: float) -> Box:
    name = text_box(series.name, SMALL, width - 24)

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield line(x, x + 18, y + SMALL.size * 0.66, style)
        yield from name.draw(x + 24, y)

    return Box(name.height, draw)


def _height_of(score: float) -> float:
    return ABOVE + (2 - score) * PER_POINT


def _guides(lane: CurveLane, x: float, y: float, sizes: Sizes) -> Iterator[Shape]:
    left, right = x + LANE_HEAD, x + sizes.content
    for score, name in lane.guides:
        at = y + _height_of(score)
        yield line(left, right, at, Paint(stroke="line") if score == 0 else Paint(stroke="hairline", dash=3))
        label = text_box(name, SMALL, LANE_HEAD - HEAD_GAP - 10, color="muted", align=1)
        yield from label.draw(x, at - label.height / 2)


class _Plot:
    """Where points of the curve lie on the drawing, which may show a part of the map alone."""

    def __init__(self, left: float, top: float, sizes: Sizes) -> None:
        self.left, self.right, self.top, self.column = left, left + sizes.grid, top, sizes.column

    def place(self, point: Point) -> XY:
        return self.left + point.at * self.column, self.top + _height_of(point.score)

    def shows(self, at: XY) -> bool:
        return self.left <= at[0] <= self.right


def _series(series: Series, style: Paint, plot: _Plot) -> Iterator[Shape]:
    runs = [[plot.place(point) for point in run] for run in series.runs]
    for before, after in pairwise(runs):
        yield from _bridge(before[-1], after[0], plot)
    for run in runs:
        if d := path(run, left=plot.left, right=plot.right):
            yield Curve(d, style)
    for point in series.points:
        if plot.shows(at := plot.place(point)):
            yield from face(*at, point.score, assumed=point.assumed, radius=FACE)


def _past(series: Series, plot: _Plot) -> Iterator[Shape]:
    """A thin line with dots: what was felt is read from the steps, not from faces."""
    runs = [[plot.place(point) for point in run] for run in series.runs]
    for before, after in pairwise(runs):
        yield from _bridge(before[-1], after[0], plot)
    for run in runs:
        if d := path(run, left=plot.left, right=plot.right):
            yield Curve(d, BEFORE)
    for x, y in (xy for run in runs for xy in run if plot.shows(xy)):
        yield Circle(x, y, DOT, Paint(fill="paper", stroke="muted", width=1.8))


def _bridge(start: XY, end: XY, plot: _Plot) -> Iterator[Shape]:
    """Dots over a gap: nobody knows how they felt there."""
    (x0, y0), (x1, y1) = start, end
    first, last = max(x0, plot.left), min(x1, plot.right)
    if first < last:
        slope = (y1 - y0) / (x1 - x0)
        from_, to = (f"{figure(x)},{figure(y0 + (x - x0) * slope)}" for x in (first, last))
        yield Curve(f"M{from_}L{to}", Paint(stroke="line", width=1.5, dash=2))
