"""A page as text for a terminal of a given width: bands of stages beneath each other, each with its part of the curve."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cjm_cli import colour
from cjm_cli.formats._screen_curve import curve, keys
from cjm_cli.formats._screen_text import NOTHING, Line, Paint, bare, beside, hanging, lines
from cjm_cli.page.cell import Cell, Form, Item, Moment, Tone
from cjm_cli.page.cut import cut
from cjm_cli.page.page import CurveLane, Divider, Fact, Footer, Grid, Group, Header, Lane, Page, PersonaCard, Row
from cjm_cli.terminal import cells, clip, escape

NARROWEST, WIDEST = 20, 34
"""Columns of the terminal for a step."""
SHORTEST = 3
"""Of those, for a step of the overview."""
HEAD = 15
"""For the names of lanes."""
GAP = 2
LABEL = 13
TONES: dict[Tone, Paint] = {Tone.PAIN: colour.red, Tone.OPPORTUNITY: colour.cyan, Tone.MOMENT: colour.magenta}
SIGNS = {"moment": "★", "observed": "●", "assumed": "○", "pain": "▌1", "opportunity": "▌→ 1"}


def draw(page: Page, width: int) -> str:
    """The page in lines no wider than `width`, painted."""
    found: list[str] = []
    for block in page.blocks:
        match block:
            case Header():
                found += [*_header(block, width), ""]
            case Grid():
                found += [line for band in _bands(block, width) if band for line in (*band, "")]
            case Footer():
                found += _footer(block, width)
    return "\n".join([*found, ""])


def _told(told: Iterable[Line]) -> Iterator[str]:
    return (line.painted for line in told)


# ── above and beneath ────────────────────────────────────────────────────────────────────────────────────────────────


def _header(header: Header, width: int) -> Iterator[str]:
    yield from _told(lines(header.title, width, colour.bold))
    words = " · ".join(badge.text for badge in header.badges if not badge.ribbon)
    yield from _told(lines(words, width, colour.dim))
    for badge in header.badges:
        if badge.ribbon:
            yield from _told(lines(f"{badge.text.upper()}: {badge.explanation}", width, colour.yellow))
    yield from _told(lines(header.summary, width))
    for persona in header.personas:
        yield ""
        yield from _told(_persona(persona, width))
    if header.facts:
        yield ""
    for fact in header.facts:
        yield from _fact(fact, width)


def _persona(persona: PersonaCard, width: int) -> Iterator[Line]:
    yield from lines(persona.name, width, colour.bold)
    yield from lines(persona.role, width, colour.dim)
    yield from lines(persona.summary, width)
    if persona.quote:
        yield from lines(f"“{persona.quote}”", width, colour.italic)


def _fact(fact: Fact, width: int) -> Iterator[str]:
    several = len(fact.texts) > 1
    said = [line for text in fact.texts for line in hanging("• " if several else "", text, width - LABEL)]
    yield from beside([lines(fact.label, LABEL - 1, colour.dim), said], [LABEL, width - LABEL])


def _footer(footer: Footer, width: int) -> Iterator[str]:
    legend = [f"{SIGNS[entry.sign]} {entry.text}" for entry in footer.legend if entry.sign in SIGNS]
    facts = " · ".join(f"{fact.label}: {', '.join(fact.texts)}" for fact in footer.facts)
    for text in (*_flow(legend, width), facts):
        yield from _told(lines(text, width, colour.dim))


def _flow(entries: Iterable[str], width: int) -> list[str]:
    """Entries in lines, as many as fit, and none of them broken."""
    found: list[str] = []
    for entry in entries:
        if found and cells(f"{found[-1]}   {entry}") <= width:
            found[-1] += f"   {entry}"
        else:
            found.append(entry)
    return found


# ── the map ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Band:
    """A part of the map, and how wide its columns are with the gap behind them."""

    grid: Grid
    column: int

    @property
    def count(self) -> int:
        return len(self.grid.columns)

    @property
    def width(self) -> int:
        return HEAD + self.count * self.column - GAP

    def row(self, title: str, blocks: Iterable[Iterable[Line]], *, span: Sequence[int]) -> list[str]:
        """A lane; nothing where none of its blocks says anything. `span` is how many columns each block has."""
        filled = [[*block] for block in blocks]
        if not any(filled):
            return []
        head = lines(title, HEAD - GAP, colour.bold)
        return [*beside([head, *filled], [HEAD, *(count * self.column for count in span)])]

    @property
    def each(self) -> list[int]:
        return [1] * self.count

    @property
    def stages(self) -> list[int]:
        return [len(group.columns) for group in self.grid.groups]

    def text_width(self, columns: int = 1) -> int:
        return columns * self.column - GAP


def _bands(grid: Grid, width: int) -> Iterator[list[str]]:
    if not grid.columns:
        return
    most = max(1, (width - HEAD + GAP) // (NARROWEST + GAP))
    fewest = -(-len(grid.columns) // most)
    tried = (cut(grid, parts, most) for parts in range(fewest, len(grid.columns) + 1))
    parts = next(found for found in tried if max(len(part.columns) for part in found) <= most)
    if len(parts) > 1:
        yield [*_overview(grid, width)]
    for part in parts:
        yield [*_band(_Band(part, min(WIDEST + GAP, (width - HEAD + GAP) // len(part.columns))))]


def _overview(grid: Grid, width: int) -> Iterator[str]:
    """All stages and the whole curve, where it takes more than one band to say what is in them."""
    band = _Band(grid, (width - HEAD + GAP) // len(grid.columns))
    if band.column >= SHORTEST:
        yield _bars(band)
        for row in grid.rows:
            if isinstance(row, CurveLane):
                yield from _curve(row, band)


def _bars(band: _Band) -> str:
    bars = (_bar(group, span * band.column) for group, span in zip(band.grid.groups, band.stages, strict=True))
    return f"{' ' * HEAD}{''.join(bars)}".rstrip()


def _band(band: _Band) -> Iterator[str]:
    yield _bars(band)
    yield from band.row("", [_stage(group, band) for group in band.grid.groups], span=band.stages)
    yield from band.row("", [_step(index, band) for index in range(band.count)], span=band.each)
    rule = [colour.dim("─" * band.width)]
    above = rule
    for row in band.grid.rows:
        told = [*_row(row, band)]
        if isinstance(row, Divider):
            above = told
        elif told:
            yield from (*above, *told)
            above = rule


def _bar(group: Group, width: int) -> str:
    """The name of a stage in an arrow over its steps."""
    room = width - GAP - 1
    name = clip(escape(group.title), room - 5)
    start = f"━━ {name} " if name else ""
    return colour.bold(start + "━" * (room - cells(start)) + "▶") + " " * GAP


def _stage(group: Group, band: _Band) -> Iterator[Line]:
    width = band.text_width(len(group.columns))
    yield from lines(group.goal, width)
    yield from lines(" · ".join(group.remarks), width, colour.dim)
    yield from _moment(group.moment, width)


def _step(index: int, band: _Band) -> Iterator[Line]:
    column, width = band.grid.columns[index], band.text_width()
    if column.title:
        yield NOTHING
    yield from lines(column.title, width, colour.bold)
    yield from lines(" · ".join(column.remarks), width, colour.dim)
    yield from _moment(column.moment, width)


def _moment(moment: Moment | None, width: int) -> Iterator[Line]:
    if moment is not None:
        importance = f" · {moment.importance} of 5" if moment.importance else ""
        words = f"Moment of truth{importance}"
        yield from hanging("★ ", words, width, paint=colour.magenta, mark_paint=colour.magenta)
        yield from lines(moment.reason, width, colour.dim)


def _row(row: Row, band: _Band) -> Iterator[str]:
    match row:
        case Divider():
            title = clip(escape(row.title), band.width - 6)
            yield colour.bold(f"╍╍ {title} " + "╍" * (band.width - cells(title) - 4))
        case CurveLane():
            yield from _curve(row, band)
            yield from _lane(row, band, "")
        case Lane():
            yield from _lane(row, band, row.title)


def _curve(lane: CurveLane, band: _Band) -> Iterator[str]:
    title = clip(escape(lane.title), HEAD - 1)
    names = clip("".join(f"  {escape(key)}" for key in keys(lane)), band.width - cells(title))
    yield f"{colour.bold(title)}{names}"
    for name, drawn in curve(lane, band.column, band.width - HEAD):
        yield f"{colour.dim(name) + ' ' * (HEAD - len(name))}{drawn}".rstrip()


def _lane(lane: Lane | CurveLane, band: _Band, title: str) -> Iterator[str]:
    spans = zip(lane.stage_cells, band.stages, strict=True)
    above = band.row(title, [_cell(cell, band.text_width(count)) for cell, count in spans], span=band.stages)
    yield from above
    told = [_cell(cell, band.text_width()) for cell in lane.cells]
    yield from band.row("" if above else title, told, span=band.each)


def _cell(cell: Cell, width: int) -> Iterator[Line]:
    for item in cell:
        yield from _item(item, width)


def _item(item: Item, width: int) -> Iterator[Line]:
    match item.form:
        case Form.THOUGHT | Form.QUOTE:
            yield from lines(f"“{item.text}”", width, colour.italic)
        case Form.CARD:
            yield from _card(item, width)
            return
        case Form.ASIDE:
            yield from lines(" · ".join((item.text, *item.details)), width, colour.dim)
            return
        case Form.PILL:
            yield from hanging("◦ ", item.text, width)
        case _:
            yield from lines(item.text, width)
    yield from _details(item, 0, width)


def _card(item: Item, width: int) -> Iterator[Line]:
    """With a bar in its colour; what answers a pain point points to its number."""
    arrow = "→ " if item.tone is Tone.OPPORTUNITY and item.number else ""
    number = f"{arrow}{item.number} " if item.number else ""
    paint = TONES.get(item.tone, bare)
    told = [*hanging(number, item.text, width - 1), *_details(item, cells(number), width - 1)]
    return (replace(line, mark=f"▌{line.mark}", mark_paint=paint) for line in told)


def _details(item: Item, indent: int, width: int) -> Iterator[Line]:
    for detail in item.details:
        yield from hanging(" " * indent, detail, width, paint=colour.dim)
