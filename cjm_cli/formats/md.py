"""Markdown that reads well on GitHub: a picture by Mermaid, then the whole map as one table a stage.

A table of twenty columns cannot be read there, so a stage with many steps has more than one. A row that is empty in a
table is left out of it; nothing else is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from statistics import fmean

from cjm_cli.formats._md_cards import STAR, cards, item_text, moment_text
from cjm_cli.formats._md_flow import flow
from cjm_cli.markup import mermaid
from cjm_cli.markup.markdown import (
    BREAK,
    Bullet,
    bullets,
    dotted,
    emphasis,
    escape,
    fenced,
    heading,
    one_line,
    quotation,
    quoted,
    remarked,
    strong,
    table,
)
from cjm_cli.page.figures import Cards, Flow
from cjm_cli.page.page import (
    Badge,
    Block,
    Column,
    CurveLane,
    Divider,
    Fact,
    Footer,
    Grid,
    Group,
    Header,
    Lane,
    LegendEntry,
    Page,
    PersonaCard,
    Point,
    Profile,
    Row,
    Section,
)

STEPS_A_TABLE = 5
SERVICE = {"frontstage", "backstage", "support"}
"""Lanes that a line such as that of visibility parts; where a table has none of them, it parts nothing."""

_SIGNS = {"pain": "**1**", "opportunity": "**→ 1**", "moment": STAR}
"""What a sign of the legend is here; the others are drawn only."""


def encode(page: Page) -> bytes:
    """The page as a Markdown file."""
    parts = [part for block in _blocks(page) for part in block if part]
    return ("\n\n".join(parts) + "\n").encode()


def _blocks(page: Page) -> Iterator[Iterable[str]]:
    for kind, blocks in groupby(page.blocks, key=type):
        if kind is Section:
            yield _sections([block for block in blocks if isinstance(block, Section)])
        else:
            yield from (_block(block, page) for block in blocks)


def _block(block: Block, page: Page) -> Iterable[str]:
    match block:
        case Header():
            return _header(block)
        case Grid():
            return _grid(block, page)
        case Profile():
            return _profile(block)
        case Flow():
            return flow(block)
        case Cards():
            return cards(block)
        case Footer():
            return _footer(block)
        case Section():
            return _sections([block])


# Above the map


def _header(header: Header) -> Iterator[str]:
    yield from (_ribbon(badge) for badge in header.badges if badge.ribbon)
    yield heading(1, escape(header.title))
    yield emphasis(escape(header.kind))
    yield dotted(strong(escape(badge.text)) for badge in header.badges if not badge.ribbon)
    yield escape(header.summary)
    if header.personas:
        yield heading(2, "Personas" if len(header.personas) > 1 else "Persona")
        for card in header.personas:
            yield from _persona(card)
    if header.facts:
        yield heading(2, "Context")
        yield _facts(header.facts)


def _profile(profile: Profile) -> Iterator[str]:
    yield from (_ribbon(badge) for badge in profile.badges if badge.ribbon)
    yield heading(1, escape(profile.name))
    yield emphasis(escape(profile.kind))
    badges = (strong(escape(badge.text)) for badge in profile.badges if not badge.ribbon)
    yield dotted([escape(profile.role), *badges])
    yield escape(profile.summary)
    yield quotation(quoted(profile.quote)) if profile.quote else ""
    yield _facts(profile.facts)


def _ribbon(badge: Badge) -> str:
    return quotation(remarked(strong(escape(badge.text.upper())), [badge.explanation]))


def _persona(card: PersonaCard) -> Iterator[str]:
    yield remarked(dotted((strong(escape(card.name)), escape(card.role))), [card.summary])
    if card.quote:
        yield quotation(quoted(card.quote))
    yield _facts(card.facts)


def _facts(facts: Iterable[Fact]) -> str:
    return bullets(_listed(fact.label, [escape(text) for text in fact.texts]) for fact in facts)


def _listed(label: str, texts: Sequence[str]) -> Bullet:
    """One text beside its label, several beneath it."""
    named = strong(escape(f"{label}:"))
    return (f"{named} {texts[0]}", ()) if len(texts) == 1 else (named, [(text, ()) for text in texts])


# The picture


def _preview(grid: Grid, lane: CurveLane, page: Page) -> Iterator[str]:
    felt = _felt(lane)
    if not felt:
        return
    yield heading(2, "Feelings at a glance")
    yield fenced("mermaid", mermaid.journey(page.title, page.description, _scored(grid, felt, _names(page))))
    yield " ".join(_explained(grid, lane, felt))


def _names(page: Page) -> tuple[str, ...]:
    return tuple(card.name for block in page.blocks if isinstance(block, Header) for card in block.personas)


def _felt(lane: CurveLane) -> Mapping[int, list[tuple[str, Point]]]:
    """Who feels what, by column."""
    felt: dict[int, list[tuple[str, Point]]] = {}
    for series in lane.series:
        for point in series.points:
            felt.setdefault(int(point.at), []).append((series.name, point))
    return felt


def _scored(
    grid: Grid, felt: Mapping[int, list[tuple[str, Point]]], names: tuple[str, ...]
) -> Iterator[tuple[str, list[mermaid.Task]]]:
    for first, group in _placed(grid):
        tasks = [
            _task(column.title or group.title, felt[index], names)
            for index, column in enumerate(group.columns, first)
            if index in felt
        ]
        if tasks:
            yield group.title, tasks


def _task(text: str, felt: Sequence[tuple[str, Point]], names: tuple[str, ...]) -> mermaid.Task:
    """A curve without a name is everybody's."""
    actors = tuple(name for name, _ in felt if name) or names
    return mermaid.Task(text, round(fmean(point.score for _, point in felt)) + 3, actors)


