"""Lets the parser in C read what only YAML 1.2 allows.

libyaml 0.1.7 stops at a `?` or `:` within a plain text in brackets: `[Where is it?]`, `{url: https://x.org}`. Both are
common in journeys, and the parser in Python takes twenty times as long. So those characters, where they can only be text, are
replaced by others of the same length before the parser sees them; values are turned back afterwards.
"""

import re

_QUESTION, _COLON = "\ue000", "\ue001"
"""Private characters: in a file that holds them already, nothing is replaced."""

# A "?" is an indicator only where a token begins; a ":" only before white space or a bracket, or after a closing quote or
# bracket. What stands before is looked at last: a pattern that begins with a plain character is found much faster.
_TEXT_QUESTION = re.compile(r"\?(?<=[^\s,\[\]{}]\?)")
_TEXT_COLON = re.compile(r":(?=[^\s,\[\]{}])(?<=[^\s,\[\]{}\"']:)")
_BACK = str.maketrans({_QUESTION: "?", _COLON: ":"})


def disguise(text: str) -> str | None:
    """The same text for the parser in C, with every place kept; None when there is nothing to gain."""
    if _QUESTION in text or _COLON in text or "!<" in text or text.startswith("%") or "\n%" in text:
        return None
    changed = _TEXT_COLON.sub(_COLON, _TEXT_QUESTION.sub(_QUESTION, text))
    return None if changed == text else changed


def reveal(value: str) -> str:
    """A value as its author wrote it."""
    return value.translate(_BACK) if _QUESTION in value or _COLON in value else value
