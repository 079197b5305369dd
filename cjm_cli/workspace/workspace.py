"""Many files, linked: who is who in a project. Read-only once built.

A project may hold thousands of journeys, so the workspace keeps of each only what other files ask for: its id, where
it stands, and what it refers to. The journey itself is read again when somebody needs it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cjm_cli.errors import SourceError
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.references import Target
from cjm_cli.source import Document, Limits
from cjm_cli.workspace.introduction import Introduction, JourneyEntry, PersonaEntry, introduced
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.picture import PictureFile, Unusable, read_picture
from cjm_cli.workspace.source_file import SourceFile

AT_ONCE = 4
"""How many files are kept when they are read again: a journey, its baseline, its parent, a persona."""


@dataclass
class Again:
    """Files that are read again when somebody needs them, the last few kept."""

    limits: Limits
    _kept: dict[SourceFile, Loaded] = field(default_factory=dict)

    def load(self, source: SourceFile) -> Loaded:
        """The file as it is now, unless it was among the last few."""
        if source not in self._kept:
            while len(self._kept) >= AT_ONCE:
                del self._kept[next(iter(self._kept))]
            self._kept[source] = load(source, self.limits)
        return self._kept[source]


@dataclass(frozen=True)
class Workspace:
    """One project: its catalogue, its personas, and an index of its journeys."""

    project: Project
    catalogue: Catalogue
    settings_file: SourceFile | None
    personas: Mapping[str, PersonaEntry]
    journeys: Mapping[str, JourneyEntry]
    twins: tuple[JourneyEntry | PersonaEntry, ...]
    """Files whose id another file, that comes before them, has already."""
    mentioned: frozenset[tuple[Target, str]]
    """Every id that some file refers to."""
    complete: bool
    """Whether every file could be understood; when not, nothing can be said about what is missing."""
    _again: "Again"

    @property
    def entries(self) -> Iterator[JourneyEntry]:
        """Every journey that can be looked at, those with a doubtful id included."""
        yield from (entry for entry in self.journeys.values() if entry.sound)
        yield from (twin for twin in self.twins if isinstance(twin, JourneyEntry) and twin.sound)

    @property
    def ids(self) -> dict[SourceFile, str]:
        """The id of what each file holds."""
        return {entry.source: entry.id for entry in (*self.journeys.values(), *self.personas.values(), *self.twins)}

    def persona(self, reference: Persona | str) -> Persona | None:
        """A persona by its id, or the inline persona itself."""
        if isinstance(reference, Persona):
            return reference
        entry = self.personas.get(reference)
        return entry.model if entry else None

    def journey(self, id_: str) -> Journey | None:
        """A journey by its id, read from its file; None when there is none, or none that can be understood."""
        entry = self.journeys.get(id_)
        return self.read(entry) if entry and entry.sound else None

    def read(self, entry: JourneyEntry) -> Journey:
        """The journey of an entry that is sound. Raises SourceError when its file has changed in the meantime."""
        model = self.loaded(entry.source).model
        if not isinstance(model, Journey):
            raise SourceError(entry.source.name, "it has changed while it was being worked on")
        return model

    def logo(self) -> PictureFile | Unusable | None:
        """The picture that the settings name as the project's logo, or why it cannot be shown; None without one."""
        name, file = self.project.theme.logo, self.settings_file
        return read_picture(name, file.path.parent) if name is not None and file is not None else None

    def document(self, source: SourceFile) -> Document | None:
        """The document of a file, to find places in."""
        return self.loaded(source).document

    def loaded(self, source: SourceFile) -> Loaded:
        """A file, read again unless it was among the last few."""
        return self._again.load(source)


@dataclass
class Linker:
    """Builds the workspace file by file, so that no more than one journey need be in memory."""

    project: Project
    settings_file: SourceFile | None
    limits: Limits
    catalogue: Catalogue = field(init=False)
    _personas: dict[str, PersonaEntry] = field(default_factory=dict)
    _journeys: dict[str, JourneyEntry] = field(default_factory=dict)
    _twins: list[JourneyEntry | PersonaEntry] = field(default_factory=list)
    _mentioned: set[tuple[Target, str]] = field(default_factory=set)
    _complete: bool = True

    def __post_init__(self) -> None:
        self.catalogue = Catalogue.of(self.project)
        self._mentioned |= {
            (Target.CHANNEL, entry.channel) for entry in self.project.touchpoints if entry.channel is not None
        }
        self._mentioned |= {(Target.TEAM, entry.owner) for entry in self.project.touchpoints if entry.owner is not None}

    def add(self, loaded: Loaded) -> None:
        """Takes from a file what others need to know of it."""
        self.take(introduced(loaded))

    def take(self, introduction: Introduction) -> None:
        """Takes what others need to know of a file."""
        entry = introduction.entry
        self._complete &= introduction.understood
        self._mentioned |= introduction.mentioned
        first: JourneyEntry | PersonaEntry | None = entry
        if isinstance(entry, JourneyEntry):
            first = self._journeys.setdefault(entry.id, entry)
        elif entry is not None:
            first = self._personas.setdefault(entry.id, entry)
        if entry is not None and first is not entry:
            self._twins.append(entry)

    def workspace(self) -> Workspace:
        """All that was added, linked."""
        return Workspace(
            project=self.project,
            catalogue=self.catalogue,
            settings_file=self.settings_file,
            personas=self._personas,
            journeys=self._journeys,
            twins=tuple(self._twins),
            mentioned=frozenset(self._mentioned),
            complete=self._complete,
            _again=Again(self.limits),
        )
