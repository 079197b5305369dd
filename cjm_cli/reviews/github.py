"""Workflow commands of GitHub Actions: changes that matter appear in the diff of a pull request."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cjm_cli.comparison.comparison import Comparison, Remark
from cjm_cli.difference.difference import Change, Difference, Impact
from cjm_cli.finding import Finding
from cjm_cli.reports._workflow import command
from cjm_cli.reports.github import annotation
from cjm_cli.reviews import _words as words
from cjm_cli.reviews._places import told
from cjm_cli.summary import counted

MOST = 10
"""As many of a level GitHub shows of a step; of more, the last says how many there are."""
LEVELS = {Impact.MAJOR: "warning", Impact.MINOR: "notice"}
"""Another wording needs no annotation: the diff of the text shows it."""


def review(difference: Difference) -> str:
    """A line for each."""
    errors = "".join(annotation(_here(finding, difference)) for finding in difference.findings[:MOST])
    return errors + "".join(line for impact in LEVELS for line in _of(impact, difference))


def _of(impact: Impact, difference: Difference) -> Iterator[str]:
    found = [(one, line) for one in difference.compared for line in told(one) if line.change.impact is impact]
    shown = found if len(found) <= MOST else found[: MOST - 1]
    for compared, line in shown:
        text = " — ".join(filter(None, (" › ".join(line.where), line.text)))
        title = {"title": f"{impact}: {words.title(compared)}"}
        yield command(LEVELS[impact], _place(line.change, difference) | title, text, line.reason)
    if len(shown) < len(found):
        more = counted(len(found) - len(shown), f"more {impact} change")
        yield command(LEVELS[impact], {"title": more}, "cjm diff tells them all")


def _place(change: Change, difference: Difference) -> dict[str, str | int]:
    """Where it stands now; of what is gone only the file, for its lines hold something else now."""
    if change.new is not None:
        path, span, _ = change.new.location
        return {"file": _file(path, difference.new), "line": span.line, "endLine": span.end_line}
    return {"file": _file(change.old.location.path, difference.old)} if change.old else {}


def _here(finding: Finding, difference: Difference) -> Finding:
    path = _file(_file(finding.location.path, difference.old), difference.new)
    return replace(finding, location=finding.location._replace(path=path))


def _file(path: str, side: str) -> str:
    """The path in the checkout: that of a revision begins with its name."""
    return path.removeprefix(f"{side}:")


# Two journeys of one project


def compare(comparison: Comparison) -> str:
    """What is wanting, where it stands; and one line for all of it."""
    lines = "".join((*_remarks("warning", comparison.unexplained), *_remarks("notice", comparison.unowned)))
    return lines + command("notice", {"title": comparison.title}, comparison.sentence)


def _remarks(level: str, remarks: Sequence[Remark]) -> Iterator[str]:
    shown = remarks if len(remarks) <= MOST else remarks[: MOST - 1]
    title = "promised and not explained" if level == "warning" else "nobody can be held to"
    for remark in shown:
        path, span, _ = remark.location
        yield command(level, {"file": path, "line": span.line, "endLine": span.end_line, "title": title}, remark.text)
    if len(shown) < len(remarks):
        more = counted(len(remarks) - len(shown), "more remark")
        yield command(level, {"title": more}, "cjm compare tells them all")
