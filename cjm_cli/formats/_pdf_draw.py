"""A scene as what a PDF page is painted with."""

from collections.abc import Iterator

from cjm_cli.formats._pdf_file import number, words
from cjm_cli.formats._pdf_fonts import Faces, Glyph, Piece
from cjm_cli.page.palette import PALETTE
from cjm_cli.page.scene import Circle, Curve, Paint, Polygon, Rect, Scene, Shape, TextLine

ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


def paint(scene: Scene, faces: Faces) -> Iterator[str]:
    """The operators that draw a scene, in its own units from its upper left corner."""
    for shape in scene.shapes:
        yield "\n".join(_text(shape, faces) if isinstance(shape, TextLine) else _painted(shape))


def _painted(shape: Rect | Circle | Polygon | Curve) -> Iterator[str]:
    color = shape.paint
    if not color.fill and not color.stroke:
        return
    yield "q"
    if color.fill:
        yield f"{_rgb(color.fill)} rg"
    if color.stroke:
        yield f"{_rgb(color.stroke)} RG {number(color.width)} w 1 J 1 j"
    if color.dash:
        yield f"[{number(color.dash)} {number(color.dash * 0.8 + 2)}] 0 d"
    yield from _outline(shape)
    yield f"{_operator(color)} Q"


def _operator(color: Paint) -> str:
    return "B" if color.fill and color.stroke else "f" if color.fill else "S"


def _rgb(name: str) -> str:
    code = PALETTE[name].light
    return " ".join(number(int(code[place : place + 2], 16) / 255) for place in (1, 3, 5))


def _outline(shape: Shape) -> Iterator[str]:
    match shape:
        case Rect(radius=0):
            yield f"{_numbers(shape.x, shape.y, shape.width, shape.height)} re"
        case Rect():
            radius = min(shape.radius, shape.width / 2, shape.height / 2)
            yield from _rounded(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height, radius=radius)
        case Circle(x=x, y=y, radius=r):
            yield from _rounded(x - r, y - r, x + r, y + r, radius=r)
        case Polygon():
            first, *others = (_numbers(*point) for point in shape.points)
            yield f"{first} m"
            yield from (f"{point} l" for point in others)
            yield "h"
        case Curve():
            yield from _curve(shape.d)


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))


def _rounded(left: float, top: float, right: float, bottom: float, *, radius: float) -> Iterator[str]:
    handle = radius * (1 - ROUND)
    yield f"{_numbers(left + radius, top)} m {_numbers(right - radius, top)} l"
    yield f"{_numbers(right - handle, top, right, top + handle, right, top + radius)} c"
    yield f"{_numbers(right, bottom - radius)} l"
    yield f"{_numbers(right, bottom - handle, right - handle, bottom, right - radius, bottom)} c"
    yield f"{_numbers(left + radius, bottom)} l"
    yield f"{_numbers(left + handle, bottom, left, bottom - handle, left, bottom - radius)} c"
    yield f"{_numbers(left, top + radius)} l"
    yield f"{_numbers(left, top + handle, left + handle, top, left + radius, top)} c h"


def _curve(d: str) -> Iterator[str]:
    """M, L and C are m, l and c, which stand behind their points."""
    spaced = d.replace(",", " ")
    for letter in "MLC":
        spaced = spaced.replace(letter, f"\n{letter}")
    for command in spaced.split("\n"):
        if command:
            yield f"{command[1:].strip()} {command[0].lower()}"


def _text(line: TextLine, faces: Faces) -> Iterator[str]:
    pieces = faces.pieces(line.text, line.font, line.direction)
    size = line.font.size
    width = sum(piece.width for piece in pieces) * size / 1000
    align = line.align if line.direction == "ltr" else 1 - line.align
    x = line.x + (line.room - width) * align
    is_told = _is_told(line.text, pieces)
    yield (
        f"BT {_rgb(line.color)} rg"
        if is_told
        else f"/Span << /ActualText {words(line.text)} >> BDC BT {_rgb(line.color)} rg"
    )
    for piece in pieces:
        yield f"/{faces.key(piece.face)} {number(size)} Tf 1 0 0 -1 {_numbers(x, line.y)} Tm"
        yield from _shown(piece)
        x += piece.width * size / 1000
    yield "ET" if is_told else "ET EMC"


def _is_told(text: str, pieces: list[Piece]) -> bool:
    """Whether glyphs tell their line. Where words run from right to left, readers put their letters in order themselves."""
    if any(piece.direction == "rtl" for piece in pieces):
        return True
    return "".join(piece.text for piece in pieces) == text


def _shown(piece: Piece) -> Iterator[str]:
    """Glyphs where they belong: where the font's own advance leads elsewhere, a number in their midst corrects it."""
    items: list[str] = []
    pen = actual = rise = 0.0
    for glyph in piece.glyphs:
        wanted = pen + glyph.right
        if glyph.up != rise:
            yield f"[{''.join(items)}] TJ"
            items, rise = [], glyph.up
            yield f"{number(rise)} Ts"
        if abs(wanted - actual) > 0.01:
            items.append(number(actual - wanted))
        items.append(_hex(glyph))
        actual = wanted + piece.face.width(glyph.id)
        pen += glyph.advance
    yield f"[{''.join(items)}] TJ" + (" 0 Ts" if rise else "")


def _hex(glyph: Glyph) -> str:
    return f"<{glyph.id:04X}>"
