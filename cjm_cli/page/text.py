"""Measuring and breaking text without a browser, in user units of the drawing."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, TypeAlias

from cjm_cli.characters import show_hidden
from cjm_cli.page import breaks, fonts

Line: TypeAlias = str
"""One line of a wrapped text: no space at its ends, nothing hidden in it."""

ELLIPSIS = "…"
LONGEST = 5_000
"""Characters of a text that are drawn: more than a sheet can hold and anybody reads, and soon broken into lines."""

# What a browser breaks at and collapses; not the spaces whose purpose is to hold words together.
_SPACES = re.compile(r"[\t\n\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")

# Latin, Greek and Cyrillic with their accents, and the signs that all scripts share.
_GUARDED = re.compile(
    r"[ -~\xa0-\u052f\u1d00-\u1fff\u2010-\u2027\u202f-\u205e\u2070-\u218f\u2c60-\u2c7f\ua720-\ua7ff]+"
)


@dataclass(frozen=True)
class Font:
    """How a text is set: `size` is that of an em in user units."""

    size: float
    bold: bool = field(default=False, kw_only=True)
    italic: bool = field(default=False, kw_only=True)

    @property
    def advances(self) -> fonts.Advances:
        """The widths of its characters."""
        return fonts.advances(bold=self.bold, italic=self.italic)


def measure(text: str, font: Font) -> float:
    """How wide `text` is on one line. Kerning is left out: it makes most lines a little shorter."""
    return font.advances.of(text) * font.size / fonts.UNITS_PER_EM


def visible(text: str) -> str:
    """`text` with one space for each run of white space, and escapes for what is unseen or turns the line round."""
    return show_hidden(_SPACES.sub(" ", text))


def wrap(text: str, font: Font, *, width: float, max_lines: int | None = None) -> tuple[Line, ...]:
    """`text` in lines no wider than `width`; what `max_lines` (at least 1) or its length cuts off is marked by "…".

    A line is wider only where a single grapheme cluster is.
    """
    box = _Box(font, width)
    # Of a text that goes on for ever, no more lines are made than are shown.
    lines = tuple(islice(_lines(_drawn(text), box), None if max_lines is None else max_lines + 1))
    if max_lines is None or len(lines) <= max_lines:
        return lines
    *whole, last = lines[:max_lines]
    return (*whole, _shorten(last, box))


def clamp(text: str, font: Font, *, width: float) -> Line:
    """`text` on one line, ending in "…" when it does not fit."""
    line, box = _drawn(text), _Box(font, width)
    return line if box.fits(box.units(line)) else _shorten(line, box)


def _drawn(text: str) -> str:
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}{ELLIPSIS}"
    return visible(cut).strip(" ")


def direction(text: str) -> Literal["ltr", "rtl"]:
    """The direction of the first character that has one (Unicode annex 9, P2 and P3)."""
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"})
    return "ltr" if next(strong, "L") == "L" else "rtl"


def needs_guard(text: str) -> bool:
    """Whether `textLength` may be put on a text: stretching spoils scripts other than Latin, Greek and Cyrillic."""
    return _GUARDED.fullmatch(text) is not None


@dataclass(frozen=True)
class _Box:
    """Room for one line. Widths are added up in font units: whole numbers, so that a sum is what `measure` says."""

    font: Font
    width: float

    def fits(self, units: int) -> bool:
        return units * self.font.size / fonts.UNITS_PER_EM <= self.width

    def units(self, text: str) -> int:
        return self.font.advances.of(text)

    def clusters(self, text: str) -> list[str]:
        return self.font.advances.clusters(text)


def _lines(text: str, box: _Box) -> Iterator[Line]:
    line, used = "", 0
    for chunk in breaks.chunks(box.clusters(text)):
        if box.fits(used + box.units(chunk.rstrip(" "))):
            line += chunk
            used += box.units(chunk)
            continue
        if line:
            yield line.rstrip(" ")
        *full, line = _cut(chunk, box)
        yield from full
        used = box.units(line)
    if line:
        yield line.rstrip(" ")


def _cut(chunk: str, box: _Box) -> list[str]:
    """`chunk` in parts that fit, or hold a single cluster; a space at its end hangs over."""
    parts, used = [""], 0
    for cluster in box.clusters(chunk):
        advance = box.units(cluster)
        if parts[-1] and cluster != " " and not box.fits(used + advance):
            parts.append("")
            used = 0
        parts[-1] += cluster
        used += advance
    return parts


def _shorten(line: str, box: _Box) -> Line:
    """`line` with "…" at its end, and as much before it as fits."""
    kept, used = "", box.units(ELLIPSIS)
    for cluster in box.clusters(line):
        used += box.units(cluster)
        if not box.fits(used):
            break
        kept += cluster
    return kept.rstrip(" ") + ELLIPSIS
