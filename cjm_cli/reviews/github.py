"""Workflow commands of GitHub Actions: changes that matter appear in the diff of a pull request."""

from collections.abc import Iterator

from cjm_cli.difference.difference import Change, Difference, Impact
from cjm_cli.reports._workflow import command
from cjm_cli.reports.github import annotation
from cjm_cli.reviews import _words as words
from cjm_cli.reviews._told import told
from cjm_cli.summary import counted

MOST = 10
"""As many of a level GitHub shows of a step; of more, the last says how many there are."""
LEVELS = {Impact.MAJOR: "warning", Impact.MINOR: "notice"}
"""Another wording needs no annotation: the diff of the text shows it."""


def review(difference: Difference) -> str:
    """A line for each."""
    errors = "".join(map(annotation, difference.findings[:MOST]))
    return errors + "".join(line for impact in LEVELS for line in _of(impact, difference))


def _of(impact: Impact, difference: Difference) -> Iterator[str]:
    found = [
        (words.title(compared), change)
        for compared in difference.compared
        for change in compared.changes
        if change.impact is impact
    ]
    shown = found if len(found) <= MOST else found[: MOST - 1]
    for title, change in shown:
        yield command(LEVELS[impact], {**_place(change), "title": f"{impact}: {title}"}, _text(change), change.reason)
    if len(shown) < len(found):
        more = counted(len(found) - len(shown), f"more {impact} change")
        yield command(LEVELS[impact], {"title": more}, "cjm diff tells them all")


def _text(change: Change) -> str:
    """What happened and where."""
    return " — ".join(filter(None, (" › ".join(change.within), told(change))))


def _place(change: Change) -> dict[str, str | int]:
    """Where it stands now; of what is gone only the file, for its lines hold something else now."""
    if change.new is not None:
        span = change.new.location.span
        return {"file": change.new.location.path, "line": span.line, "endLine": span.end_line}
    return {"file": change.old.location.path} if change.old else {}
