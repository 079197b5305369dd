"""Files with another content: written all together, or shown as a diff."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from cjm_cli.errors import OutputError, reason
from cjm_cli.files import read_file
from cjm_cli.output import Rewrite, write
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import shown


def write_all(files: Mapping[Path, Rewrite]) -> None:
    """Writes all, or leaves all as they were: what belongs together may go over several files. Raises OutputError."""
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
        if read_file(path) == rewrite.old:
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
    # Here, because most that is rewritten is not shown.
    from difflib import unified_diff

    old, new = _lines(rewrite.old.decode()), _lines(rewrite.new.decode())
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
