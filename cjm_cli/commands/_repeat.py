"""A check that was made before, of files that are as they were: what was told then is told again, before models and rules load."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from cjm_cli import __version__
from cjm_cli.cache.answers import Question
from cjm_cli.cache.digest import digest, looks
from cjm_cli.cache.run import FILE, cache_folder
from cjm_cli.commands._today import day, moment
from cjm_cli.errors import OutputError
from cjm_cli.streams import harden, write_err, write_out


def asked(arguments: list[str]) -> Question | None:
    """The question that a command line asks; None when there is no place for answers."""
    folder = cache_folder(os.environ)
    if folder is None:
        return None
    with suppress(OSError):
        return Question(folder / FILE, digest(*(repr(part).encode() for part in _parts(arguments))), moment())
    return None


def _parts(arguments: list[str]) -> tuple[object, ...]:
    """All that an answer depends on, beside the files: it is simpler to take too much than to find out what matters."""
    # A shell puts the command itself into `_`.
    environment = sorted((name, value) for name, value in os.environ.items() if name != "_")
    terminals = [stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr)]
    libraries = [(folder, looks(Path(folder).stat())) for folder in sys.path if Path(folder).is_dir()]
    # Who may not read a file is told so.
    person = [getattr(os, name)() for name in ("geteuid", "getegid", "getgroups") if hasattr(os, name)]
    here = (str(Path.cwd()), str(day(None)), person)
    return __version__, sys.version, arguments, *here, terminals, environment, libraries


def told_again(question: Question) -> int | None:
    """Tells what was told before, and returns the exit code; None when that is not known."""
    answer = None
    with suppress(OSError):
        answer = question.answer()
    if answer is None:
        return None
    harden()
    try:
        for told in answer.told:
            (write_out if told.is_data else write_err)(told.text)
    except OutputError as error:
        write_err(f"error: {error}")
        return 2
    return answer.code
