"""Files that are about to be written: all of them or none, and none over another."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cjm_cli.errors import UsageError
from cjm_cli.output import create


@dataclass(frozen=True)
class NewFile:
    """What shall be written, and where."""

    path: Path
    content: str


@dataclass(frozen=True)
class Plan:
    """The files to write, and those that are there already and stay as they are."""

    files: tuple[NewFile, ...]
    kept: tuple[Path, ...] = ()


def planned(files: Iterable[NewFile]) -> Plan:
    """What is there stays. Raises UsageError, before anything is written, where a file is in the way of a folder."""
    listed = tuple(files)
    for file in listed:
        _refuse_file_above(file.path)
    there = tuple(file.path for file in listed if is_there(file.path))
    return Plan(tuple(file for file in listed if file.path not in there), there)


def is_there(path: Path) -> bool:
    """Whether something has this name, be it a link that leads nowhere."""
    return os.path.lexists(path)


def _refuse_file_above(path: Path) -> None:
    above = next((folder for folder in path.parents if is_there(folder)), None)
    if above is not None and not above.is_dir():
        raise UsageError(f"{above} is no folder", "name another, or take it away first")


def write_all(plan: Plan) -> None:
    """Writes the files; when one of them cannot be written, or somebody interrupts, takes away those before it."""
    made: list[Path] = []
    try:
        for file in plan.files:
            made += _missing_folders(file.path)
            made.append(create(file.path, file.content.encode()))
    except BaseException:
        _take_away(made)
        raise


def _missing_folders(path: Path) -> Iterator[Path]:
    """The outermost first."""
    return reversed([folder for folder in path.parents if not folder.exists()])


def _take_away(made: Sequence[Path]) -> None:
    """A folder that somebody else has put something into stays."""
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
