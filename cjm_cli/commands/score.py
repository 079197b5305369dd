"""`cjm score`: what maps are worth, and a ratchet that lets them only get better."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._measured import Measured, measured, tell_broken, within
from cjm_cli.commands._page import columns, wrapped
from cjm_cli.commands._today import day
from cjm_cli.measure.score import PARTS, ProjectScore, falls, project_score
from cjm_cli.measure.tell_score import WRITERS, Rated

EXAMPLES = """\
cjm score
cjm score --fail-under 70
cjm score --no-regress origin/main
cjm score --explain"""


def score(
    *,
    paths: options.Paths = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=f"{options.one_of(WRITERS)}.")
    ] = "text",
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", metavar="N", min=0, max=100, help="Fail when the mean of a project is below N."),
    ] = None,
    no_regress: Annotated[
        str | None,
        typer.Option(
            "--no-regress",
            metavar="REV",
            help="Fail when a journey, or the mean, is below what it was at this git revision.",
        ),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say what the score is made of.")] = False,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="Count how fresh reviews are on this day, such as 2026-05-31."),
    ] = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Rate journeys from 0 to 100 by what is told, felt, proven and answered.

    The score of a project is the mean of its journeys. A journey that is new has no past to be compared with. Archived
    ones are not rated, and one that cannot be understood is worth 0.
    """
    write = WRITERS[options.chosen("format", format_, WRITERS)]
    voice = options.Voice(quiet, verbose, color)
    if explain:
        voice.data("\n".join([*_explanation(), ""]))
        return 0
    as_of = day(today) if today else None
    projects = measured(paths or [options.HERE], as_of, voice)
    rated: list[Rated] = [(_rated(one, as_of), _before(one, no_regress, as_of)) for one in projects]
    voice.data(write(rated))
    tell_broken([name for project, _ in rated for name in project.broken], "is worth 0", voice)
    reasons = [*_below(rated, fail_under), *_fallen(rated, no_regress)]
    for reason in reasons:
        voice.note(reason)
    return int(bool(reasons))


def _rated(one: Measured, today: date | None) -> ProjectScore:
    return project_score(one.name, one.folder, one.sight, today)


def _before(one: Measured, revision: str | None, today: date | None) -> ProjectScore | None:
    """The same project at the revision, by the rules of now."""
    if revision is None:
        return None
    # Here, because calling other programs takes a module that most runs do not need.
    from cjm_cli.history.earlier import checked_at
    from cjm_cli.measure.seen import sight

    place, settings = one.checked.place, one.checked.settings
    with checked_at(revision, place, settings, today=today) as then:
        seen = within(place, sight(then.workspace, then.findings))
    return project_score(one.name, one.folder, seen, today)


def _below(rated: Sequence[Rated], least: float | None) -> Iterator[str]:
    for project, _ in rated:
        if least is not None and project.mean is not None and project.mean < least:
            yield f"{project.name}: {project.mean:.1f} is below {least:g}."


def _fallen(rated: Sequence[Rated], revision: str | None) -> Iterator[str]:
    for project, then in rated:
        for fall in falls(project, then) if then else ():
            what = fall.key or f"{project.name}, without what is new,"
            yield f"{what} is worth {fall.now:.1f}, and was worth {fall.was:.1f} at {revision}."


def _explanation() -> Iterator[str]:
    yield from wrapped(
        "The score of a journey is the weighted mean of these parts, each from 0 to 100, with these weights; what "
        "does not count leaves its weight to the others.",
        columns(),
    )
    yield ""
    for part in PARTS:
        first, *more = wrapped(part.meaning, columns() - 21)
        yield f"  {part.name:9}  {part.weight:>6}  {first}"
        yield from (" " * 21 + line for line in more)
