"""What a future map changes, in words: better, worse, new and gone."""

from collections.abc import Iterator

from cjm_cli.model import Stage, Step
from cjm_cli.page.page import Section
from cjm_cli.views._before import change, earlier, gone
from cjm_cli.views._header import facts
from cjm_cli.views._subject import Subject


def changes(subject: Subject) -> Iterator[Section]:
    """The section of a future map whose baseline is known."""
    baseline = subject.baseline
    if baseline is None:
        return
    pairs = list(zip(earlier(subject, baseline), subject.columns, strict=True))
    moves = [(_name(after), moved) for before, after in pairs if (moved := change(before, after, subject))]
    found = facts(
        ("Compared with", baseline.journey.title),
        ("Better", *(_line(name, moved, subject) for name, moved in moves if moved[1] > moved[0])),
        ("Worse", *(_line(name, moved, subject) for name, moved in moves if moved[1] < moved[0])),
        ("New", *(_name(after) for before, after in pairs if before is None)),
        ("Gone", *(_name(column) for column in gone(subject, baseline))),
    )
    yield Section("What changes", found)


def _name(column: Stage | Step) -> str:
    return column.name if isinstance(column, Stage) else column.title


def _line(name: str, moved: tuple[float, float], subject: Subject) -> str:
    return f"{name}: {' → '.join(map(subject.value, moved))}"
