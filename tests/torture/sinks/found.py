"""What became of commands, and what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture import judges
from tests.torture.sinks import pages
from tests.torture.sinks.outputs import SAID, Output


@dataclass
class Told:
    """What became of some commands: their exit codes, what they said, and the files that came."""

    folder: Path
    codes: Sequence[int]
    streams: Sequence[tuple[bytes, bytes]]
    names: Sequence[str]
    faults: list[str] = field(default_factory=list)

    def of(self, name: str) -> bytes:
        return self.streams[self.names.index(name)][0]


Tell = Callable[..., Told]
TellIn = Callable[[Path, Mapping[str, Output]], Iterator[str]]


def nothing_in(faults: Sequence[str]) -> None:
    assert not faults, "\n".join([f"{len(faults)} faults", *(fault[:300] for fault in faults[:60])])


def said_faults(told: Told) -> Iterator[str]:
    """What is wrong with what commands said."""
    for name, code, (out, err) in zip(told.names, told.codes, told.streams, strict=True):
        judge = SAID[name].judge if name in SAID else judges.terminal
        found = [*judges.fell(code, out, err), *judge(out), *judges.terminal(err)]
        yield from (f"{name}: {fault}" for fault in found)


def drawn_faults(folder: Path) -> Iterator[str]:
    """What is wrong with the files that were drawn, but for what a browser has to say."""
    for path in sorted(path for path in (folder / "out").rglob("*") if path.is_file()):
        yield from (f"{path.name}: {fault}" for fault in judges.BY_SUFFIX[path.suffix](path.read_bytes()))


GROUPS = ("site", "review", "html", "svg", "md")


def shown(folder: Path, *, every: bool = True) -> Mapping[str, list[Path]]:
    """What a browser can show, by the folders of it, or some of each; Markdown as an ordinary renderer shows it."""
    for path in sorted((folder / "out" / "md").glob("*.md")):
        page = f"<!doctype html><meta charset=utf-8><title>a</title>{judges.rendered(path.read_bytes())}"
        path.with_suffix(".html").write_text(page, "utf-8")
    ends = {".html", ".svg"}
    found = {group: [path for path in (folder / "out" / group).rglob("*") if path.suffix in ends] for group in GROUPS}
    return {group: sorted(paths) if every else few(paths) for group, paths in found.items()}


def few(paths: Sequence[Path]) -> list[Path]:
    """A few files of each folder."""
    folders = sorted({path.parent for path in paths})
    return [path for folder in folders for path in sorted(path for path in paths if path.parent == folder)[:4]]


def page_faults(room: pages.Room, folder: Path, plain: Mapping[str, set[str]], *, every: bool = True) -> Iterator[str]:
    for group, paths in shown(folder, every=every).items():
        for path in paths:
            yield from room.faults(path, plain=plain.get(group))
