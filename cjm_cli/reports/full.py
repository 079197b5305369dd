"""A picture of each finding: the lines of the file with what is wrong underlined, and the way out."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from cjm_cli.colour import blue, bold
from cjm_cli.finding import Finding, Location, Safety
from cjm_cli.reports import Context, Sources
from cjm_cli.reports._excerpt import WIDTH, Mark, excerpt, gutter
from cjm_cli.reports._paint import SEVERITY
from cjm_cli.terminal import escape


def report(findings: Iterable[Finding], context: Context) -> str:
    """The pictures, with an empty line after each."""
    return "".join(line + "\n" for finding in findings for line in (*_picture(finding, context.sources), ""))


def _picture(finding: Finding, sources: Sources) -> Iterator[str]:
    paint = SEVERITY[finding.severity]
    yield f"{paint(f'{finding.severity}[{finding.rule}]')}{bold(f': {escape(finding.message)}')}"
    by_file = _marks(finding)
    width = max(len(str(mark.span.line)) for marks in by_file.values() for mark in marks)
    for path, marks in by_file.items():
        yield _arrow(Location(path, marks[0].span), width, first=path == finding.location.path)
        yield from excerpt(path, marks, sources, width)
    yield from _remarks(finding, sources, width)


def _marks(finding: Finding) -> dict[str, list[Mark]]:
    """What to underline, file by file, the finding's own place first."""
    own = Mark(finding.location.span, finding.label, "^", SEVERITY[finding.severity])
    marks = {finding.location.path: [own]}
    for related in finding.related:
        mark = Mark(related.location.span, related.message, "-", blue)
        marks.setdefault(related.location.path, []).append(mark)
    return marks


def _arrow(place: Location, width: int, *, first: bool) -> str:
    arrow = " " * width + "-->" if first else " " * (width - 1) + " :::"
    return f"{blue(arrow)} {escape(place.path)}:{place.span.line}:{place.span.column}"


def _remarks(finding: Finding, sources: Sources, width: int) -> Iterator[str]:
    if finding.location.logical:
        at = " › ".join(filter(None, (sources.id(finding.location.path), finding.location.logical)))
        yield f"{gutter(width, '=')} {bold('at:')}   {escape(at)}"
    way_out = " ".join(filter(None, (finding.help, _fixable(finding))))
    if way_out:
        first, *more = wrap(escape(way_out), WIDTH, break_long_words=False, break_on_hyphens=False)
        yield f"{gutter(width, '=')} {bold('help:')} {first}"
        yield from (f"{' ' * (width + 9)}{line}" for line in more)


def _fixable(finding: Finding) -> str:
    """Whether the way out needs to be gone on foot."""
    if finding.fix is None:
        return ""
    return "(fixable)" if finding.fix.safety is Safety.SAFE else "(fixable with --unsafe-fixes)"
