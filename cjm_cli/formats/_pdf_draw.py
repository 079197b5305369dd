"""A scene on a page of a PDF."""

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from math import sqrt
from typing import TypeAlias

from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import Transform
from fpdf.enums import PathPaintRule
from fpdf.svg import svg_path_converter

from cjm_cli.formats._pdf_book import Book
from cjm_cli.page.layout.sheets import Paper, Sheet
from cjm_cli.page.palette import Palette
from cjm_cli.page.scene import Circle, Curve, Paint, Picture, Polygon, Rect, Shape, TextLine

Outlined: TypeAlias = Rect | Circle | Polygon | Curve

HANDLE = 4 / 3 * (sqrt(2) - 1)
"""How long a handle is, in radii, of the Bézier curve that is a quarter of a circle: never off by more than 0.03 %."""


def draw_sheet(book: Book, sheet: Sheet, paper: Paper) -> None:
    """A sheet on a page of its own, between the margins."""
    book.add_page()
    with book.transform(Transform.scaling(sheet.scale, sheet.scale).translate(paper.margin, paper.margin)):
        for is_outlined, shapes in groupby(sheet.scene.shapes, key=lambda shape: isinstance(shape, Outlined)):
            if is_outlined:
                _draw(book, shapes, sheet.scene.theme.palette)
            else:
                _put(book, shapes)


def _put(book: Book, shapes: Iterable[Shape]) -> None:
    for shape in shapes:
        if isinstance(shape, TextLine):
            book.write_line(shape)
        elif isinstance(shape, Picture):
            book.image(BytesIO(shape.content), shape.x, shape.y, shape.width, shape.height, alt_text=shape.alt)


def _draw(book: Book, shapes: Iterable[Shape], palette: Palette) -> None:
    """Neighbours at once: to begin a drawing takes the library as long as to draw."""
    with book.drawing_context() as drawing:
        for shape in shapes:
            if isinstance(shape, Outlined) and (shape.paint.fill or shape.paint.stroke):
                drawing.add_item(_path(shape, palette), clone=False)


def _path(shape: Outlined, palette: Palette) -> PaintedPath:
    path = PaintedPath()
    _dress(path, shape.paint, palette)
    match shape:
        case Rect() if shape.radius:
            _round(path, shape)
        case Rect():
            path.rectangle(shape.x, shape.y, shape.width, shape.height)
        case Circle(x, y, radius):
            _round(path, Rect(x - radius, y - radius, 2 * radius, 2 * radius, shape.paint, radius))
        case Polygon():
            first, *others = shape.points
            path.move_to(*first)
            for point in others:
                path.line_to(*point)
            path.close()
        case Curve():
            svg_path_converter(path, shape.d)
    return path


def _round(path: PaintedPath, rect: Rect) -> None:
    """A rectangle with rounded corners, clockwise from the upper left; the library's own arcs take ten times as long."""
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    left, top, right, bottom = rect.x, rect.y, rect.x + rect.width, rect.y + rect.height
    sides = (
        ((left + radius, top), (right - radius, top), (1, 0)),
        ((right, top + radius), (right, bottom - radius), (0, 1)),
        ((right - radius, bottom), (left + radius, bottom), (-1, 0)),
        ((left, bottom - radius), (left, top + radius), (0, -1)),
    )
    path.move_to(*sides[0][0])
    for (_, end, (across, down)), (following, _, (on, under)) in zip(sides, (*sides[1:], sides[0]), strict=True):
        path.line_to(*end)
        reach = HANDLE * radius
        path.curve_to(
            end[0] + across * reach,
            end[1] + down * reach,
            following[0] - on * reach,
            following[1] - under * reach,
            *following,
        )
    path.close()


def _dress(path: PaintedPath, paint: Paint, palette: Palette) -> None:
    path.auto_close = False
    path.paint_rule = (
        PathPaintRule.STROKE
        if not paint.fill
        else PathPaintRule.STROKE_FILL_NONZERO
        if paint.stroke
        else PathPaintRule.FILL_NONZERO
    )
    style = path.style
    if paint.fill:
        style.fill_color = palette[paint.fill].light
    if paint.stroke:
        style.stroke_color = palette[paint.stroke].light
        style.stroke_width = paint.width
        style.stroke_cap_style = style.stroke_join_style = "round"
    if paint.dash:
        style.stroke_dash_pattern = (paint.dash, paint.dash * 0.8 + 2)
