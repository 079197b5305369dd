"""PDF: the map on sheets of A3, to be printed, searched and copied from."""

from collections.abc import Sequence
from pathlib import Path

from cjm_cli.formats import _fonts
from cjm_cli.formats._fonts import drawable, shipped
from cjm_cli.formats._format import Drawing, Lost
from cjm_cli.page.layout.sheets import A3, Sheet, on_paper
from cjm_cli.page.page import Page


def require() -> None:
    """Raises MissingToolError when a library is not there."""
    _fonts.require("PDF", {"fpdf": "fpdf2"})


def encode(page: Page) -> bytes:
    """The page's drawing."""
    return draw_with_fonts(page, ()).content


def draw_with_fonts(page: Page, fonts: Sequence[Path]) -> Drawing:
    """The page's drawing; fonts are for what ours lack."""
    from cjm_cli.formats._pdf_book import Book
    from cjm_cli.formats._pdf_draw import draw_sheet

    lost = Lost()
    with shipped() as ours:
        book = Book(page, A3, ours, tuple(fonts))
        for sheet in on_paper(page):
            scene, lost_here = drawable(sheet.scene, fonts)
            draw_sheet(book, Sheet(scene, sheet.scale), A3)
            lost |= lost_here
        return Drawing(book.encode(), lost)
