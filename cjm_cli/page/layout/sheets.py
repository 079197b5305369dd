"""A page on sheets of paper: one where it can be read there, else as few as can be, each with all that explains it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from math import ceil

from cjm_cli.page.cut import cut
from cjm_cli.page.layout import lay_out
from cjm_cli.page.layout.boxes import inset, stack, text_box
from cjm_cli.page.layout.footer import footer_box
from cjm_cli.page.layout.grid import heads_box, row_boxes
from cjm_cli.page.layout.header import header_box
from cjm_cli.page.layout.sizes import LANE_HEAD, LEAD, SMALL, TITLE, Sizes
from cjm_cli.page.page import Divider, Footer, Grid, Header, Page
from cjm_cli.page.scene import EMPTY, Box, Paint, Rect, Scene

SMALLEST, LARGEST = 0.46, 1.0
"""Points a unit. At the smallest, an x of the smallest letters is 0.9 mm high: what Europe asks of labels on food."""
NARROWEST, WIDEST = 150, 360
"""A column's width on paper, in units."""
SPACE = 16
FOOT = 28
"""Room for the number of a sheet."""
PLANS = 4
"""So many numbers of parts are tried from the smallest on that is readable; more of them never save a sheet."""
TRIES = 8


@dataclass(frozen=True)
class Paper:
    """A sheet and the margin on all its sides, in points."""

    width: float
    height: float
    margin: float

    @property
    def limit(self) -> int:
        """As many columns as can be read beside each other."""
        return max(1, int(((self.width - 2 * self.margin) / SMALLEST - LANE_HEAD) // NARROWEST))


A3 = Paper(1190.55, 841.89, 28.35)


@dataclass(frozen=True)
class Sheet:
    """A drawing for the inside of the margins, and its points a unit."""

    scene: Scene
    scale: float


@dataclass(frozen=True)
class _Content:
    """The part of the map on one sheet, and the names of its stages."""

    names: str
    map: Box


@dataclass(frozen=True)
class _Plan:
    """The page with its map in parts beside each other, at a scale."""

    page: Page
    paper: Paper
    parts: tuple[Grid, ...]
    scale: float = SMALLEST

    @classmethod
    def of(cls, page: Page, paper: Paper, count: int) -> "_Plan":
        """With at most so many parts."""
        grids = [block for block in page.blocks if isinstance(block, Grid)]
        return cls(page, paper, tuple(part for grid in grids for part in cut(grid, count, paper.limit)))

    @property
    def width(self) -> float:
        """Units between the margins."""
        return (self.paper.width - 2 * self.paper.margin) / self.scale

    @property
    def height(self) -> float:
        """Units between the margins."""
        return (self.paper.height - 2 * self.paper.margin) / self.scale

    @property
    def column(self) -> float:
        """How wide the columns are, in all parts alike."""
        widest = max((len(part.columns) for part in self.parts), default=1)
        return (self.width - LANE_HEAD) / max(widest, 1)

    @cached_property
    def contents(self) -> list[_Content]:
        """What stands on each sheet; no map is on one where there is none."""
        found: list[_Content] = []
        for part in self.parts:
            found += self._of_part(part, is_first=not found)
        return found or [_Content("", EMPTY)]

    def _of_part(self, part: Grid, *, is_first: bool) -> Iterator[_Content]:
        """All lanes on one sheet, or as many as fit on each."""
        sizes = Sizes(min(self.column, WIDEST), len(part.columns))
        names = ", ".join(dict.fromkeys(group.title for group in part.groups if group.title))
        held = [heads_box(part, sizes)]
        for row in _glued(part, sizes):
            if (
                len(held) > 1
                and self.whole(_Content(names, stack([*held, row])), is_first=is_first).height > self.height
            ):
                yield _Content(names, stack(held))
                held, is_first = held[:1], False
            held.append(row)
        yield _Content(names, stack(held))

    def whole(self, content: _Content, *, is_first: bool) -> Box:
        """A sheet with all that stands above and beneath the map, and room for its number."""
        head = self._header if is_first else self._running_head(content)
        return inset(stack([head, content.map, self._footer], gap=SPACE), bottom=FOOT)

    @cached_property
    def _header(self) -> Box:
        headers = [block for block in self.page.blocks if isinstance(block, Header)]
        return stack([header_box(header, self._across, self.page.theme.logo) for header in headers])

    @cached_property
    def _footer(self) -> Box:
        return stack([footer_box(block, self._across) for block in self.page.blocks if isinstance(block, Footer)])

    @property
    def _across(self) -> Sizes:
        return Sizes(self.width - LANE_HEAD, 1)

    def _running_head(self, content: _Content) -> Box:
        names = text_box(content.names, LEAD, self.width, color="muted")
        return stack([text_box(self.page.title, TITLE, self.width), names], gap=4)

    @property
    def is_readable(self) -> bool:
        """Whether columns are wide enough, and no sheet is too full."""
        return self.column >= NARROWEST and all(
            self.whole(content, is_first=not index).height <= self.height for index, content in enumerate(self.contents)
        )


def _glued(part: Grid, sizes: Sizes) -> Iterator[Box]:
    """The lanes; a line between them stays with the one beneath it."""
    held: list[Box] = []
    for row, box in zip(part.rows, row_boxes(part, sizes), strict=True):
        held.append(box)
        if not isinstance(row, Divider):
            yield stack(held)
            held = []
    if held:
        yield stack(held)


def on_paper(page: Page, paper: Paper = A3) -> list[Sheet]:
    """The page on as few sheets as can be, and as large as it can be on them; one without a map stays in one piece."""
    if not any(isinstance(block, Grid) for block in page.blocks):
        return [_whole(lay_out(page), paper)]
    plan = _largest(_fewest(page, paper))
    return [_sheet(plan, index) for index in range(len(plan.contents))]


def _whole(scene: Scene, paper: Paper) -> Sheet:
    """A drawing on one sheet, however small it becomes."""
    room = (paper.width - 2 * paper.margin) / scene.width, (paper.height - 2 * paper.margin) / scene.height
    return Sheet(scene, min(*room, LARGEST))


def _fewest(page: Page, paper: Paper) -> _Plan:
    """Cut between stages rather than between lanes, where that takes no more sheets."""
    columns = sum(len(block.columns) for block in page.blocks if isinstance(block, Grid))
    fewest = max(1, ceil(columns / paper.limit))
    plans = (_Plan.of(page, paper, count) for count in range(fewest, max(fewest, columns) + 1))
    wide_enough = islice((plan for plan in plans if plan.column >= NARROWEST), PLANS)
    return min(wide_enough, key=lambda plan: (len(plan.contents), -len(plan.parts)))


def _largest(plan: _Plan) -> _Plan:
    """The same plan at the largest scale that takes no more sheets."""
    low, high = SMALLEST, LARGEST
    for _ in range(TRIES):
        tried = replace(plan, scale=(low + high) / 2)
        if tried.is_readable and len(tried.contents) <= len(plan.contents):
            plan, low = tried, tried.scale
        else:
            high = tried.scale
    return plan


def _sheet(plan: _Plan, index: int) -> Sheet:
    """One sheet; only a single lane that is higher than the paper makes it smaller than the others."""
    whole = plan.whole(plan.contents[index], is_first=not index)
    height = max(plan.height, whole.height)
    shapes = (
        Rect(0, 0, plan.width, height, Paint(fill="paper")),
        *whole.draw(0, 0),
        *_number(plan, index).draw(0, height - FOOT / 2),
    )
    page = plan.page
    scene = Scene(page.id, page.title, page.description, page.language, plan.width, height, shapes, page.theme)
    return Sheet(scene, plan.scale * plan.height / height)


def _number(plan: _Plan, index: int) -> Box:
    count = len(plan.contents)
    number = f"{plan.page.title} · sheet {index + 1} of {count}" if count > 1 else ""
    return text_box(number, SMALL, plan.width, color="muted", align=1)
