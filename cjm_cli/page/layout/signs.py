"""Small drawings: stars, faces, the icons of channels. Drawn as shapes, for an emoji looks different on every machine."""

from collections.abc import Iterator
from math import cos, pi, sin

from cjm_cli.figure import figure
from cjm_cli.page.palette import mood
from cjm_cli.page.scene import Circle, Curve, Paint, Polygon, Rect, Shape


def star(x: float, y: float, radius: float) -> Polygon:
    """A five-pointed star around a point."""
    corners = ((radius if i % 2 == 0 else radius * 0.42, -pi / 2 + i * pi / 5) for i in range(10))
    return Polygon(tuple((x + r * cos(angle), y + r * sin(angle)) for r, angle in corners), Paint(fill="moment"))


def face(x: float, y: float, score: float, *, assumed: bool, radius: float) -> Iterator[Shape]:
    """A face whose mouth follows the score; full when the feeling was seen, hollow when it is assumed."""
    color = mood(score)
    features = color if assumed else "paper"
    yield Circle(x, y, radius, Paint(fill="paper" if assumed else color, stroke=color, width=1.8))
    for side in (-1, 1):
        yield Circle(x + side * radius * 0.36, y - radius * 0.22, radius * 0.12, Paint(fill=features))
    yield Curve(_mouth(x, y, score, radius), Paint(stroke=features, width=1.5))


def _mouth(x: float, y: float, score: float, radius: float) -> str:
    half, bend = radius * 0.46, radius * 0.22 * score
    corner, middle = y + radius * 0.36 - bend * 0.4, y + radius * 0.36 + bend
    left, right = x - half, x + half
    return (
        f"M{figure(left)},{figure(corner)}"
        f"C{figure(left + half / 2)},{figure(middle)} {figure(right - half / 2)},{figure(middle)} "
        f"{figure(right)},{figure(corner)}"
    )


def channel_icon(kind: str, x: float, y: float) -> Iterator[Shape]:
    """An icon 10 units wide and high around a point: a screen, a pin, a person, a link, or a dot."""
    line = Paint(stroke="muted", width=1.2)
    match kind:
        case "digital":
            yield Rect(x - 4.5, y - 4, 9, 6.5, line, 1)
            yield Curve(f"M{figure(x - 2.5)},{figure(y + 4.5)}L{figure(x + 2.5)},{figure(y + 4.5)}", line)
        case "physical":
            yield Polygon(
                ((x - 4.5, y - 0.5), (x, y - 4.5), (x + 4.5, y - 0.5), (x + 4.5, y + 4.5), (x - 4.5, y + 4.5)), line
            )
        case "human":
            yield Circle(x, y - 2.2, 2.1, line)
            yield Curve(_shoulders(x, y), line)
        case "third-party":
            yield Circle(x - 2, y, 2.6, line)
            yield Circle(x + 2, y, 2.6, line)
        case _:
            yield Circle(x, y, 2.4, Paint(fill="muted"))


def _shoulders(x: float, y: float) -> str:
    return (
        f"M{figure(x - 4.2)},{figure(y + 4.5)}C{figure(x - 4.2)},{figure(y + 0.6)} "
        f"{figure(x + 4.2)},{figure(y + 0.6)} {figure(x + 4.2)},{figure(y + 4.5)}"
    )
