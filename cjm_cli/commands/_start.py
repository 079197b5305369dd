"""What `cjm init` and `cjm new` share: how they tell what they have written, and whether there is somebody to ask."""

import sys
from collections.abc import Iterable, Sequence

from cjm_cli.commands import _options as options
from cjm_cli.start.files import Plan, write_all
from cjm_cli.terminal import escape, pad
from cjm_cli.workspace.discover import shown

Step = tuple[str, str]
"""A command to go on with, and what it is for."""


def somebody_is_there() -> bool:
    """Whether a question would be read, and an answer could be given."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()


def carry_out(plan: Plan, voice: options.Voice, *, dry_run: bool) -> None:
    """Writes what is planned, unless it is only to be shown, and tells of every file."""
    if not dry_run:
        write_all(plan)
    voice.data("".join(f"{escape(shown(file.path))}\n" for file in plan.files))
    for path in plan.kept:
        voice.note(f"{shown(path)} is there already, and stays as it is")


def tell_next(steps: Sequence[Step], voice: options.Voice) -> None:
    """What to do next."""
    voice.note("Next:")
    for line in _aligned(steps):
        voice.note(f"  {line}")


def _aligned(steps: Sequence[Step]) -> Iterable[str]:
    width = max(len(escape(command)) for command, why in steps if why)
    return (f"{pad(escape(command), width)}  # {why}" if why else escape(command) for command, why in steps)
