"""Files with another content: written all together, or shown as a diff."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from io import StringIO
from pathlib import Path

from cjm_cli.errors import OutputError, reason
from cjm_cli.files import read_file
from cjm_cli.output import Draft, Rewrite, draft, write
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import shown


def write_all(files: Mapping[Path, Rewrite]) -> None:
    """Writes all, or leaves all as they were: what belongs together may go over several files. Raises OutputError.

    All of it is on the disk before the first file changes, so that a full one is noticed in time.
    """
    done: list[Path] = []
    try:
        with ExitStack() as stack:
            drafts = {path: stack.enter_context(_drafted(path, rewrite)) for path, rewrite in files.items()}
            for path, new in drafts.items():
                _refuse_changed(path, files[path])
                new.replace()
                done.append(path)
    except OutputError as error:
        left = [shown(path) for path in done if not _is_put_back(path, files[path])]
        raise _told(error, left, among=len(files)) from error


def _drafted(path: Path, rewrite: Rewrite) -> Draft:
    _refuse_changed(path, rewrite)
    return draft(path, rewrite.new)


def _refuse_changed(path: Path, rewrite: Rewrite) -> None:
    """What somebody wrote while we were at work would be lost. A file with two names may have been written already."""
    try:
        if read_file(path) in (rewrite.old, rewrite.new):
            return
    except OSError as error:
        raise OutputError(str(path), reason(error)) from error
    raise OutputError(str(path), "it has changed in the meantime")


def _is_put_back(path: Path, rewrite: Rewrite) -> bool:
    try:
        write(path, rewrite.old)
    except OutputError:
        return False
    return True


def _told(error: OutputError, left: Sequence[str], *, among: int) -> OutputError:
    """The error, with what became of the other files."""
    state = f"written before it: {', '.join(left)}" if left else "no file was changed"
    return OutputError(shown(Path(error.path)), f"{error.reason}; {state}" if among > 1 else error.reason)


def diff(files: Mapping[Path, Rewrite]) -> str:
    """What would change, as `git apply` takes it; on a terminal, with nothing in it that it would obey."""
    lines = [line for path in sorted(files) for line in _diff(shown(path), files[path])]
    if sys.stdout is not None and sys.stdout.isatty():
        return "".join(f"{escape(line.removesuffix(chr(10)))}\n" for line in lines)
    return "".join(lines)


def _diff(name: str, rewrite: Rewrite) -> Iterator[str]:
    # Here, because most that is rewritten is not shown.
    from difflib import unified_diff

    old, new = _lines(rewrite.old.decode()), _lines(rewrite.new.decode())
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Ended by line feeds alone, as git's lines are."""
    return StringIO(text, newline="\n").readlines()
