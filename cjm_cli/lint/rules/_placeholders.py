"""Texts that are still to be written, such as those that `--unsafe-fixes` leaves: one rule asks for them, the others wait."""

import re
from collections.abc import Mapping
from functools import cache

from cjm_cli.lint.rules._lists import word_lists

NUMBER = " #0123456789"
"""What tools put behind a name."""
STUB = "TODO"
"""What a fix puts where somebody has to write."""


def is_placeholder(text: str) -> bool:
    """Whether the text holds a marker, or is nothing but a name that a tool gave."""
    plain = " ".join(text.casefold().split())
    if not (plain.startswith(_signs()) or any(trace in plain for trace in _traces())):
        return False
    return _is_alone(plain) or any(phrase in plain for phrase in _lists()["phrases"]) or _has_marker(text)


def _is_alone(plain: str) -> bool:
    return bool({plain, plain.rstrip(NUMBER)} & _lists()["alone"])


def _has_marker(text: str) -> bool:
    """A word in capitals says nothing in a text of capitals, unless it stands alone or a colon follows."""
    found = _words().search(text)
    if found is None or not text.isupper():
        return found is not None
    return text.strip(" .!?()[]") == found[0] or text[found.end() :].startswith(":")


def _lists() -> Mapping[str, frozenset[str]]:
    return word_lists("language/placeholders.json")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any_of('words')})(?![\w-])(?! (?:app|list))")


def _any_of(name: str) -> str:
    """One of the words of a list."""
    return "|".join(map(re.escape, sorted(_lists()[name])))


def may_hold_placeholders(texts: str) -> bool:
    """Whether any of many texts, one a line, may be a placeholder."""
    plain = texts.casefold().replace("\n", " ")
    if "  " in plain or not plain.isprintable():
        plain = " ".join(plain.split())
    if any(trace in plain for trace in _traces()):
        return True
    # Three dots are nothing unusual at the end of a text.
    signs = tuple(sign for sign in _signs() if sign in plain)
    return bool(signs) and any(text.lstrip().startswith(signs) for text in texts.split("\n"))


@cache
def _traces() -> tuple[str, ...]:
    """What no placeholder in words can do without."""
    alone = (text for text in _lists()["alone"] if text not in _signs())
    every = {word.casefold() for word in (*_lists()["words"], *_lists()["phrases"], *alone)}
    return tuple(sorted(word for word in every if not any(other in word for other in every - {word})))


@cache
def _signs() -> tuple[str, ...]:
    """Placeholders without a letter."""
    return tuple(sorted(text for text in _lists()["alone"] if not any(map(str.isalnum, text))))
