"""What `cjm stats` and `cjm score` share: the projects that were asked for, and what is counted in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cjm_cli.commands._options import Voice, nothing_in
from cjm_cli.errors import UsageError
from cjm_cli.measure.seen import Sight, sight
from cjm_cli.session import CheckedProject, Terms, open_session
from cjm_cli.site.linked import UNNAMED
from cjm_cli.workspace.discover import Place, shown


@dataclass(frozen=True)
class Measured:
    """A project with the journeys of it that were asked for."""

    checked: CheckedProject
    sight: Sight

    @property
    def name(self) -> str:
        """What it is called."""
        return self.checked.settings.project.name or UNNAMED

    @property
    def folder(self) -> str:
        """Where it lies, seen from here."""
        return shown(self.checked.place.root)


def measured(paths: Sequence[Path], today: date | None, voice: Voice) -> list[Measured]:
    """Every project with a journey. Raises UsageError when there is none, or its settings cannot be used.

    What the baseline forgives is counted all the same: a number that looks away measures nothing.
    """
    session = open_session(paths, None, voice.log, terms=Terms(no_baseline=True, today=today))
    if session.unusable:
        where = ", ".join(session.unusable)
        raise UsageError(f"the settings in {where} hold mistakes", "see: cjm validate")
    found = [_measured(project) for project in session.projects]
    with_journeys = [one for one in found if one.sight.journeys or one.sight.broken]
    if not with_journeys:
        raise nothing_in(paths)
    return with_journeys


def _measured(project: CheckedProject) -> Measured:
    assert project.workspace is not None
    return Measured(project, within(project.place, sight(project.workspace, project.findings)))


def within(place: Place, seen: Sight) -> Sight:
    """The journeys that were asked for."""
    journeys = tuple(one for one in seen.journeys if place.covers(one.entry.source.path))
    broken = tuple(one for one in seen.broken if place.covers(one[1].source.path))
    return replace(seen, journeys=journeys, broken=broken)


def tell_broken(names: Sequence[str], what: str, voice: Voice) -> None:
    """Names the files of which nothing is known."""
    for name in names:
        voice.note(f"{name} cannot be understood, and {what}; see: cjm validate")