def _explained(grid: Grid, lane: CurveLane, felt: Mapping[int, list[tuple[str, Point]]]) -> Iterator[str]:
    best, worst = lane.guides[0][1], lane.guides[-1][1]
    yield f"Rounded to whole numbers from 1 ({escape(worst)}) to 5 ({escape(best)}); the tables have the exact values."
    if any(len(points) > 1 for points in felt.values()):
        yield "Where a step has several, this is their mean."
    missing = len(grid.columns) - len(felt)
    if missing:
        yield f"{missing} of {len(grid.columns)} steps {'has' if missing == 1 else 'have'} no score and no face here."
    if all(point.assumed for points in felt.values() for _, point in points):
        yield "All feelings are assumed, none was observed."


# The map


def _grid(grid: Grid, page: Page) -> Iterator[str]:
    for row in grid.rows:
        if isinstance(row, CurveLane):
            yield from _preview(grid, row, page)
    if grid.is_matrix:
        yield table(["", *(_head(group.columns[0], group) for group in grid.groups)], _rows_of_matrix(grid))
        return
    for index, (first, group) in enumerate(_placed(grid)):
        yield heading(2, escape(group.title) or "Steps")
        yield _aims(group)
        yield bullets(_said_by_stage(grid.rows, index))
        for start, end in _slices(first, len(group.columns)):
            yield _table(grid, group, slice(start, end))


def _placed(grid: Grid) -> Iterator[tuple[int, Group]]:
    """Each group with the index of its first column."""
    first = 0
    for group in grid.groups:
        yield first, group
        first += len(group.columns)


def _slices(first: int, count: int) -> Iterator[tuple[int, int]]:
    """As few tables as will do, of about the same width."""
    tables = -(-count // STEPS_A_TABLE)
    return pairwise(first + count * index // tables for index in range(tables + 1)) if tables else iter(())


def _aims(group: Group) -> str:
    goal = f"**Goal:** {escape(group.goal)}" if one_line(group.goal) else ""
    return BREAK.join(filter(None, [dotted((goal, *map(escape, group.remarks))), moment_text(group.moment)]))


def _said_by_stage(rows: Iterable[Row], index: int) -> Iterator[Bullet]:
    for row in rows:
        if not isinstance(row, Divider) and row.stage_cells[index]:
            yield _listed(row.title, [item_text(item) for item in row.stage_cells[index]])


def _table(grid: Grid, group: Group, span: slice) -> str:
    columns = grid.columns[span]
    return table(["Lane", *(_head(column, group) for column in columns)], _rows(grid.rows, span, len(columns)))


def _rows_of_matrix(grid: Grid) -> Iterator[list[str]]:
    for row in grid.rows:
        if isinstance(row, Lane):
            head = remarked(strong(escape(row.title)), row.remarks)
            yield [head, *_cells(row, slice(0, len(grid.groups)))]


def _head(column: Column, group: Group) -> str:
    lines = (escape(column.title or group.title), moment_text(column.moment), dotted(map(escape, column.remarks)))
    return BREAK.join(filter(None, lines))


def _rows(rows: Iterable[Row], span: slice, width: int) -> Iterator[list[str]]:
    """The rows that say something here; a line between lanes only before a lane of the service."""
    lines: list[str] = []
    for row in rows:
        if isinstance(row, Divider):
            lines.append(row.title)
        elif any(row.cells[span]):
            if row.key in SERVICE:
                yield from ([emphasis(escape(f"— {line} —")), *[""] * width] for line in lines)
                lines.clear()
            yield [strong(escape(row.title)), *_cells(row, span)]


def _cells(row: Lane | CurveLane, span: slice) -> Iterator[str]:
    doubts = _doubts(row) if isinstance(row, CurveLane) else {}
    for index, cell in enumerate(row.cells[span], span.start):
        doubt = emphasis(doubts.get(index, "")) if cell else ""
        yield BREAK.join(filter(None, [*map(item_text, cell), doubt]))


def _doubts(lane: CurveLane) -> Mapping[int, str]:
    """What is drawn hollow and does not say why itself, by column; nothing on a map that has no other feelings."""
    felt = {index: [point for _, point in points] for index, points in _felt(lane).items()}
    if all(point.assumed for points in felt.values() for point in points):
        return {}
    return {
        index: "assumed" if all(point.assumed for point in points) else "partly assumed"
        for index, points in felt.items()
        if any(point.assumed and not point.basis for point in points)
    }


# Below the map


def _sections(sections: Sequence[Section]) -> Iterator[str]:
    """What is about the whole map under headings, what is about single steps in one list."""
    for section in sections:
        if not section.about:
            yield heading(2, escape(section.title))
            yield _facts(section.facts)
    details = [section for section in sections if section.about]
    if details:
        yield heading(2, "Details")
        yield bullets(map(_detail, details))


def _detail(section: Section) -> Bullet:
    beneath = [_listed(fact.label, [escape(text) for text in fact.texts]) for fact in section.facts]
    return strong(escape(section.title)) or mermaid.NOTHING, beneath


def _footer(footer: Footer) -> Iterator[str]:
    facts = (f"**{escape(f'{fact.label}:')}** {', '.join(map(escape, fact.texts))}" for fact in footer.facts)
    lines = [dotted(facts), _legend(footer.legend)]
    if any(lines):
        yield "---"
        yield from lines


def _legend(entries: Iterable[LegendEntry]) -> str:
    return dotted(f"{_SIGNS[entry.sign]} {escape(entry.text)}" for entry in entries if entry.sign in _SIGNS)
