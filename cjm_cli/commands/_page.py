"""Pages of text for a terminal."""

import shutil
import textwrap

READABLE = 100
"""No line is longer, however wide the terminal."""


def columns() -> int:
    """How wide a page is."""
    return max(60, min(READABLE, shutil.get_terminal_size((80, 24)).columns))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a paragraph; at least one."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
