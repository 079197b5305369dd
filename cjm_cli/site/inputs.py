"""What a site is made of, as short marks that change with it: the files of a project, and this program itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from cjm_cli import __version__, resources
from cjm_cli.files import read_file
from cjm_cli.model.references import Target
from cjm_cli.settings import Settings
from cjm_cli.site.names import digest
from cjm_cli.workspace.discover import Place, discover
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Workspace


@dataclass(frozen=True)
class Inputs:
    """The mark of every file, by its path within the project; taken before the files are read."""

    marks: Mapping[str, str]
    settings: str
    """The mark of all settings."""

    def whole(self, *more: str) -> str:
        """The mark of all of it."""
        listed = (f"{name} {mark}" for name, mark in sorted(self.marks.items()))
        return marked(program(), self.settings, *listed, *more)

    def of_journey(self, entry: JourneyEntry, workspace: Workspace, *more: str) -> str:
        """The mark of what the page of a journey shows: the journey, all that it refers to, and that again."""
        reached = sorted({source.inside for source in _reached(entry, workspace)})
        return marked(program(), self.settings, *more, *(f"{name} {self.marks.get(name)}" for name in reached))


def inputs_of(place: Place, settings: Settings) -> Inputs:
    """The marks of a project's files as they are now."""
    sources = discover(place, settings.choice)
    own = [*([settings.file] if settings.file else []), *settings.extended]
    return Inputs(
        {source.inside: _mark(source) for source in sources},
        marked(*(f"{source.inside} {_mark(source)}" for source in own)),
    )


def marked(*parts: str) -> str:
    """One mark for several texts; none of ours holds a NUL."""
    return digest("\0".join(parts).encode(errors="surrogatepass"))


def _mark(source: SourceFile) -> str:
    """A file that cannot be read is told of by those who need it."""
    try:
        return digest(read_file(source.path) if source.content is None else source.content)
    except OSError:
        return "unreadable"


def _reached(entry: JourneyEntry, workspace: Workspace) -> Iterator[SourceFile]:
    seen, waiting = {entry.source}, [entry]
    while waiting:
        here = waiting.pop()
        yield here.source
        for reference in here.references:
            if reference.target is Target.PERSONA and reference.id in workspace.personas:
                yield workspace.personas[reference.id].source
            there = workspace.journeys.get(reference.id.partition("#")[0])
            if reference.target is Target.JOURNEY and there and there.source not in seen:
                seen.add(there.source)
                waiting.append(there)


@cache
def program() -> str:
    """The mark of this program: its version, and its files, for one that is being worked on keeps its version."""
    parts = [*_contents(files("cjm_cli")), *_contents(resources.folder("templates"))]
    return marked(__version__, *parts)


def _contents(folder: Traversable, within: str = "") -> Iterable[str]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from () if item.name == "__pycache__" else _contents(item, f"{within}{item.name}/")
        else:
            yield f"{within}{item.name} {digest(item.read_bytes())}"
