"""A scene as SVG: only what browsers, resvg, librsvg and Inkscape draw alike."""

from collections.abc import Iterator

from cjm_cli.figure import figure
from cjm_cli.markup.xml import Value, element, text
from cjm_cli.page.palette import Palette
from cjm_cli.page.scene import Circle, Curve, Paint, Picture, Polygon, Rect, Scene, Shape, TextLine
from cjm_cli.page.text import measure, needs_guard

FAMILY = "Arial, 'Liberation Sans', Helvetica, 'Nimbus Sans', sans-serif"
RLI, PDI = "\u2067", "\u2069"
"""Around a line whose words run from right to left, whatever it begins with: understood where `direction` is not."""
WIDER_FONT = 1.25
"""How much wider a fallback font may be before a line leaves its box."""


def draw(scene: Scene) -> str:
    """A scene as an SVG document."""
    palette = scene.theme.palette
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
        element("style", {}, [_dark(palette)]),
        *(f"\n{_shape(shape, palette)}" for shape in scene.shapes),
    )
    return element("svg", attributes, children)


def draw_inline(scene: Scene) -> str:
    """A scene as a part of a page, which brings the colours and says the same in words."""
    palette = scene.theme.palette
    attributes: dict[str, Value] = {
        "class": "drawing",
        "width": scene.width,
        "height": scene.height,
        "viewBox": f"0 0 {figure(scene.width)} {figure(scene.height)}",
        "aria-hidden": "true",
        "focusable": "false",
    }
    return element("svg", attributes, (f"\n{_shape(shape, palette)}" for shape in scene.shapes))


def _dark(palette: Palette) -> str:
    """Colours by class override those in the attributes, so that a reader without styles still sees the light map."""
    rules = (f".f-{name}{{fill:{s.dark}}}.s-{name}{{stroke:{s.dark}}}" for name, s in palette.items())
    return f"@media (prefers-color-scheme: dark){{{''.join(rules)}}}"


def _shape(shape: Shape, palette: Palette) -> str:
    match shape:
        case Rect():
            corners = {"rx": shape.radius} if shape.radius else {}
            size: dict[str, Value] = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
            return element("rect", size | corners | _paint(shape.paint, palette))
        case Circle():
            return element("circle", {"cx": shape.x, "cy": shape.y, "r": shape.radius} | _paint(shape.paint, palette))
        case Polygon():
            points = " ".join(f"{figure(x)},{figure(y)}" for x, y in shape.points)
            return element("polygon", {"points": points} | _paint(shape.paint, palette))
        case Curve():
            return element("path", {"d": shape.d} | _paint(shape.paint, palette))
        case TextLine():
            return _text(shape, palette)
        case Picture():
            return _picture(shape)


def _paint(paint: Paint, palette: Palette) -> dict[str, Value]:
    classes = [f"{prefix}-{name}" for prefix, name in (("f", paint.fill), ("s", paint.stroke)) if name]
    attributes: dict[str, Value] = {"class": " ".join(classes)} if classes else {}
    attributes["fill"] = palette[paint.fill].light if paint.fill else "none"
    if paint.stroke:
        attributes |= {"stroke": palette[paint.stroke].light, "stroke-width": paint.width}
        attributes |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
    if paint.dash:
        attributes["stroke-dasharray"] = f"{figure(paint.dash)} {figure(paint.dash * 0.8 + 2)}"
    return attributes


def _picture(picture: Picture) -> str:
    size: dict[str, Value] = {"width": picture.width, "height": picture.height, "href": picture.data}
    return element("image", {"x": picture.x, "y": picture.y, **size}, [element("title", {}, [text(picture.alt)])])


def _text(line: TextLine, palette: Palette) -> str:
    attributes: dict[str, Value] = dict(_position(line))
    attributes |= {"font-size": line.font.size}
    if line.font.bold:
        attributes["font-weight"] = "bold"
    if line.font.italic:
        attributes["font-style"] = "italic"
    attributes |= {"class": f"f-{line.color}", "fill": palette[line.color].light}
    attributes |= dict(_guard(line))
    whole = [element("title", {}, [text(line.whole)])] if line.whole else []
    words = text(line.text)
    return element("text", attributes, [words if line.direction == "ltr" else f"{RLI}{words}{PDI}", *whole])


def _position(line: TextLine) -> Iterator[tuple[str, Value]]:
    """By the side of the box, for not every program knows `direction`: a line from right to left begins at the right."""
    align = line.align if line.direction == "ltr" else 1 - line.align
    yield "x", line.x + line.room * align
    yield "y", line.y
    if align:
        yield "text-anchor", "middle" if align == 0.5 else "end"


def _guard(line: TextLine) -> Iterator[tuple[str, Value]]:
    """Holds a line in its box where a wider font would push it out; other scripts would be torn apart by it."""
    width = measure(line.text, line.font)
    if width * WIDER_FONT > line.room and needs_guard(line.text):
        yield "textLength", width
        yield "lengthAdjust", "spacingAndGlyphs"
