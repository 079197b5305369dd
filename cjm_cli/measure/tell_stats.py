"""Numbers as a text for people, as JSON, as Markdown, as a table for spreadsheets."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from cjm_cli import colour
from cjm_cli.markup import markdown
from cjm_cli.measure import words
from cjm_cli.measure.stats import Counts, JourneyStats, Moment, ProjectStats
from cjm_cli.summary import counted
from cjm_cli.terminal import escape

Writer: TypeAlias = Callable[[Sequence[ProjectStats], date | None], str]
Json: TypeAlias = Mapping[str, object]


def text(projects: Sequence[ProjectStats], today: date | None) -> str:
    """A block a journey, and one for all of them."""
    return "\n".join(line for project in projects for line in _project_lines(project, today))


def _project_lines(project: ProjectStats, today: date | None) -> Iterator[str]:
    for journey in project.journeys:
        yield from _block(journey.seen.facts.title, journey.seen.entry.source.name, _journey_rows(journey, today))
    total = project.total
    told = [(counted(total.journeys, "journey"), words.sizes(total)), *_count_rows(total)]
    yield from _block(project.name, project.folder, told)


def _block(title: str, where: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f"{colour.bold(escape(title))}  {colour.dim(escape(where))}"
    yield from (f"  {line}" for line in words.aligned(rows))
    yield ""


def _journey_rows(journey: JourneyStats, today: date | None) -> list[tuple[str, str]]:
    facts = journey.seen.facts
    kind = ", ".join(filter(None, (facts.state, facts.status.replace("-", " "))))
    return [
        ("size", f"{words.sizes(journey.counts)}{f' ({kind})' if kind else ''}"),
        ("lowest", words.moment(journey.low)),
        ("highest", words.moment(journey.high)),
        *_count_rows(journey.counts),
        ("reviewed", words.fresh(journey, today)),
    ]


def _count_rows(counts: Counts) -> list[tuple[str, str]]:
    return [
        ("pain points", words.pains(counts)),
        ("opportunities", words.ideas(counts)),
        ("with evidence", _evidence(counts)),
    ]


def _evidence(counts: Counts) -> str:
    told = words.share(counts.proven, counts.claimed)
    return f"{told} emotions and pain points" if counts.claimed else "nothing that could have it"


def as_json(projects: Sequence[ProjectStats], _today: date | None) -> str:
    """Everything, with scores on the common scale."""
    return json.dumps({"projects": [_project(one) for one in projects]}, indent=2) + "\n"


def _project(project: ProjectStats) -> Json:
    journeys = [_journey(journey) for journey in project.journeys]
    total = {"journeys": project.total.journeys, **_counts(project.total)}
    return {"name": project.name, "folder": project.folder, "journeys": journeys, "total": total}


def _journey(journey: JourneyStats) -> Json:
    seen, fresh = journey.seen, journey.fresh
    return {
        "id": seen.entry.id,
        "title": seen.facts.title,
        "file": seen.entry.source.name,
        "state": seen.facts.state or None,
        "status": seen.facts.status or None,
        **_counts(journey.counts),
        "lowest": _moment(journey.low),
        "highest": _moment(journey.high),
        "reviewed": fresh.reviewed or None,
        "review_every": fresh.every or None,
        "review_due": fresh.due or None,
        "overdue": journey.overdue,
    }


def _counts(counts: Counts) -> Json:
    return {
        "stages": counts.stages,
        "steps": counts.steps,
        "pain_points": counts.pains,
        "open_pain_points": {severity or "none": number for severity, number in counts.open_pains.items()},
        "opportunities": {status or "none": number for status, number in counts.ideas.items()},
        "evidence": {"with": counts.proven, "of": counts.claimed},
    }


def _moment(moment: Moment | None) -> Json | None:
    if moment is None:
        return None
    return {"stage": moment.stage, "step": moment.step, "score": moment.score, "value": moment.value}


MARKDOWN_HEAD = (
    "Journey",
    "Stages",
    "Steps",
    "Lowest",
    "Highest",
    "Pain points",
    "Opportunities",
    "With evidence",
    "Reviewed",
)


def as_markdown(projects: Sequence[ProjectStats], today: date | None) -> str:
    """A table a project."""
    return "\n".join(part for project in projects for part in _tables(project, today))


def _tables(project: ProjectStats, today: date | None) -> Iterator[str]:
    rows = [_markdown_row(journey, today) for journey in project.journeys]
    total = project.total
    last = (counted(total.journeys, "journey"), total.stages, total.steps, "", "", *_told(total), "")
    yield markdown.heading(2, markdown.escape(project.name))
    yield ""
    cells = [[markdown.escape(str(cell)) for cell in row] for row in (*rows, last)]
    yield markdown.table(MARKDOWN_HEAD, [*cells[:-1], list(map(markdown.strong, cells[-1]))])
    yield ""


def _markdown_row(journey: JourneyStats, today: date | None) -> tuple[object, ...]:
    low, high = (" ".join(words.moment(found).split("  ", 1)) if found else "" for found in (journey.low, journey.high))
    counts = journey.counts
    told = (*_told(counts), words.fresh(journey, today))
    return journey.seen.facts.title, counts.stages, counts.steps, low, high, *told


def _told(counts: Counts) -> tuple[str, str, str]:
    return words.pains(counts), words.ideas(counts), words.share(counts.proven, counts.claimed)


def as_csv(projects: Sequence[ProjectStats], _today: date | None) -> str:
    """A line a journey."""
    flat = [
        {"project": project.name, **dict(_flat("", _journey(journey)))}
        for project in projects
        for journey in project.journeys
    ]
    written = io.StringIO()
    table = csv.DictWriter(written, [*flat[0]] if flat else [], lineterminator="\n")
    table.writeheader()
    table.writerows({key: _safe(value) for key, value in row.items()} for row in flat)
    return written.getvalue()


EMPTY_MOMENT: Json = {"stage": None, "step": None, "score": None}
NO_COLUMN = {"lowest_value", "highest_value"}
"""How the project writes a score, which in a spreadsheet would be a formula."""


def _flat(above: str, values: Json) -> Iterator[tuple[str, object]]:
    for key, value in values.items():
        held = EMPTY_MOMENT if value is None and key in ("lowest", "highest") else value
        if isinstance(held, Mapping):
            yield from _flat(f"{above}{key}_", held)
        elif f"{above}{key}" not in NO_COLUMN:
            yield f"{above}{key}", held


def _safe(value: object) -> object:
    """A spreadsheet takes what starts like this for a formula and would run it."""
    if not isinstance(value, str):
        return value
    shown = escape(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""The wide ones count as well, where people write Japanese or Chinese; spaces before them may be trimmed."""


WRITERS: Mapping[str, Writer] = {"text": text, "json": as_json, "markdown": as_markdown, "csv": as_csv}
"""The formats, by name."""
