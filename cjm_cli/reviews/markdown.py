"""Markdown for a pull request's comment: a sentence, a table a journey, both curves as a picture."""

from collections.abc import Iterable, Iterator, Sequence

from cjm_cli.comparison.comparison import Comparison, Remark, Row, Table
from cjm_cli.difference.difference import Compared, Difference, Felt, Impact
from cjm_cli.difference.words import IMPACTS, better, change_of, counts, place
from cjm_cli.finding import Finding
from cjm_cli.markup.markdown import BREAK, bullets, dotted, escape, fenced, heading, remarked, strong, table
from cjm_cli.markup.mermaid import Plot, xychart
from cjm_cli.reviews import _words as words
from cjm_cli.reviews._places import Line, told
from cjm_cli.summary import counted

ROOM = 60_000
"""How many characters there may be: GitHub refuses a comment of more than 65,536."""
TABLE = 20_000
"""How many of them the changes of one journey may take."""
OF_A_ROW = 12
"""What the frame of a row takes."""
FOLDED = 12
"""More rows than these are parted, and more texts than these folded."""
OPEN = 25
"""More rows than these are folded, whatever they are."""
PLOTTED = 2, 40
"""So many columns make a curve, and no more can be told apart."""


def review(difference: Difference) -> str:
    """The page."""
    return "\n\n".join(_fitting([*_blocks(difference)], len(difference.compared))) + "\n"


def _blocks(difference: Difference) -> Iterator[str]:
    """Each is whole by itself, so that what comes too late can be left out."""
    yield f"{heading(2, 'Customer journeys')}\n\n{escape(words.sentence(difference))}"
    if difference.findings:
        yield f"{heading(3, 'Could not be compared')}\n\n{bullets((_broken(one), ()) for one in difference.findings)}"
    yield from ("\n\n".join(filter(None, _compared(one))) for one in difference.compared)


def _fitting(blocks: Sequence[str], whole: int, command: str = "cjm diff") -> Iterator[str]:
    """As many blocks as there is room for."""
    room = ROOM
    for index, block in enumerate(blocks):
        if len(block) > room:
            left = min(len(blocks) - index, whole)
            yield f"{counted(left, 'more part')} would not fit here; `{command}` tells {'it' if left == 1 else 'them'}."
            return
        room -= len(block) + 2
        yield block


def _broken(finding: Finding) -> str:
    span = finding.location.span
    place = f"{finding.location.path}:{span.line}:{span.column}"
    return remarked(strong(escape(place)), [finding.message, finding.help] if finding.help else [finding.message])


def _compared(compared: Compared) -> Iterator[str]:
    impact, state = compared.impact, words.state(compared)
    label = dotted([state.value if state else "", strong(IMPACTS[impact]) if impact else ""])
    yield heading(3, " · ".join(filter(None, [escape(words.title(compared)), label])))
    yield _table(compared)
    yield from _curve(compared)
    yield _summary(compared)


# The changes


def _table(compared: Compared) -> str:
    """The gravest first. What matters is open, as far as it is short; another wording is folded where there is more."""
    every = sorted(told(compared), key=lambda line: line.change.impact.rank)
    if len(every) <= FOLDED:
        return _rows(every) if every else ""
    parts = [[line for line in every if (line.change.impact is Impact.PATCH) is is_patch] for is_patch in (False, True)]
    return "\n\n".join(_part(part) for part in parts if part)


def _part(lines: Sequence[Line]) -> str:
    is_open = len(lines) <= OPEN and lines[0].change.impact is not Impact.PATCH
    return _rows(lines) if is_open else _folded(counts(line.change for line in lines), _rows(lines))


def _rows(lines: Sequence[Line]) -> str:
    rows = [*_few(map(_row, lines))]
    # Without a column that would be empty.
    shown = [index for index in range(3) if any(row[index] for row in rows)]
    head = ("Impact", "Where", "What changed")
    made = table([head[index] for index in shown], ([row[index] for index in shown] for row in rows))
    left = len(lines) - len(rows)
    return f"{made}\n\n{counted(left, 'more change')} would not fit here." if left else made


