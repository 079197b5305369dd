"""A scene on a page of a PDF."""

from io import BytesIO

from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import Transform
from fpdf.enums import PathPaintRule
from fpdf.svg import svg_path_converter

from cjm_cli.formats._pdf_book import Book
from cjm_cli.page.layout.sheets import Paper, Sheet
from cjm_cli.page.palette import Palette
from cjm_cli.page.scene import Circle, Curve, Paint, Picture, Polygon, Rect, TextLine


def draw_sheet(book: Book, sheet: Sheet, paper: Paper) -> None:
    """A sheet on a page of its own, between the margins."""
    book.add_page()
    with book.transform(Transform.scaling(sheet.scale, sheet.scale).translate(paper.margin, paper.margin)):
        for shape in sheet.scene.shapes:
            if isinstance(shape, TextLine):
                book.write_line(shape)
            elif isinstance(shape, Picture):
                book.image(BytesIO(shape.content), shape.x, shape.y, shape.width, shape.height, alt_text=shape.alt)
            elif shape.paint.fill or shape.paint.stroke:
                with book.drawing_context() as drawing:
                    drawing.add_item(_path(shape, sheet.scene.theme.palette), clone=False)


def _path(shape: Rect | Circle | Polygon | Curve, palette: Palette) -> PaintedPath:
    path = PaintedPath()
    _dress(path, shape.paint, palette)
    match shape:
        case Rect():
            radius = min(shape.radius, shape.width / 2, shape.height / 2)
            path.rectangle(shape.x, shape.y, shape.width, shape.height, radius, radius)
        case Circle():
            path.circle(shape.x, shape.y, shape.radius)
        case Polygon():
            first, *others = shape.points
            path.move_to(*first)
            for point in others:
                path.line_to(*point)
            path.close()
        case Curve():
            svg_path_converter(path, shape.d)
    return path


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
