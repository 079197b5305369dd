"""A new journey or persona: where it goes in the project, and what it starts with."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle
from pathlib import Path

from cjm_cli.change import Value
from cjm_cli.errors import UsageError
from cjm_cli.model import Journey
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.references import Anatomy, Target
from cjm_cli.settings import Settings
from cjm_cli.source import Limits, read
from cjm_cli.span import Route
from cjm_cli.start.files import NewFile, is_there
from cjm_cli.start.project import SCHEMAS
from cjm_cli.start.template import filled, text
from cjm_cli.suggest import hint, nearest
from cjm_cli.workspace.discover import Place, discover, shown
from cjm_cli.workspace.globs import Globs
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import JOURNEY, PERSONA, SourceFile

KINDS = (JOURNEY, PERSONA)
"""What can be made."""
TEMPLATES = {JOURNEY: ("standard", "minimal", "service-blueprint"), PERSONA: ("persona",)}
"""What each can start from; the first unless told."""

SOMEBODY: Value = {"name": "Somebody", "goals": ["Get it done on the same day"], "basis": "hypothesis"}
"""Whose journey it is where the project has no persona."""


@dataclass(frozen=True)
class Site:
    """The project that something new is made for."""

    settings: Settings

    @property
    def root(self) -> Path:
        """Its folder."""
        return self.settings.root

    @cached_property
    def files(self) -> list[SourceFile]:
        """What it holds already."""
        return discover(Place(self.root, (self.root,)), self.settings.choice)

    @cached_property
    def personas(self) -> list[str]:
        """The ids of its personas."""
        return sorted({load(file, self.settings.limits).id for file in self._of(PERSONA)})

    def _of(self, kind: str) -> Iterator[SourceFile]:
        return (file for file in self.files if file.kind == kind)

    def path(self, kind: str, id_: str) -> Path:
        """Where most of its kind lie. Raises UsageError when there is one of that id."""
        twin = next((file.name for file in self._of(kind) if file.default_id == id_), None)
        folders = Counter(file.path.parent for file in self._of(kind))
        most = max(folders.values(), default=0)
        home = min((folder for folder, count in folders.items() if count == most), default=self.root / f"{kind}s")
        path = home / f"{id_}.{kind}.yaml"
        if twin is not None or is_there(path):
            raise UsageError(f"there is {twin or shown(path)} already", f"give another id: --id {id_}-2")
        return path

    def belongs(self, path: Path) -> bool:
        """Whether the settings count a file to the project."""
        choice, inside = self.settings.choice, path.relative_to(self.root).as_posix()
        return Globs(choice.include).match(inside) and not Globs(choice.exclude).match(inside)

    def modeline(self, kind: str, path: Path) -> str:
        """The line that tells editors of the schema, where the project has it; else none."""
        schema = self.root / SCHEMAS / f"{kind}.schema.json"
        if not schema.is_file():
            return ""
        return f"# yaml-language-server: $schema={Path(os.path.relpath(schema, path.parent)).as_posix()}\n"


def chosen_persona(site: Site, given: str | None) -> str | None:
    """Whose journey it shall be. Raises UsageError when that cannot be told, or there is no such persona."""
    if given is None:
        if len(site.personas) > 1:
            raise UsageError("whose journey it is, is not told", f"give --persona, one of: {', '.join(site.personas)}")
        return next(iter(site.personas), None)
    if given not in site.personas:
        known = f"known: {', '.join(site.personas)}" if site.personas else "make it first: cjm new persona NAME"
        raise UsageError(f'there is no persona "{given}"', hint(nearest(given, site.personas)) or known)
    return given


def new_journey(site: Site, path: Path, title: str, *, template: str, persona: str | None) -> NewFile:
    """A journey, with channels that the project knows."""
    content = text("new", JOURNEY, f"{template}.journey.yaml")
    values: dict[Route, Value] = {("title",): title, ("persona",): persona or SOMEBODY}
    channels = _channels(content, Catalogue.of(site.settings.project))
    return NewFile(path, site.modeline(JOURNEY, path) + filled(content, {**values, **channels}))


def new_persona(site: Site, path: Path, name: str) -> NewFile:
    """A persona."""
    content = text("new", PERSONA, "persona.persona.yaml")
    return NewFile(path, site.modeline(PERSONA, path) + filled(content, {("name",): name}))


def _channels(content: str, catalogue: Catalogue) -> dict[Route, Value]:
    """Channels of the catalogue in place of those of the template that it does not list."""
    if not catalogue.channels:
        return {}
    document, _ = read("template", content.encode(), Limits())
    assert document is not None
    references = Anatomy(Journey.model_validate(document.data)).references
    named = [reference for reference in references if reference.target is Target.CHANNEL]
    known = dict(zip(dict.fromkeys(found.id for found in named), cycle(catalogue.channels), strict=False))
    return {found.route: known[found.id] for found in named if found.id not in catalogue.channels}
