"""Scores as a text for people, as JSON and as Markdown."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from cjm_cli import colour
from cjm_cli.markup import markdown
from cjm_cli.measure import words
from cjm_cli.measure.score import PARTS, ProjectScore

Rated: TypeAlias = tuple[ProjectScore, ProjectScore | None]
"""A project as it is, and as it was."""
Writer: TypeAlias = Callable[[Sequence[Rated]], str]

NOT_COUNTED = "–"
NAMES = tuple(part.name for part in PARTS)


def text(rated: Sequence[Rated]) -> str:
    """A table a project."""
    return "\n".join(line for project, then in rated for line in _lines(project, then))


def _lines(project: ProjectScore, then: ProjectScore | None) -> Iterator[str]:
    rows = [_head(project.name, project, then), *_rows(project, then)]
    head, *lines, last = words.aligned(rows, right=range(1, len(rows[0])))
    yield from (colour.bold(head), *lines, colour.bold(last), "")


def _head(name: str, project: ProjectScore, then: ProjectScore | None) -> tuple[str, ...]:
    return name, "score", *(["was"] if then else []), *_counted(project)


def _counted(project: ProjectScore) -> list[str]:
    """The parts that count in any of the journeys."""
    return [name for name in NAMES if any(journey.parts.get(name) is not None for journey in project.journeys)]


def _rows(project: ProjectScore, then: ProjectScore | None) -> Iterator[tuple[str, ...]]:
    was = {journey.key: journey.total for journey in then.journeys} if then else {}
    names = _counted(project)
    for journey in project.journeys:
        earlier = [_number(was.get(journey.key))] if then else []
        yield journey.key, _number(journey.total), *earlier, *(_whole(journey.parts.get(name)) for name in names)
    yield "mean", _number(project.mean), *([_number(then.mean)] if then else []), *([""] * len(names))


def _whole(value: float | None) -> str:
    return NOT_COUNTED if value is None else str(words.per_cent(round(value * 10), 1000))


def _number(value: float | None) -> str:
    return NOT_COUNTED if value is None else f"{value:.1f}"


def as_json(rated: Sequence[Rated]) -> str:
    """Everything."""
    return json.dumps({"projects": [_project(*one) for one in rated]}, indent=2) + "\n"


def _project(project: ProjectScore, then: ProjectScore | None) -> Mapping[str, object]:
    was = {journey.key: journey.total for journey in then.journeys} if then else {}
    journeys = [
        {
            "id": journey.key,
            "title": journey.title,
            "file": journey.file,
            "score": journey.total,
            **({"was": was.get(journey.key)} if then else {}),
            "parts": {name: journey.parts.get(name) for name in NAMES},
        }
        for journey in project.journeys
    ]
    weights = {part.name: part.weight for part in PARTS}
    mean = {"score": project.mean, **({"was": then.mean} if then else {})}
    return {"name": project.name, "folder": project.folder, **mean, "weights": weights, "journeys": journeys}


def as_markdown(rated: Sequence[Rated]) -> str:
    """A table a project."""
    return "\n".join(part for project, then in rated for part in _table(project, then))


def _table(project: ProjectScore, then: ProjectScore | None) -> Iterator[str]:
    head = ("Journey", *(name.capitalize() for name in _head("", project, then)[1:]))
    *rows, last = ([markdown.escape(cell) for cell in row] for row in _rows(project, then))
    yield markdown.heading(2, markdown.escape(project.name))
    yield ""
    yield markdown.table(head, [*rows, [markdown.strong(cell) for cell in last]])
    yield ""


WRITERS: Mapping[str, Writer] = {"text": text, "json": as_json, "markdown": as_markdown}
"""The formats, by name."""