def _few(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """As many rows as a journey may take of the room."""
    room = TABLE
    for row in rows:
        room -= sum(map(len, row)) + OF_A_ROW
        if room < 0:
            return
        yield row


def _row(line: Line) -> tuple[str, ...]:
    what = f"{words.SIGNS[line.change.kind]} {escape(line.text)}"
    why = f"{BREAK}<sub>{escape(line.reason)}</sub>" if line.reason else ""
    impact = IMPACTS[line.change.impact]
    label = strong(impact) if line.change.impact is Impact.MAJOR else impact
    return label, escape(" › ".join(line.where)), what + why


def _folded(summary: str, markup: str) -> str:
    """What a reader opens who wants it; `summary` has no markup."""
    return f"<details>\n<summary>{summary}</summary>\n\n{markup}\n\n</details>"


# What they did


def _curve(compared: Compared) -> Iterator[str]:
    moved = words.moved(compared)
    if not moved:
        return
    yield from _plotted(compared.summary.curve, ("before", "after"))
    yield table(("Feeling", "Before → after", ""), map(_felt, moved))


def _plotted(curve: Sequence[Felt], names: tuple[str, str]) -> Iterator[str]:
    """Both curves over the columns that both have."""
    known = [felt for felt in curve if felt.before is not None and felt.after is not None]
    if PLOTTED[0] <= len(known) <= PLOTTED[1] and any(felt.moved for felt in known):
        lines = [[felt.before or 0.0 for felt in known], [felt.after or 0.0 for felt in known]]
        title = f"How it feels, {' and '.join(names)}"
        yield fenced("mermaid", xychart(Plot(title, [felt.name for felt in known], lines)))
        rest = " Steps without a score on both sides are left out." if len(known) < len(curve) else ""
        yield f"<sub>Grey: {escape(names[0])}. Blue: {escape(names[1])}.{rest}</sub>"


def _felt(felt: Felt) -> tuple[str, ...]:
    verdict = better(felt)
    sign = {"better": "▲ ", "worse": "▼ "}.get(verdict, "")
    return escape(place(felt)), escape(change_of(felt)), sign + verdict


def _summary(compared: Compared) -> str:
    found = compared.summary
    moves = [f"{text}: {move}" for text, move in words.ideas(found.ideas)]
    parts = (
        _listed("Pain points opened", found.opened),
        _listed("Pain points resolved", found.resolved),
        _listed("Opportunities", moves),
        f"{strong('Resting on evidence:')} {coverage}" if (coverage := words.coverage(found.coverage)) else "",
    )
    return "\n\n".join(filter(None, parts))


def _listed(title: str, texts: Iterable[str]) -> str:
    items = [escape(text) for text in texts]
    if not items:
        return ""
    if len(items) == 1:
        return f"{strong(f'{title}:')} {items[0]}"
    made = bullets((item, ()) for item in items)
    return _folded(f"{title}: {len(items)}", made) if len(items) > FOLDED else f"{strong(f'{title}:')}\n\n{made}"


# Two journeys of one project


def compare(comparison: Comparison) -> str:
    """The page."""
    blocks = [*_beside(comparison)]
    return "\n\n".join(_fitting(blocks, len(blocks), "cjm compare")) + "\n"


def _beside(comparison: Comparison) -> Iterator[str]:
    yield f"{heading(2, escape(comparison.title))}\n\n{escape(comparison.sentence)}"
    yield from (_remarks("Promised and not explained", comparison.unexplained),) if comparison.unexplained else ()
    yield from (_remarks("Nobody can be held to", comparison.unowned),) if comparison.unowned else ()
    if plot := [*_plotted(comparison.curve, comparison.names)]:
        yield "\n\n".join(plot)
    yield from map(_table_of, comparison.tables)


def _remarks(title: str, remarks: Sequence[Remark]) -> str:
    return f"{heading(3, title)}\n\n{bullets((_remark(one), ()) for one in remarks)}"


def _remark(remark: Remark) -> str:
    path, span, _ = remark.location
    return f"{escape(remark.text)} <sub>{escape(f'{path}:{span.line}')}</sub>"


def _table_of(of: Table) -> str:
    rows = [*_few(line for row in of.rows for line in _cells(row, of))]
    left = sum(max(1, len(row.parts)) for row in of.rows) - len(rows)
    # Without a column that would be empty.
    shown = [index for index in range(len(of.head)) if any(row[index] for row in rows)]
    made = table([escape(of.head[index]) for index in shown], ([row[index] for index in shown] for row in rows))
    more = f"\n\n{counted(left, 'more row')} would not fit here." if left else ""
    return f"{heading(3, of.title)}\n\n{made}{more}"


def _cells(row: Row, of: Table) -> Iterator[tuple[str, ...]]:
    """A line for each part; only the first says where."""
    sign, width = {"better": "▲ ", "worse": "▼ "}.get(row.verdict, ""), len(of.head)
    first = [strong(escape(row.where)), sign + escape(row.what)][:width]
    if of.is_labelled:
        first = [BREAK.join(filter(None, first))]
    for part in row.parts or ((),):
        cells = [BREAK.join(map(escape, cell)) for cell in part]
        yield (*first, *cells, *[""] * (width - len(first) - len(cells)))
        first = [""] * len(first)
