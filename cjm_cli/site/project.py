"""The project that a site is made of: its files, what they are made of, and the check that comes first."""

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from cjm_cli.cache import CacheBy
from cjm_cli.errors import UsageError
from cjm_cli.lint.check import ExamineAll
from cjm_cli.session import CheckedProject, Log, Terms, open_session
from cjm_cli.settings import Settings, settings_of
from cjm_cli.site.inputs import Inputs, inputs_of
from cjm_cli.workspace.discover import Contents, Place, discover, places, shown
from cjm_cli.workspace.source_file import SourceFile

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

    def with_contents(self, contents: Contents) -> "Project":
        """The same with these contents in place of what the disk holds."""
        return Project(self.place._replace(contents=contents), self.today)

    @cached_property
    def files(self) -> list[SourceFile]:
        """Its journeys and personas."""
        return discover(self.place, self.settings.choice)

    def checked(self, log: Log, examine_all: ExamineAll | None = None) -> CheckedProject:
        """All of it, checked; projects that lie within it are none of it. A file that is as it was is not examined again."""
        terms = Terms(today=self.today, jobs=None, cache_by=CacheBy.CONTENT, examine_all=examine_all)
        session = open_session([self.place.root], None, log, terms=terms, contents=self.place.contents)
        return next(project for project in session.projects if project.place.root == self.place.root)


def project_at(path: Path, today: date | None) -> Project:
    """The project that a path is the folder of, or lies in. Raises UsageError when there are several."""
    found = places([path])
    root = Path(os.path.abspath(path))  # noqa: PTH100 (a link in the path stays one)
    own = next((place for place in found if place.root == root and place.settings.exists()), None)
    place = own or found[0]
    if own is None and len(found) > 1:
        raise UsageError(f'a site is of one project, and "{path}" holds several', "name one of their folders")
    return Project(Place(place.root, (place.root,)), today)
