"""The emotion curve of a journey, small enough for a card: where its lines and its lowest point stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.figure import figure
from cjm_cli.page.curve import XY, path
from cjm_cli.site.facts import JourneyFacts

WIDTH, HEIGHT = 288, 64
_EDGE = 8.0


@dataclass(frozen=True)
class Sparkline:
    """Paths, one list a persona; dots where a single feeling stands alone; the lowest point."""

    lines: tuple[tuple[str, ...], ...]
    dots: tuple[tuple[str, str], ...]
    lowest: tuple[str, str] | None
    zero: str
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(journey: JourneyFacts) -> Sparkline | None:
    """The drawing; None when nobody has said how anybody feels."""
    points = [point for series in journey.curve for run in series for point in run]
    if not points:
        return None
    bottom = min(points, key=lambda point: (point[1], point[0]))
    return Sparkline(
        lines=tuple(tuple(_paths(series)) for series in journey.curve),
        dots=tuple(_dot(run[0]) for series in journey.curve for run in series if len(run) == 1),
        lowest=_dot(bottom) if bottom[1] < 0 else None,
        zero=figure(_y(0)),
    )


def _paths(series: tuple[tuple[XY, ...], ...]) -> Iterator[str]:
    for run in series:
        drawn = path([(_x(x), _y(score)) for x, score in run])
        if drawn:
            yield drawn


def _dot(point: XY) -> tuple[str, str]:
    return figure(_x(point[0])), figure(_y(point[1]))


def _x(along: float) -> float:
    return _EDGE + along * (WIDTH - 2 * _EDGE)


def _y(score: float) -> float:
    return _EDGE + (2 - score) / 4 * (HEIGHT - 2 * _EDGE)
