"""Mends what can be mended, in the files themselves or as a diff."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path
from typing import Any

from cjm_cli.commands._mending import Mending
from cjm_cli.commands._options import Voice
from cjm_cli.errors import OutputError, reason
from cjm_cli.finding import Finding
from cjm_cli.mend import Mended, Open, Rewrite, mend
from cjm_cli.output import write
from cjm_cli.session import Session
from cjm_cli.streams import write_bytes
from cjm_cli.summary import counted
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import shown

SILENT = Voice(quiet=2)


def mended(mending: Mending, opened: Open, choose: Callable[[Session, Voice], tuple[Sequence[Finding], Any]]) -> Mended:
    """Makes the fixes, in memory."""
    return mend(opened, lambda session: choose(session, SILENT)[0], mending.safety)


def carry_out(mended: Mended, mending: Mending, voice: Voice, *, is_stdin: bool) -> None:
    """Writes what was mended, or shows it; what came from standard input goes to standard output."""
    if mending.diff:
        voice.data(diff(mended.files))
    elif is_stdin:
        (text,) = (mended.files[path].new if path in mended.files else old for path, old in mended.given.items())
        write_bytes(text)
    else:
        write_all(mended.files)
    voice.note(told(mended, mending))


def write_all(files: Mapping[Path, Rewrite]) -> None:
    """Writes all, or leaves all as they were: a fix may go over several files. Raises OutputError."""
    done: list[Path] = []
    try:
        for path, rewrite in files.items():
            _refuse_changed(path, rewrite)
            write(path, rewrite.new)
            done.append(path)
    except OutputError:
        for path in done:
            with suppress(OutputError):
                write(path, files[path].old)
        raise


def _refuse_changed(path: Path, rewrite: Rewrite) -> None:
    """What somebody wrote while we were at work would be lost."""
    try:
        if path.read_bytes() == rewrite.old:
            return
    except OSError as error:
        raise OutputError(shown(path), reason(error)) from error
    raise OutputError(shown(path), "it has changed in the meantime")


def diff(files: Mapping[Path, Rewrite]) -> str:
    """What would change, as `git apply` takes it; on a terminal, with nothing in it that it would obey."""
    lines = [line for path in sorted(files) for line in _diff(shown(path), files[path])]
    if sys.stdout is not None and sys.stdout.isatty():
        return "".join(f"{escape(line.removesuffix(chr(10)))}\n" for line in lines)
    return "".join(lines)


def _diff(name: str, rewrite: Rewrite) -> Iterator[str]:
    old, new = _lines(rewrite.old.decode()), _lines(rewrite.new.decode())
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def told(mended: Mended, mending: Mending) -> str:
    """How it went."""
    if not mended.fixed:
        return "Nothing was mended."
    how = "Would mend" if mending.diff else "Mended"
    return f"{how} {counted(mended.fixed, 'finding')} in {counted(len(mended.files), 'file')}."
