"""PNG with twice the pixels, for sharp screens and for paper."""

from collections.abc import Sequence
from pathlib import Path

from cjm_cli.formats import _png
from cjm_cli.formats._format import Drawing
from cjm_cli.page.page import Page

SUFFIX = "@2x.png"

require = _png.require


def encode(page: Page) -> bytes:
    """The page's drawing."""
    return draw_with_fonts(page, ()).content


def draw_with_fonts(page: Page, fonts: Sequence[Path]) -> Drawing:
    """The page's drawing; fonts are for what ours lack."""
    return _png.draw_pixels(page, fonts, scale=2)
