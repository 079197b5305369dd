"""SVG: the whole map as one drawing that stands alone, light or dark as its reader prefers."""

from collections.abc import Iterator

from cjm_cli.figure import figure
from cjm_cli.markup.xml import Value, element, text
from cjm_cli.page.layout import lay_out
from cjm_cli.page.page import Page
from cjm_cli.page.palette import PALETTE
from cjm_cli.page.scene import Circle, Curve, Paint, Polygon, Rect, Scene, Shape, TextLine
from cjm_cli.page.text import measure, needs_guard

FAMILY = "Arial, 'Liberation Sans', Helvetica, 'Nimbus Sans', sans-serif"
WIDER_FONT = 1.25
"""How much wider a fallback font may be before a line leaves its box."""


def encode(page: Page) -> bytes:
    """The page's drawing."""
    return (draw(lay_out(page)) + "\n").encode("utf-8")


def draw(scene: Scene) -> str:
    """A scene as an SVG document."""
    title, description = f"{scene.id}-title", f"{scene.id}-description"
    attributes: dict[str, Value] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": scene.width,
        "height": scene.height,
        "viewBox": f"0 0 {figure(scene.width)} {figure(scene.height)}",
        "role": "img",
        "aria-labelledby": f"{title} {description}",
        "lang": scene.language,
        "font-family": FAMILY,
    }
    children = (
        element("title", {"id": title}, [text(scene.title)]),
        element("desc", {"id": description}, [text(scene.description)]),
        element("style", {}, [_dark()]),
        *(f"\n{_shape(shape)}" for shape in scene.shapes),
    )
    return element("svg", attributes, children)


def draw_inline(scene: Scene) -> str:
    """A scene as a part of a page, which brings the colours and says the same in words."""
    attributes: dict[str, Value] = {
        "class": "drawing",
        "width": scene.width,
        "height": scene.height,
        "viewBox": f"0 0 {figure(scene.width)} {figure(scene.height)}",
        "aria-hidden": "true",
        "focusable": "false",
    }
    return element("svg", attributes, (f"\n{_shape(shape)}" for shape in scene.shapes))


def _dark() -> str:
    """Colours by class override those in the attributes, so that a reader without styles still sees the light map."""
    rules = (f".f-{name}{{fill:{s.dark}}}.s-{name}{{stroke:{s.dark}}}" for name, s in PALETTE.items())
    return f"@media (prefers-color-scheme: dark){{{''.join(rules)}}}"


def _shape(shape: Shape) -> str:
    match shape:
        case Rect():
            corners = {"rx": shape.radius} if shape.radius else {}
            size: dict[str, Value] = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
            return element("rect", size | corners | _paint(shape.paint))
        case Circle():
            return element("circle", {"cx": shape.x, "cy": shape.y, "r": shape.radius} | _paint(shape.paint))
        case Polygon():
            points = " ".join(f"{figure(x)},{figure(y)}" for x, y in shape.points)
            return element("polygon", {"points": points} | _paint(shape.paint))
        case Curve():
            return element("path", {"d": shape.d} | _paint(shape.paint))
        case TextLine():
            return _text(shape)


def _paint(paint: Paint) -> dict[str, Value]:
    classes = [f"{prefix}-{name}" for prefix, name in (("f", paint.fill), ("s", paint.stroke)) if name]
    attributes: dict[str, Value] = {"class": " ".join(classes)} if classes else {}
    attributes["fill"] = PALETTE[paint.fill].light if paint.fill else "none"
    if paint.stroke:
        attributes |= {"stroke": PALETTE[paint.stroke].light, "stroke-width": paint.width}
        attributes |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
    if paint.dash:
        attributes["stroke-dasharray"] = f"{figure(paint.dash)} {figure(paint.dash * 0.8 + 2)}"
    return attributes


def _text(line: TextLine) -> str:
    attributes: dict[str, Value] = dict(_position(line))
    attributes |= {"font-size": line.font.size}
    if line.font.bold:
        attributes["font-weight"] = "bold"
    if line.font.italic:
        attributes["font-style"] = "italic"
    attributes |= {"class": f"f-{line.color}", "fill": PALETTE[line.color].light}
    attributes |= dict(_guard(line))
    whole = [element("title", {}, [text(line.whole)])] if line.whole else []
    return element("text", attributes, [text(line.text), *whole])


def _position(line: TextLine) -> Iterator[tuple[str, Value]]:
    """In a text from right to left, the start is at the right, whatever a line of it begins with."""
    rightward = line.direction == "ltr"
    align = line.align if rightward or line.align == 0.5 else 1 - line.align
    yield "x", line.x + line.room * align
    yield "y", line.y
    if not rightward:
        yield "direction", "rtl"
    if line.align:
        yield "text-anchor", "middle" if line.align == 0.5 else "end"


def _guard(line: TextLine) -> Iterator[tuple[str, Value]]:
    """Holds a line in its box where a wider font would push it out; other scripts would be torn apart by it."""
    width = measure(line.text, line.font)
    if width * WIDER_FONT > line.room and needs_guard(line.text):
        yield "textLength", width
        yield "lengthAdjust", "spacingAndGlyphs"
