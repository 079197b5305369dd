"""The order in which a line is drawn from left to right when some of its words run the other way.

Unicode annex 9, without what cannot occur here: overrides, embeddings and isolates are escaped before a text is drawn. Of
the rules, that for pairs of brackets (N0) is left out.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

Direction = Literal["ltr", "rtl"]

_STRONG = {"L", "R", "AL"}
_NEUTRAL = {"B", "S", "WS", "ON", "BN"}
_RIGHTWARD = {"R", "AL", "AN"}


class Run(NamedTuple):
    """Neighbouring characters that run the same way, as they were written."""

    text: str
    direction: Direction


def runs(text: str, base: Direction) -> list[Run]:
    """The runs of a line from left to right, as they are drawn."""
    kinds = [_kind(character) for character in text]
    if base == "ltr" and not _RIGHTWARD & {*kinds}:
        return [Run(text, "ltr")] if text else []
    levels = _levels(kinds, 1 if base == "rtl" else 0)
    return [
        Run("".join(text[i] for i in sorted(places)), "rtl" if level % 2 else "ltr")
        for level, places in _visual(levels)
    ]


def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    return kind if kind in {"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM"} else "ON"


def _levels(kinds: Sequence[str], base: int) -> list[int]:
    edge = "R" if base else "L"
    resolved = _neutrals(_numbers(kinds, edge), edge)
    return [_level(kind, base) for kind in resolved]


def _numbers(kinds: Sequence[str], edge: str) -> list[str]:
    """Rules W1 to W7: what a number is depends on the letters before it."""
    found: list[str] = []
    letter = edge
    for kind in kinds:
        now = (found[-1] if found else edge) if kind == "NSM" else kind
        if now in _STRONG:
            letter = now
        found.append("AN" if now == "EN" and letter == "AL" else now)
    found = ["R" if kind == "AL" else kind for kind in found]
    _separators(found)
    letter = edge
    for index, kind in enumerate(found):
        if kind in {"L", "R"}:
            letter = kind
        elif kind == "EN" and letter == "L":
            found[index] = "L"
        elif kind in {"ES", "ET", "CS"}:
            found[index] = "ON"
    return found


def _separators(kinds: list[str]) -> None:
    """Rules W4 and W5: a comma in a number and the signs about it belong to it."""
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in {"EN", "AN"})):
            kinds[index] = before
    start = 0
    for kind, group in groupby([*kinds]):
        stop = start + len([*group])
        if kind == "ET" and "EN" in (kinds[start - 1 : start] + kinds[stop : stop + 1]):
            kinds[start:stop] = ["EN"] * (stop - start)
        start = stop


def _neutrals(kinds: Sequence[str], edge: str) -> list[str]:
    """Rules N1 and N2: what stands between two that run the same way runs with them, else with the line."""
    found: list[str] = []
    for neutral, group in groupby(enumerate(kinds), key=lambda item: item[1] in _NEUTRAL):
        members = [*group]
        if not neutral:
            found += [kind for _, kind in members]
            continue
        before = _side(found[-1]) if found else edge
        stop = members[-1][0] + 1
        after = _side(kinds[stop]) if stop < len(kinds) else edge
        found += [before if before == after else edge] * len(members)
    return found


def _side(kind: str) -> str:
    return "R" if kind in {"R", "EN", "AN"} else "L"


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base % 2:
        return base if kind == "R" else base + 1
    return {"L": base, "R": base + 1}.get(kind, base + 2)


def _visual(levels: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Rule L2: runs of one level, with the places of their characters, turned round level by level."""
    stretches = [
        (level, [place for place, _ in group]) for level, group in groupby(enumerate(levels), key=lambda i: i[1])
    ]
    for turned in range(max(levels, default=0), 0, -1):
        ordered: list[tuple[int, list[int]]] = []
        for high, group in groupby(stretches, key=lambda stretch: stretch[0] >= turned):
            members = [*group]
            ordered += members[::-1] if high else members
        stretches = ordered
    yield from stretches
