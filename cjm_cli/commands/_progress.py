"""How far long work has come: one line on a terminal that is gone when the work is done."""

import os
import sys
from time import monotonic

from cjm_cli.commands._options import Voice
from cjm_cli.streams import write_status

PATIENCE = 0.5
"""Seconds of work before anybody wants to know."""


class Progress:
    """Counts the steps of some work, and says what they make on standard output."""

    def __init__(self, doing: str, total: int, voice: Voice) -> None:
        self._doing, self._total, self._voice = doing, total, voice
        self._done = 0
        self._begun = monotonic()
        self._is_wanted = not voice.quiet and _is_watched()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *failure: object) -> None:
        self._show("")

    def step(self, made: str) -> None:
        """One more is done; `made` is data to be told."""
        self._show("")
        self._voice.data(made)
        self._done += 1
        if self._done < self._total and monotonic() - self._begun > PATIENCE:
            self._show(f"{self._doing} {self._done + 1} of {self._total} …")

    def _show(self, line: str) -> None:
        if self._is_wanted:
            write_status(line)


def _is_watched() -> bool:
    """Whether somebody sits at a terminal that can take a line back."""
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr is not None and sys.stderr.isatty()
