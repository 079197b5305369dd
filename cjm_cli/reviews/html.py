"""HTML: one page that needs no network and no script, with both versions of each journey as one map."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cjm_cli.comparison.comparison import Comparison
from cjm_cli.difference.difference import Change, Compared, Difference
from cjm_cli.difference.words import IMPACTS, better, change_of, counts, place
from cjm_cli.finding import Finding
from cjm_cli.formats import _html_assets as assets
from cjm_cli.formats._html_map import Map, tables
from cjm_cli.markup.html import rendered
from cjm_cli.page.cell import Form, Item
from cjm_cli.page.page import CurveLane, Grid
from cjm_cli.reviews import _words as words
from cjm_cli.reviews._beside import sayings, whole
from cjm_cli.reviews._maps import drawn
from cjm_cli.reviews._places import Line, grouped
from cjm_cli.source.slug import slug

TEMPLATE, STYLE = "review.html.jinja", "review.css"
OF_TWO, STYLE_OF_TWO = "compare.html.jinja", "compare.css"
MOST_MAPS = 40
"""More make a page that no browser scrolls well; the rest is told in words."""


@dataclass(frozen=True)
class Told:
    """A change as the template writes it; `anchor` leads into the map."""

    change: Change
    sign: str
    impact: str
    text: str
    reason: str
    anchor: str = ""


@dataclass(frozen=True)
class Place:
    """The changes in one stage or step."""

    title: str
    changes: tuple[Told, ...]


@dataclass(frozen=True)
class Feeling:
    """A column where it is not felt as before."""

    where: str
    change: str
    verdict: str


@dataclass(frozen=True)
class Part:
    """All that is told of one journey, persona or project."""

    id: str
    title: str
    compared: Compared
    impact: str
    state: str
    places: tuple[Place, ...]
    feelings: tuple[Feeling, ...]
    ideas: tuple[tuple[str, str], ...]
    coverage: str
    map: Map | None
    is_left_out: bool
    """Whether it has a map that is not drawn, for there are too many."""
    is_shaded: bool

    @property
    def count(self) -> str:
        """How much changed."""
        return counts(self.compared.changes)

    @property
    def has_summary(self) -> bool:
        """Whether the changes did anything to it as a whole."""
        summary = self.compared.summary
        return bool(self.feelings or summary.opened or summary.resolved or self.ideas or self.coverage)


def review(difference: Difference) -> str:
    """The page."""
    parts = tuple(_parts(difference))
    widths = (len(table.columns) for part in parts if part.map for table in (part.map.whole, *part.map.parts))
    light, dark = assets.light(widths, more=[STYLE]), assets.dark()
    return rendered(
        TEMPLATE,
        "",
        difference=difference,
        sentence=words.sentence(difference),
        parts=parts,
        findings=tuple(map(_place, difference.findings)),
        language=_language(difference),
        kinds=frozenset(_kinds(part.map for part in parts)),
        light=Markup(light),
        dark=Markup(dark),
        policy=assets.policy(styles=(light, dark)),
    )


def _language(difference: Difference) -> str:
    project = difference.projects[1] if difference.projects else None
    return (project.language if project else None) or "en"


def _place(finding: Finding) -> tuple[str, str, str]:
    span = finding.location.span
    return f"{finding.location.path}:{span.line}:{span.column}", finding.message, finding.help


def _parts(difference: Difference) -> Iterator[Part]:
    maps = 0
    for number, compared in enumerate(difference.compared, 1):
        is_journey = compared.entity == "journey"
        found = drawn(compared, difference) if is_journey and maps < MOST_MAPS else None
        maps += found is not None
        anchors = found.anchors if found else ("",) * len(compared.changes)
        state, impact = words.state(compared), compared.impact
        yield Part(
            id=f"{number}-{slug(compared.id) or compared.entity}",
            title=words.title(compared),
            compared=compared,
            impact=IMPACTS[impact] if impact else "",
            state=state.value if state else "",
            places=tuple(_places(compared, anchors)),
            feelings=tuple(Feeling(place(felt), change_of(felt), better(felt)) for felt in words.moved(compared)),
            ideas=tuple(words.ideas(compared.summary.ideas)),
            coverage=words.coverage(compared.summary.coverage),
            map=tables(found.grid) if found else None,
            is_left_out=is_journey and found is None and maps >= MOST_MAPS,
            is_shaded=bool(found and _is_shaded(found.grid)),
        )


def _places(compared: Compared, anchors: Sequence[str]) -> Iterator[Place]:
    """The changes by where they are, in reading order."""
    anchor_of = dict(zip(map(id, compared.changes), anchors, strict=True))
    for where, group in grouped(compared):
        yield Place(" › ".join(where), tuple(_told(line, anchor_of[id(line.change)]) for line in group))


def _told(line: Line, anchor: str) -> Told:
    change = line.change
    return Told(change, words.SIGNS[change.kind], IMPACTS[change.impact], line.text, line.reason, anchor)


def _is_shaded(grid: Grid) -> bool:
    return any(isinstance(row, CurveLane) and row.compared for row in grid.rows)


def _kinds(maps: Iterable[Map | None]) -> Iterator[str]:
    """The kinds of channels, each of which has a sign."""
    rows = (row for map_ in maps if map_ for row in map_.whole.rows)
    items = (item for row in rows for cell in (*row.stage_cells, *row.cells) for item in cell)
    return (item.icon for item in items if _is_pill(item))


def _is_pill(item: Item) -> bool:
    return item.form is Form.PILL


# Two journeys of one project


def compare(comparison: Comparison) -> str:
    """The page."""
    grid = whole(comparison)
    map_ = tables(grid) if grid else None
    widths = (len(table.columns) for table in ((map_.whole, *map_.parts) if map_ else ()))
    light, dark = assets.light(widths, more=[STYLE, STYLE_OF_TWO]), assets.dark()
    return rendered(
        OF_TWO,
        "",
        comparison=comparison,
        map=map_,
        sayings=sayings(comparison),
        is_shaded=bool(grid and _is_shaded(grid)),
        language=comparison.project.language or "en",
        kinds=frozenset(_kinds([map_])),
        light=Markup(light),
        dark=Markup(dark),
        policy=assets.policy(styles=(light, dark)),
    )
