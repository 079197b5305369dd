"""A line of text in parts from left to right: each of letters that one font draws in one direction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal
from unicodedata import bidirectional

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from cjm_cli.formats._fonts import characters, clusters, is_drawn

Direction = Literal["ltr", "rtl"]

_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI", ""})
"""The kinds of characters of which one at least is in a line that does not run from left to right as a whole."""


@dataclass(frozen=True)
class Part:
    """Neighbours, as they were written. Without a family, no font has them."""

    text: str
    family: str
    direction: Direction

    @property
    def shown(self) -> str:
        """The letters as the library wants them: it turns round only those that a font has."""
        return self.text[::-1] if self.direction == "rtl" and not self.family else self.text


def parts(text: str, base: Direction, families: Mapping[str, Path]) -> Iterator[Part]:
    """The parts of a line; of the families, the first that can draw a cluster does."""
    known = {family: characters(path) for family, path in families.items()}

    def family_of(cluster: str) -> str:
        return next((family for family, drawn in known.items() if is_drawn(cluster, drawn)), "")

    for run, direction in runs(text, base):
        found = [Part("".join(alike), family, direction) for family, alike in groupby(clusters(run), key=family_of)]
        yield from found if direction == "ltr" else found[::-1]


def runs(text: str, base: Direction) -> Iterator[tuple[str, Direction]]:
    """Neighbouring characters that run the same way, as they were written; the runs as they are seen.

    Not by the library's own fragments: those of a line from left to right stay in their order, even where a number stands
    between two Hebrew words.
    """
    if base == "ltr" and not _TURNING & {*map(bidirectional, text)}:
        yield text, base
        return
    line = BidiParagraph(text, TextDirection(base.upper()), preserve_bn_chars=True)
    for level, group in groupby(line.get_reordered_characters(), key=lambda character: character.embedding_level):
        written = sorted(group, key=lambda character: character.character_index)
        yield "".join(character.character for character in written), "rtl" if level % 2 else "ltr"
