"""Text for a terminal: what changed in each journey, step by step, then what that did to it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from cjm_cli import colour
from cjm_cli.comparison.comparison import Comparison, Part, Remark, Row, Table
from cjm_cli.difference.difference import Change, Compared, Difference, Felt, Impact, Kind
from cjm_cli.difference.words import IMPACTS, better, change_of, place
from cjm_cli.finding import Finding
from cjm_cli.formats._screen_text import Line, hanging, lines, wrap
from cjm_cli.reports._paint import SEVERITY
from cjm_cli.reviews import _words as words
from cjm_cli.reviews._places import grouped
from cjm_cli.terminal import cells, clip, escape, pad

Paint = Callable[[str], str]

WIDTH = 80
"""What fits everywhere; a journey is told no wider on a large screen, where it would be no easier to read."""
FROM_COLUMNS = 3
"""As many columns with another feeling are drawn, too."""
BARS = "▁▂▃▄▅▆▇█"
INDENT = "  "
LABEL = 17
"""How wide the names of lanes stand before what is in them."""
LONGEST_WHAT = 32
"""More than this stands beneath a place instead of beside it."""
LONGEST_NAME = 16
"""As much of a name stands before a curve."""
_IMPACT: dict[Impact, Paint] = {Impact.MAJOR: colour.red, Impact.MINOR: colour.yellow, Impact.PATCH: colour.dim}
_KIND: dict[Kind, Paint] = {
    Kind.ADDED: colour.blue,
    Kind.REMOVED: colour.red,
    Kind.MOVED: colour.cyan,
    Kind.RENAMED: colour.cyan,
    Kind.CHANGED: colour.yellow,
}
_LEVEL = max(map(len, IMPACTS.values()))


def review(difference: Difference) -> str:
    """The lines, painted."""
    blocks = [*map(_compared, difference.compared), [*_findings(difference.findings)]]
    told = [line for block in blocks if block for line in (*block, "")]
    return "".join(f"{line}\n" for line in (*told, *wrap(words.sentence(difference), WIDTH)))


def _compared(compared: Compared) -> list[str]:
    told = [*_summary(compared)]
    return [*_heading(compared), *_changes(compared), *([""] if told else []), *told]


def _heading(compared: Compared) -> Iterator[str]:
    impact = compared.impact
    state = words.state(compared)
    about = (
        compared.entity if compared.id != compared.entity else "",
        compared.id if compared.id != compared.title else "",
        state.value if state else "",
    )
    title = " · ".join(filter(None, (words.title(compared), *about)))
    first, *more = wrap(title, WIDTH - _LEVEL - 2)
    label = IMPACTS[impact] if impact else ""
    paint = _IMPACT[impact] if impact else colour.bold
    yield f"{colour.bold(first)}{'  ' if label else ''}{paint(label)}"
    yield from map(colour.bold, more)


# The changes


def _changes(compared: Compared) -> Iterator[str]:
    for where, group in grouped(compared):
        if where:
            yield from _painted(lines(" › ".join(where), WIDTH - len(INDENT), colour.blue))
        for line in group:
            yield from _change(line.change, f"{line.text} ({line.reason})" if line.reason else line.text)


def _change(change: Change, text: str) -> Iterator[str]:
    """The sign and the impact, then the words, whose further lines stand under the first."""
    sign, level = words.SIGNS[change.kind], IMPACTS[change.impact]
    mark = f"{INDENT}{sign} {level:{_LEVEL}}  "
    painted = f"{INDENT}{_KIND[change.kind](sign)} {_IMPACT[change.impact](level)}{' ' * (_LEVEL - len(level))}  "
    for index, line in enumerate(wrap(text, WIDTH - len(INDENT) - len(mark))):
        yield f"{INDENT}{' ' * len(mark) if index else painted}{line}"


# What they did


def _summary(compared: Compared) -> Iterator[str]:
    found = compared.summary
    yield from _curve(words.moved(compared), found.curve)
    yield from _listed("pain points opened", "+", found.opened, colour.red)
    yield from _listed("pain points resolved", "✓", found.resolved, colour.blue)
    yield from _listed(
        "opportunities", "·", (f"{text}: {move}" for text, move in words.ideas(found.ideas)), colour.cyan
    )
    if coverage := words.coverage(found.coverage):
        yield f"{INDENT}{colour.bold('resting on evidence')}  {coverage}"


def _listed(title: str, sign: str, texts: Iterable[str], paint: Paint) -> Iterator[str]:
    for index, text in enumerate(texts):
        if not index:
            yield INDENT + colour.bold(title)
        yield from _painted(hanging(f"{INDENT}{sign} ", text, WIDTH - len(INDENT), mark_paint=paint))


def _curve(moved: Sequence[Felt], curve: Sequence[Felt]) -> Iterator[str]:
    if not moved:
        return
    yield INDENT + colour.bold("feelings")
    if len(moved) >= FROM_COLUMNS and len(curve) <= WIDTH - 20:
        yield from _both(curve, ("before", "after"))
    for felt in moved:
        verdict = better(felt)
        sign = {"better": "▲", "worse": "▼"}.get(verdict, "·")
        paint = {"better": colour.blue, "worse": colour.red}.get(verdict, colour.dim)
        text = ": ".join(filter(None, (place(felt), change_of(felt))))
        yield from _painted(
            hanging(f"{INDENT}{sign} ", f"{text} ({verdict})" if verdict else text, WIDTH - 2, mark_paint=paint)
        )


def _both(curve: Sequence[Felt], names: tuple[str, str]) -> Iterator[str]:
    """Both curves, under each other."""
    shown = [clip(escape(name), LONGEST_NAME) for name in names]
    width = max(map(cells, shown))
    yield f"{INDENT * 2}{pad(shown[0], width)}  {_bars(felt.before for felt in curve)}"
    yield f"{INDENT * 2}{pad(shown[1], width)}  {_bars(felt.after for felt in curve)}"


def _bars(scores: Iterable[float | None]) -> str:
    """A bar a column, and a dot where nobody knows."""
    return "".join("·" if score is None else BARS[_height(score)] for score in scores)


def _height(score: float) -> int:
    return min(len(BARS) - 1, max(0, round((score + 2) / 4 * (len(BARS) - 1))))


# What could not be compared


def _findings(findings: Sequence[Finding]) -> list[str]:
    return [line for finding in findings for line in _finding(finding)]


def _finding(finding: Finding) -> Iterator[str]:
    span = finding.location.span
    yield f"{escape(finding.location.path)}:{span.line}:{span.column}"
    mark, paint = f"{finding.severity}[{finding.rule}] ", SEVERITY[finding.severity]
    first, *more = wrap(f"{mark}{finding.message}", WIDTH - len(INDENT)) or [""]
    head = escape(mark).rstrip()
    yield f"{INDENT}{paint(head)}{first.removeprefix(head)}"
    yield from (f"{INDENT}{line}" for line in more)
    if finding.help:
        yield from _painted(hanging("help: ", finding.help, WIDTH - len(INDENT), mark_paint=colour.bold))


def _painted(told: Iterable[Line]) -> Iterator[str]:
    return (INDENT + line.painted for line in told)


# Two journeys of one project


def compare(comparison: Comparison) -> str:
    """The lines, painted."""
    blocks = [
        [*map(colour.bold, wrap(comparison.title, WIDTH)), *_curves(comparison)],
        *([*_table(table)] for table in comparison.tables),
        [*_remarks("Promised and not explained", comparison.unexplained, colour.red)],
        [*_remarks("Nobody can be held to", comparison.unowned, colour.yellow)],
    ]
    told = [line for block in blocks if block for line in (*block, "")]
    return "".join(f"{line}\n" for line in (*told, *wrap(comparison.sentence, WIDTH)))


def _curves(comparison: Comparison) -> Iterator[str]:
    known = any(felt.before is not None or felt.after is not None for felt in comparison.curve)
    if known and len(comparison.curve) <= WIDTH - LONGEST_NAME - 3 * len(INDENT):
        yield ""
        yield INDENT + colour.bold("feelings")
        yield from _both(comparison.curve, comparison.names)


def _table(table: Table) -> Iterator[str]:
    yield colour.bold(table.title)
    for row in table.rows:
        yield from _row(row)
        for part in row.parts:
            yield from _labelled(part, () if row.what else table.head[1:]) if table.is_labelled else _part(part)


def _row(row: Row) -> Iterator[str]:
    """The place, and at its end what is told of it there."""
    sign = {"better": "▲ ", "worse": "▼ "}.get(row.verdict, "")
    paint = {"better": colour.blue, "worse": colour.red}.get(row.verdict, colour.dim)
    what = escape(f"{sign}{row.what}")
    is_short = cells(what) <= LONGEST_WHAT
    room = WIDTH - len(INDENT) - (cells(what) + len(INDENT) if is_short else 0)
    for index, line in enumerate(wrap(row.where, room)):
        yield f"{INDENT}{colour.blue(line)}" + (f"{INDENT}{paint(what)}" if what and is_short and not index else "")
    if not is_short:
        yield from _painted(hanging(INDENT, f"{sign}{row.what}", WIDTH - len(INDENT), paint=paint))


def _part(part: Part) -> Iterator[str]:
    """What it is about, and under it all else in a line."""
    first, *rest = part
    for text in first:
        yield from _painted(hanging(f"{INDENT}· ", text, WIDTH - len(INDENT), mark_paint=colour.cyan))
    if any(rest):
        text = " · ".join(", ".join(cell) for cell in rest if cell)
        yield from _painted(hanging(INDENT * 2, text, WIDTH - len(INDENT), paint=colour.dim))


def _labelled(part: Part, head: Sequence[str]) -> Iterator[str]:
    """Whose it is before each, unless all of it is theirs."""
    first, *rest = part
    label = pad(clip(escape(", ".join(first)), LABEL - 1), LABEL)
    for index, cell in enumerate(rest, 1):
        if cell:
            name = f"{head[index]}: " if head else ""
            text = f"{name}{'; '.join(cell)}"
            yield from _painted(hanging(f"{INDENT}{label}", text, WIDTH - len(INDENT), mark_paint=colour.dim))
            label = " " * LABEL


def _remarks(title: str, remarks: Sequence[Remark], paint: Paint) -> Iterator[str]:
    for index, remark in enumerate(remarks):
        if not index:
            yield colour.bold(title)
        path, span, _ = remark.location
        yield from _painted(hanging("! ", remark.text, WIDTH - len(INDENT), mark_paint=paint))
        where = f"{path}:{span.line}:{span.column}"
        yield from _painted(hanging(INDENT, where, WIDTH - len(INDENT), paint=colour.dim))
