"""A colour of the theme is too near to the one that it lies on.

Many readers see contrasts less well than the designer did, more of them with age, and everybody does in the sun or in
front of a projector. Words need a contrast of 4.5:1, and what is drawn and says something 3:1, on the light page and on
the dark one. Take the shade that the finding names, or one still further from its ground.

Source: WCAG 2.1, success criteria 1.4.3 (contrast of text) and 1.4.11 (contrast of what is no text).

Bad:

    # file: cjm.yaml
    theme: {colours: {accent: "#ff8a00"}}

Good:

    # file: cjm.yaml
    theme: {colours: {accent: {light: "#a85b00", dark: "#ff8a00"}}}
"""

from collections.abc import Iterator
from math import floor
from typing import TYPE_CHECKING

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model.theme import Theme

if TYPE_CHECKING:  # colours are reckoned with for projects that choose their own
    from cjm_cli.page.theme import Weak

LEVEL = Level.WARNING


def check(theme: Theme) -> Iterator[Defect]:
    """Looks at every colour that was given, and at all that is drawn with it."""
    from cjm_cli.page.theme import weak_colours

    for weak in weak_colours(theme.given):
        route = ("colours", weak.name.replace("-", "_"), weak.mode)
        yield Defect(_message(weak), route=route, label="hard to see", help=_help(weak))


def _message(weak: "Weak") -> str:
    worst = weak.failures[0]
    pair = f"{_named(worst.pair.over)} {worst.over} on {_named(worst.pair.under)} {worst.under}"
    # Never rounded up to what it does not reach.
    ratio = floor(worst.ratio * 100) / 100
    needs = f"{worst.pair.what} need {worst.pair.needed:g}:1"
    return f"{pair} has a contrast of {ratio:g}:1 on a {weak.mode} page, and {needs}"


def _named(name: str) -> str:
    base = name.removesuffix("-tint").replace("-", "_")
    return f'"{base}"' if "tint" not in name else f'the tint of "{base}"'


def _help(weak: "Weak") -> str:
    worst, *rest = (failure.pair.what for failure in weak.failures)
    others = ", ".join(what for what in dict.fromkeys(rest) if what != worst)
    found = f'the nearest shade that will do is "{weak.shade}"' if weak.shade else "no shade of it will do: change both"
    return f"{found}; it is too weak for {others} as well" if others else found
