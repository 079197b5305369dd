"""Kebab-case, in the letters of any script."""

import re
import unicodedata
from collections.abc import Iterator

from cjm_cli.lint.rule import Defect
from cjm_cli.lint.rules._words import quoted
from cjm_cli.source.slug import slug

PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""As nearly all are written."""


def is_kebab_case(id_: str) -> bool:
    """Whether it is lower-case letters and digits, with single hyphens between the words."""
    if PLAIN.fullmatch(id_):
        return True
    parts = id_.split("-")
    return id_ == id_.lower() and all(part and all(map(_is_letter, part)) for part in parts)


def _is_letter(character: str) -> bool:
    """A letter, a digit, or a sign that belongs to the letter before it."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def defects(id_: str | None) -> Iterator[Defect]:
    """The defect of an id that was written, unless it is in kebab-case."""
    if id_ is not None and not is_kebab_case(id_):
        better = slug(id_)
        way_out = f"write {better}" if better else "write letters and digits, with hyphens between words"
        yield Defect(f"id {quoted(id_)} is not in kebab-case", route=("id",), help=way_out)
