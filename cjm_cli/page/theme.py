"""How a page looks, whatever it shows: the palette with the colours of a brand in it, and a logo."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cjm_cli.page.contrast import GRAPHIC, MODES, TEXT, Failure, contrast, failures, nearest_shade, toned, whole
from cjm_cli.page.palette import FAINT, PALETTE, Palette, Shade

Given = Mapping[str, tuple[str, str | None]]
"""Colours by their names in the palette: for a light page, and perhaps for a dark one."""

TINTED = {"pain": 0.965, "opportunity": 0.945, "moment": 0.97}
"""The colours that tint the grounds of cards, and how light that tint is."""
DARK_TINT, DARK_SATURATION = 0.13, 0.5
BOTH = ("stage", "on-stage")
"""What a dark page has as a light one, for it brings its ground with it."""
DERIVED = ("accent", "pain", "opportunity", "moment", "low", "high")
"""What a dark page has in a lighter shade; the others belong to the ground, which does not follow from a light one."""
BLACK = "#000000"
PLATE = "#ffffff"
"""What a logo lies on in the dark, since most are made for paper."""
APART = 1.5
"""How much a stage's bar stands out from a dark page."""


@dataclass(frozen=True)
class Logo:
    """A picture that is part of the map; `data` is the `data:` address of what its file holds."""

    data: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Theme:
    """What differs from the built-in look."""

    colours: tuple[tuple[str, Shade], ...] = ()
    logo: Logo | None = None
    templates: str = ""
    """The folder of templates that come before ours. A text: templates see it, and a path can write."""

    @property
    def palette(self) -> Palette:
        """Every colour."""
        colours = {**PALETTE, **dict(self.colours)}
        return {**colours, "plate": Shade(colours["paper"].light, PLATE)} if self.logo else colours

    @property
    def curve(self) -> str:
        """The colour of the line of feelings on a light page: that of the stages where it can be seen."""
        palette = self.palette
        seen = contrast(palette["stage"].light, palette["paper"].light) >= GRAPHIC
        return "stage" if seen else "ink"


DEFAULT = Theme()


def branded(given: Given) -> Theme:
    """A theme of the colours that were given, with what follows from them."""
    light = {name: whole(one) for name, (one, _) in given.items()}
    dark = {name: whole(other) for name, (_, other) in given.items() if other is not None}
    if "stage" in light:
        light.setdefault("on-stage", _readable_on(light["stage"]))
    colours: dict[str, Shade] = {}
    for name, shade in sorted(light.items(), key=lambda one: one[0] in DERIVED):
        colours[name] = Shade(shade, dark.get(name) or _dark(name, shade, {**PALETTE, **colours}))
    if "stage" in given and "on-stage" not in given:
        colours["on-stage"] = Shade(light["on-stage"], _readable_on(colours["stage"].dark))
    for name in (name for name in TINTED if name in colours):
        colours[f"{name}-tint"] = _tint(name, colours[name])
    if {"paper", "surface"} & {*colours}:
        colours["faint"] = _faint({**PALETTE, **colours})
    return Theme(tuple(colours.items()))


def _faint(palette: Palette) -> Shade:
    """What a filter dims, on other grounds than ours."""

    def shade(mode: str) -> str:
        grounds = [getattr(palette[name], mode) for name in ("paper", "surface")]
        given: str = getattr(FAINT, mode)
        return nearest_shade(given, lambda one: all(contrast(one, ground) >= TEXT for ground in grounds)) or given

    return Shade(shade("light"), shade("dark"))


class Weak(NamedTuple):
    """A colour that was given and is hard to see in a mode: where, the worst first, and the nearest shade that is not."""

    name: str
    mode: str
    failures: tuple[Failure, ...]
    shade: str | None


def weak_colours(given: Given) -> Iterator[Weak]:
    """The colours that were given and are too near to another; of two such, the one that lies on the other."""
    palette = branded(given).palette
    # What was worked out once need not be for every shade that is tried.
    both = {name: (palette[name].light, palette[name].dark) for name in given}
    for name in both:
        for mode in MODES:
            found = _failures_of(name, mode, both)
            if found:
                yield Weak(name, mode, tuple(found), _better(name, mode, both))


def _failures_of(name: str, mode: str, given: Given) -> list[Failure]:
    found = failures(branded(given).palette, (name, f"{name}-tint", *(["on-stage"] if name == "stage" else [])))
    return sorted((f for f in found if f.mode == mode and _blamed(f, given) == name), key=_grade)


def _blamed(failure: Failure, given: Given) -> str | None:
    names = (name.removesuffix("-tint") for name in (failure.pair.over, failure.pair.under))
    return next((name for name in names if name in given), None)


def _grade(failure: Failure) -> float:
    return failure.ratio / failure.pair.needed


def _better(name: str, mode: str, given: Given) -> str | None:
    light, dark = given[name]

    def does(other: str) -> bool:
        instead = (other, dark) if mode == "light" else (light, other)
        return not _failures_of(name, mode, {**given, name: instead})

    return nearest_shade(light if mode == "light" else dark or light, does)


def _readable_on(ground: str) -> str:
    """White, or the built-in ink, or black: the first that can be read."""
    inks = (PALETTE["on-stage"].light, PALETTE["ink"].light, BLACK)
    return next((ink for ink in inks if contrast(ink, ground) >= TEXT), BLACK)


def _tint(name: str, shade: Shade) -> Shade:
    return Shade(
        toned(shade.light, lightness=TINTED[name]),
        toned(shade.dark, lightness=DARK_TINT, saturation=DARK_SATURATION),
    )


def _dark(name: str, light: str, palette: Palette) -> str:
    """The shade of a light page's colour on a dark one."""
    if name == "stage":
        return nearest_shade(light, lambda shade: contrast(shade, palette["paper"].dark) >= APART) or light
    if name in BOTH:
        return light
    if name not in DERIVED:
        return PALETTE[name].dark
    return nearest_shade(light, lambda shade: _holds(name, shade, palette)) or light


def _holds(name: str, dark: str, palette: Palette) -> bool:
    """Whether a colour holds on a dark page, with the tint that follows from it."""
    shade = Shade(PALETTE[name].light, dark)
    tint = {f"{name}-tint": _tint(name, shade)} if name in TINTED else {}
    names = (name, *tint)
    return not any(one.mode == "dark" for one in failures({**palette, name: shade, **tint}, names))
