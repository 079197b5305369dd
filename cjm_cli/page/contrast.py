"""Which colours lie on which, and how well they are told apart: WCAG 2.1, success criteria 1.4.3 and 1.4.11."""

from collections.abc import Callable, Iterable, Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import NamedTuple

from cjm_cli.page.palette import FAINT, Palette

TEXT, GRAPHIC = 4.5, 3.0
"""The least contrast of words that may be small, and of what is drawn and says something."""
MODES = ("light", "dark")


class Pair(NamedTuple):
    """A colour on another, by their names in the palette, and what is drawn so."""

    over: str
    under: str
    needed: float
    what: str


def _pairs(what: str, needed: float, over: str, *grounds: str) -> Iterator[Pair]:
    return (Pair(over, under, needed, what) for under in grounds)


TINTS = ("pain-tint", "opportunity-tint", "moment-tint")
PAIRS: tuple[Pair, ...] = (
    *_pairs("words", TEXT, "ink", "paper", "surface", *TINTS),
    *_pairs("remarks", TEXT, "muted", "paper", "surface", *TINTS),
    *_pairs("words that a filter dims", TEXT, "faint", "paper", "surface"),
    *_pairs("links", TEXT, "accent", "paper", "surface"),
    *_pairs("names of stages", TEXT, "on-stage", "stage"),
    *_pairs("numbers of pain points", TEXT, "pain", "paper"),
    *_pairs("bars of pain points", GRAPHIC, "pain", "pain-tint"),
    *_pairs("bars of opportunities", GRAPHIC, "opportunity", "opportunity-tint"),
    *_pairs("moments of truth", TEXT, "moment", "paper", "moment-tint"),
    *_pairs("ribbons", TEXT, "on-ribbon", "ribbon"),
    *_pairs("faces of bad feelings", GRAPHIC, "low", "paper"),
    *_pairs("faces of middling feelings", GRAPHIC, "neutral", "paper"),
    *_pairs("faces of good feelings", GRAPHIC, "high", "paper"),
    *_pairs("outlines", GRAPHIC, "line", "paper"),
)
"""Everything that is drawn and has to be seen. Hairlines and the grounds of cards part what its place parts as well."""


class Failure(NamedTuple):
    """A pair whose contrast is too low in a mode."""

    pair: Pair
    mode: str
    over: str
    under: str
    ratio: float


def contrast(one: str, other: str) -> float:
    """How many times brighter the brighter of two colours is, from 1 to 21."""
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """The relative luminance of a colour as #rrggbb, from 0 to 1."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def failures(palette: Palette, names: Iterable[str] = ()) -> Iterator[Failure]:
    """The pairs of a palette that are too near to each other; with names, those in which one of them is."""
    colours, wanted = {"faint": FAINT, **palette}, set(names)
    for pair in PAIRS:
        if wanted and not wanted & {pair.over, pair.under}:
            continue
        for mode in MODES:
            over, under = (getattr(colours[name], mode) for name in (pair.over, pair.under))
            ratio = contrast(over, under)
            if ratio < pair.needed:
                yield Failure(pair, mode, over, under, ratio)


def whole(colour: str) -> str:
    """A colour as #rrggbb in small letters."""
    digits = colour.removeprefix("#").lower()
    return f"#{digits if len(digits) == 6 else ''.join(2 * digit for digit in digits)}"


def toned(colour: str, *, lightness: float, saturation: float = 1) -> str:
    """The same hue with another lightness from 0 to 1, and so much of its saturation."""
    hue, _, given = rgb_to_hls(*_parts(colour))
    parts = hls_to_rgb(hue, min(max(lightness, 0), 1), given * saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def nearest_shade(colour: str, does: Callable[[str], bool]) -> str | None:
    """The colour itself where it does, else the lighter or darker one nearest to it that does; None when there is none."""
    if does(colour):
        return colour
    lightness = rgb_to_hls(*_parts(colour))[1]
    steps = (lightness + sign * step / 200 for step in range(1, 201) for sign in (1, -1))
    shades = (toned(colour, lightness=light) for light in steps if 0 <= light <= 1)
    return next((shade for shade in shades if does(shade)), None)
