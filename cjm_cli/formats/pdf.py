"""PDF: the map on sheets of A3, to be printed, searched and copied from."""

from collections.abc import Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from cjm_cli.errors import MissingToolError
from cjm_cli.formats._fonts import drawable, shipped
from cjm_cli.formats._format import Drawing, Lost
from cjm_cli.formats._pdf_file import File, array, dictionary, number, words
from cjm_cli.page.layout.sheets import A3, Paper, Sheet, on_paper
from cjm_cli.page.page import Page

if TYPE_CHECKING:
    from cjm_cli.formats._pdf_fonts import Faces

OURS = "CJMSans"


def require() -> None:
    """Raises MissingToolError when HarfBuzz is not there."""
    if find_spec("uharfbuzz") is None:
        raise MissingToolError("uharfbuzz", "drawing PDF", 'pip install "cjm-cli[pdf]"')


def encode(page: Page) -> bytes:
    """The page's drawing."""
    return draw_with_fonts(page, ()).content


def draw_with_fonts(page: Page, fonts: Sequence[Path]) -> Drawing:
    """The page's drawing; fonts are for what ours lack."""
    from cjm_cli.formats._pdf_fonts import Face, Faces, has_outlines

    outlined = [path for path in fonts if has_outlines(path)]
    sheets, lost = [], Lost()
    for sheet in on_paper(page):
        scene, lost_here = drawable(sheet.scene, outlined)
        sheets.append(Sheet(scene, sheet.scale))
        lost |= lost_here
    with ExitStack() as stack:
        ours = stack.enter_context(shipped())
        faces = Faces(
            {name: Face(f"{OURS}-{name.capitalize()}", path) for name, path in ours.items()},
            [Face(f"Given{index + 1}", path) for index, path in enumerate(outlined)],
        )
        return Drawing(_file(page, sheets, faces, A3), lost)


def _file(page: Page, sheets: Sequence[Sheet], faces: "Faces", paper: Paper) -> bytes:
    contents = [_content(sheet, faces, paper) for sheet in sheets]
    file = File()
    root, parent = file.reserve(), file.reserve()
    fonts = dictionary({key: face.put(file) for key, face in faces.by_key.items() if face.used})
    pages = [_page(file, content, parent, fonts, paper=paper) for content in contents]
    file.put(dictionary({"Type": "/Pages", "Kids": array(pages), "Count": len(pages)}), parent)
    preferences = dictionary({"DisplayDocTitle": "true"})
    catalog = {"Type": "/Catalog", "Pages": parent, "Lang": words(page.language), "ViewerPreferences": preferences}
    file.put(dictionary(catalog), root)
    about = {"Title": words(page.title), "Subject": words(page.description), "Creator": words("cjm")}
    return file.encode(root, file.put(dictionary(about)))


def _content(sheet: Sheet, faces: "Faces", paper: Paper) -> bytes:
    """A sheet's operators; units run downwards from the upper left corner of what lies between the margins."""
    from cjm_cli.formats._pdf_draw import paint

    left, top = number(paper.margin), number(paper.height - paper.margin)
    start = f"{number(sheet.scale)} 0 0 {number(-sheet.scale)} {left} {top} cm"
    return "\n".join([start, *paint(sheet.scene, faces)]).encode("ascii")


def _page(file: File, content: bytes, parent: str, fonts: str, *, paper: Paper) -> str:
    entries = {
        "Type": "/Page",
        "Parent": parent,
        "MediaBox": array([0, 0, paper.width, paper.height]),
        "Resources": dictionary({"Font": fonts}),
        "Contents": file.put_stream(content),
    }
    return file.put(dictionary(entries))
