"""A drawing before any format: shapes and lines of text in user units, colours by name. Same input, same numbers."""

from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm_cli.page.curve import XY
from cjm_cli.page.text import Font
from cjm_cli.page.theme import DEFAULT, Theme


@dataclass(frozen=True)
class Paint:
    """Names of colours of the palette; an empty name paints nothing. `dash` is the length of dash and gap."""

    fill: str = ""
    stroke: str = ""
    width: float = 1
    dash: float = 0


@dataclass(frozen=True)
class Rect:
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint
    radius: float = 0


@dataclass(frozen=True)
class Circle:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    paint: Paint


@dataclass(frozen=True)
class Polygon:
    """A closed run of straight lines."""

    points: tuple[XY, ...]
    paint: Paint


@dataclass(frozen=True)
class Curve:
    """Runs of Bézier curves: `d` as in SVG, absolute, with M, L and C only."""

    d: str
    paint: Paint


@dataclass(frozen=True)
class TextLine:
    """One line of text in a box `room` wide that starts at `x`, its baseline at `y`.

    `align` is where it stands in the box: 0 at its start, 0.5 in its middle, 1 at its end. `whole` is the text that
    a clamp has cut. `direction` is that of the whole text, whatever this line of it begins with.
    """

    x: float
    y: float
    room: float
    text: str
    font: Font
    color: str
    align: float = 0
    whole: str = ""
    direction: Literal["ltr", "rtl"] = "ltr"


@dataclass(frozen=True)
class Picture:
    """A picture that fills a rectangle, and what it shows in words; `data` is the `data:` address of its content."""

    x: float
    y: float
    width: float
    height: float
    data: str
    alt: str

    @property
    def content(self) -> bytes:
        """What its file holds."""
        return b64decode(self.data.partition(",")[2])


Shape: TypeAlias = Rect | Circle | Polygon | Curve | TextLine | Picture


@dataclass(frozen=True)
class Scene:
    """A whole drawing with its accessible name and description. `id` keeps its ids apart from those of other drawings."""

    id: str
    title: str
    description: str
    language: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    theme: Theme = DEFAULT


@dataclass(frozen=True)
class Box:
    """Something measured and not yet placed: how high it is, and what it draws with its upper left corner at a point."""

    height: float
    draw: Callable[[float, float], Iterator[Shape]]


def nothing(x: float, y: float) -> Iterator[Shape]:
    """Draws nothing."""
    return iter(())


EMPTY = Box(0, nothing)
