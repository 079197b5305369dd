"""Colour: whether there is any, decided once, and the few that we use.

Texts are painted as they are made, and `plain` takes the paint off where none is wanted. That is safe because the user's
text is escaped before it gets here: every escape sequence left is one of ours.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

_PAINT = re.compile(r"\x1b\[[0-9;]*m")


class Choice(StrEnum):
    """What `--color` may say."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def is_wanted(choice: Choice, environment: Mapping[str, str], stream: TextIO | None) -> bool:
    """Whether what goes to the stream is coloured; the first that has an opinion decides."""
    if choice is not Choice.AUTO:
        return choice is Choice.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR", "").lower()
    if forced:
        return forced not in ("0", "false")
    return environment.get("TERM") != "dumb" and stream is not None and stream.isatty()


def plain(text: str) -> str:
    """The text without paint."""
    return _PAINT.sub("", text)


def bold(text: str) -> str:
    """Stands out."""
    return _painted("1", text)


def red(text: str) -> str:
    """An error."""
    return _painted("1;31", text)


def yellow(text: str) -> str:
    """A warning."""
    return _painted("1;33", text)


def cyan(text: str) -> str:
    """A hint."""
    return _painted("1;36", text)


def blue(text: str) -> str:
    """The frame round the user's text."""
    return _painted("1;34", text)


def magenta(text: str) -> str:
    """A moment of truth."""
    return _painted("1;35", text)


def dim(text: str) -> str:
    """What stands back."""
    return _painted("2", text)


def italic(text: str) -> str:
    """What somebody thinks or says."""
    return _painted("3", text)


def _painted(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if text else ""
