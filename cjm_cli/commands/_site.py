"""What `build` and `serve` have in common: which project, what it is made of, and what stands in the way."""

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from cjm_cli.commands import _options as options
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Severity
from cjm_cli.reports import Context, full
from cjm_cli.session import CheckedProject, Log, Session, Terms, open_session
from cjm_cli.settings import Settings, settings_of
from cjm_cli.site.inputs import Inputs, inputs_of
from cjm_cli.summary import Summary
from cjm_cli.workspace.discover import Place, places, shown

SITE = "site"
"""The folder of a site, in the folder that drawings go to."""


@dataclass(frozen=True)
class Project:
    """A project that a site is made of."""

    place: Place
    today: date | None

    @cached_property
    def settings(self) -> Settings:
        """What is in force in it."""
        return settings_of(self.place)

    @cached_property
    def inputs(self) -> Inputs:
        """The marks of its files; to be asked for before they are read."""
        return inputs_of(self.place, self.settings)

    @property
    def whole(self) -> str:
        """The mark of all that a site of it depends on."""
        return self.inputs.whole(str(self.today))

    @property
    def output(self) -> Path:
        """Where its site goes, unless told."""
        return Path(shown(self.place.root / self.settings.project.render.output / SITE))

    def checked(self, log: Log) -> CheckedProject:
        """All of it, checked; projects that lie within it are none of it."""
        session = open_session([self.place.root], None, log, terms=Terms(today=self.today))
        return next(project for project in session.projects if project.place.root == self.place.root)


def project_at(path: Path, today: date | None) -> Project:
    """The project that a path is the folder of, or lies in. Raises UsageError when there are several."""
    found = places([path])
    root = Path(os.path.abspath(path))  # noqa: PTH100 (a link in the path stays one)
    place = next((place for place in found if place.root == root), found[0])
    if place.root != root and len(found) > 1:
        raise UsageError(f'a site is of one project, and "{path}" holds several', "name one of their folders")
    return Project(Place(place.root, (place.root,)), today)


def stopped(checked: CheckedProject, voice: options.Voice, *, validate: bool) -> int:
    """The exit code when nothing may be built, else 0; what stands in the way is told."""
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    session = Session((checked,))
    if errors:
        voice.data(full.report(errors, Context(session.sources)))
        if session.unusable:
            raise SettingsError(", ".join(session.unusable))
        if validate:
            told = Summary.of(errors, 0).counts
            voice.note(f"Built nothing: {told} to correct first; --no-validate shows what it can.")
            return 1
    if checked.workspace is None or not any(True for _ in checked.workspace.entries):
        raise UsageError("there is no journey to show here", "name a folder that holds *.journey.yaml")
    return 0
