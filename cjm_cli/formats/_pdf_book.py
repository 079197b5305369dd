"""The library's document as we need it: sheets of one size, letters of fonts that come along or were given, and no clock."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from fontTools.ttLib import TTLibError
from fpdf import FPDF, FPDFException, ViewerPreferences
from fpdf.fonts import TTFFont
from fpdf.line_break import Fragment
from fpdf.output import OutputProducer, PDFInfo

from cjm_cli.errors import SourceError, UsageError
from cjm_cli.formats._pdf_text import Part, parts
from cjm_cli.page.layout.sheets import Paper
from cjm_cli.page.page import Page
from cjm_cli.page.scene import TextLine

OURS = "ours"
STYLES = {"regular": "", "bold": "B", "italic": "I"}
BOX = "□"
"""What is seen of a letter that no font has."""
BASELINE = 0.8
"""How far beneath the top of its cell the library sets a text, in ems."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The library wants a date to make its identity of the file from; it is not written."""


class Book(FPDF):
    """Sheets with what is said of them; `ours` are faces by name, `given` are for letters that these lack."""

    def __init__(self, page: Page, paper: Paper, ours: Mapping[str, Path], given: tuple[Path, ...]) -> None:
        super().__init__(unit="pt", format=(paper.width, paper.height))
        self.palette = page.theme.palette
        self.families = {OURS: ours["regular"]} | {f"given{index}": path for index, path in enumerate(given)}
        self.set_margin(0)
        self.c_margin = 0
        self.set_auto_page_break(auto=False)
        self.alias_nb_pages("")
        self.set_title(page.title)
        self.set_subject(page.description)
        self.set_lang(page.language)
        self.set_creator("cjm")
        self.set_creation_date(LONG_AGO)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        for face, path in ours.items():
            self.add_font(OURS, STYLES[face], path)

    def write_line(self, line: TextLine) -> None:
        """A line of text, in the units of the page."""
        found = [*parts(line.text, line.direction, self.families)]
        align = line.align if line.direction == "ltr" else 1 - line.align
        spare = line.room - sum(self._width(part, line) for part in found) if align else 0
        self.set_xy(line.x + spare * align, line.y - BASELINE * line.font.size)
        self.set_text_color(self.palette[line.color].light)
        for part in found:
            self._choose(part, line)
            self.cell(h=line.font.size, text=part.shown)

    def _width(self, part: Part, line: TextLine) -> float:
        self._choose(part, line)
        return self.get_string_width(part.shown)

    def _choose(self, part: Part, line: TextLine) -> None:
        family = part.family or OURS
        if family not in self.fonts:
            self._add_given(family)
        style = ("B" if line.font.bold else "I" if line.font.italic else "") if family == OURS else ""
        self.set_font(family, style, line.font.size)
        self.set_text_shaping(use_shaping_engine=bool(part.family), direction=part.direction)
        if not part.family:
            self._box(part.text)

    def _add_given(self, family: str) -> None:
        """Only once it is needed, for to read a large one takes its time."""
        path = self.families[family]
        try:
            self.add_font(family, "", path)
        except (TTLibError, KeyError, NotImplementedError, ValueError) as failure:
            raise SourceError(str(path), "it cannot stand in a PDF") from failure

    def _box(self, text: str) -> None:
        """Lets our font draw a box for each letter that it lacks, which is still copied as what it is."""
        font = self.current_font
        assert isinstance(font, TTFFont)
        lacking = {*map(ord, text)} - font.cmap.keys()
        # Not into the table itself: that one is the font's, and a part of it will be written.
        font.cmap = {**font.cmap, **dict.fromkeys(lacking, font.cmap[ord(BOX)])}
        for table in (font.glyph_ids, font.cw):
            table.update(dict.fromkeys(lacking, table[ord(BOX)]))

    def _preload_bidirectional_text(self, text: str, markdown: bool) -> Sequence[Fragment]:  # noqa: FBT001
        """A part runs one way, which is known: to find it anew takes the square of the signs in a line."""
        if self.text_shaping:
            direction = self.text_shaping["direction"]
            self.text_shaping |= {"paragraph_direction": direction, "fragment_direction": direction}
        return self._preload_font_styles(text, markdown)

    def _parse_chars(self, text: str, markdown: bool, *, _initial_emphasis: object = None) -> Iterator[Fragment]:  # noqa: FBT001
        """A part as a whole: the library would tear an accent or a joiner from its letter, as being of no script."""
        yield Fragment(text, self._get_current_graphics_state(), self.k)

    def encode(self) -> bytes:
        """The whole file."""
        try:
            return bytes(self.output(output_producer_class=_Undated))
        except FPDFException as failure:
            problem = f"this map cannot be written as PDF: {failure}"
            raise UsageError(problem, "draw it without --font, or as svg or png") from failure


class _Undated(OutputProducer):
    """A file that does not say when it was made."""

    def _add_info(self) -> PDFInfo:
        info = super()._add_info()
        del info.creation_date
        return info
