"""Does something again whenever a file of the project changes."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from cjm_cli.errors import CjmError, UsageError
from cjm_cli.session import STDIN
from cjm_cli.streams import write_err
from cjm_cli.summary import counted
from cjm_cli.workspace.discover import is_searched, places, shown

PAUSE = 0.5
"""Seconds between two looks."""
WATCHED = (".yaml", ".yml", ".toml")
"""What maps and settings are kept in."""

State = dict[Path, tuple[int, int]]
"""When each file was changed last, and how long it is."""


def watch(paths: Sequence[Path], work: Callable[[], object], say: Callable[[str], None]) -> NoReturn:
    """Works now and after each change, until Ctrl-C."""
    if STDIN in paths:
        raise UsageError("standard input cannot be watched", "give files or folders")
    roots = {place.root for place in places(paths)}
    seen = _state(roots)
    _survived(work)
    say(f"Watching {counted(len(seen), 'file')}; Ctrl-C ends it.")
    while True:
        time.sleep(PAUSE)
        now = _state(roots)
        if now == seen:
            continue
        changed = sorted(path for path in {*now, *seen} if now.get(path) != seen.get(path))
        # What is changed during the work is seen by the next look.
        seen = now
        say("")
        say(_separation(changed))
        _survived(work)


def _survived(work: Callable[[], object]) -> None:
    """What cannot be done now may be done after the next change."""
    try:
        work()
    except CjmError as error:
        write_err(f"error: {error}")


def _state(roots: set[Path]) -> State:
    return dict(entry for root in roots for entry in _files(root))


def _files(root: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    for below, folders, files in os.walk(root):
        folders[:] = [name for name in folders if is_searched(name)]
        for path in (Path(below, name) for name in files if name.endswith(WATCHED)):
            try:
                known = path.stat()
            except OSError:
                continue  # It has just been removed, or points nowhere.
            yield path, (known.st_mtime_ns, known.st_size)


def _separation(changed: Sequence[Path]) -> str:
    more = f" and {counted(len(changed) - 1, 'other file')}" if len(changed) > 1 else ""
    return f"──── changed: {shown(changed[0])}{more} ────"
