"""Mends what can be mended, in the files themselves or as a diff."""

from collections.abc import Callable, Sequence
from typing import Any

from cjm_cli.commands._mending import Mending
from cjm_cli.commands._options import Voice
from cjm_cli.commands._rewrites import diff, write_all
from cjm_cli.finding import Finding
from cjm_cli.mend import Mended, Open, mend
from cjm_cli.session import Session
from cjm_cli.streams import write_bytes
from cjm_cli.summary import counted

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


def told(mended: Mended, mending: Mending) -> str:
    """How it went."""
    if not mended.fixed:
        return "Nothing was mended."
    how = "Would mend" if mending.diff else "Mended"
    return f"{how} {counted(mended.fixed, 'finding')} in {counted(len(mended.files), 'file')}."
