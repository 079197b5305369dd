"""A PDF can be printed, searched and copied from, on every machine alike."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from cjm_cli import plugins, views
from cjm_cli.errors import SourceError, UsageError
from cjm_cli.formats import pdf
from cjm_cli.formats._format import Lost
from cjm_cli.page.layout.sheets import on_paper
from cjm_cli.page.page import Page
from cjm_cli.page.scene import TextLine
from cjm_cli.session import open_session

from .conftest import image, pages
from .test_svg import EVERY_TEXT, HOSTILE

JOURNEY = "title: {}\nstages: [{{name: A, touchpoints: Shop, emotion: curious}}]\n"


def page_of(folder: Path, journey: str) -> Page:
    path = folder / "map.journey.yaml"
    path.write_text(journey, "utf-8")
    (page,) = pages(path)
    return page


def poppler(tool: str, content: bytes, *options: str) -> str:
    """What one of poppler's tools says of a PDF; complaints are failures."""
    ran = subprocess.run(
        [tool, *options, "-", *(["-"] if tool == "pdftotext" else [])], input=content, capture_output=True
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    return ran.stdout.decode()


def first_page(content: bytes) -> bytes:
    """A PNG of it, half a pixel a point."""
    command = ["pdftoppm", "-png", "-r", "36", "-f", "1", "-l", "1"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


def drawn(page: Page) -> set[str]:
    return {shape.text for sheet in on_paper(page) for shape in sheet.scene.shapes if isinstance(shape, TextLine)}


def test_every_text_of_an_example_can_be_selected(example) -> None:
    told = poppler("pdftotext", pdf.encode(example), "-raw")
    emoji = "😠"
    assert {word for line in drawn(example) for word in line.split()} - {*told.split()} <= {emoji}


def test_every_font_is_embedded_in_part_and_can_be_searched(example) -> None:
    _, _, *fonts = poppler("pdffonts", pdf.encode(example)).splitlines()
    assert {re.split(r" {2,}", font)[0][7:] for font in fonts} == {"CJMSans", "CJMSansBold", "CJMSansItalic"}
    assert all(re.search(r" yes +yes +yes ", font) for font in fonts)


def test_a_sheet_is_a_page_of_a3_across(example) -> None:
    told = poppler("pdfinfo", pdf.encode(example))
    assert re.search(rf"^Pages: +{len(on_paper(example))}$", told, re.MULTILINE)
    assert "1190.55 x 841.89 pts (A3)" in told
    assert f"Title:           {example.title}\n" in told
    assert not re.search("^(CreationDate|ModDate)", told, re.MULTILINE)


def test_an_example_looks_on_paper_as_it_does_on_the_screen(example) -> None:
    """Coarsely: ink is where a sheet's drawing has it."""
    picture = image(first_page(pdf.encode(example)))
    (sheet, *_) = on_paper(example)
    assert picture.size == (596, 421)
    stage = next(
        s for s in sheet.scene.shapes if isinstance(s, TextLine) and s.color == "on-stage" and s.font.size == 13
    )
    x, y = (14.2 + (stage.x + 1) * sheet.scale / 2, 14.2 + (stage.y - 4) * sheet.scale / 2)
    red, green, blue = picture.getpixel((int(x), int(y)))
    assert blue > red
    assert red + green + blue < 300


@pytest.mark.parametrize("said", sorted(HOSTILE))
def test_a_text_never_becomes_an_operator(said, tmp_path) -> None:
    content = pdf.encode(page_of(tmp_path, EVERY_TEXT.format(HOSTILE[said])))
    told = poppler("pdftotext", content, "-raw")
    assert "Moment of truth" in told
    assert poppler("pdfinfo", content, "-js") == ""


@pytest.mark.parametrize(
    "title",
    [
        "Größe “x” … – 5 € é",
        "a) Tj (b",
        "Привет, Ελλάδα",
        "e\u0301a\u0302",
        "AVATAR Te. fi fl",
        "東京 Größe",
    ],
)
def test_a_text_is_copied_as_it_was_written(title, tmp_path) -> None:
    told = poppler("pdftotext", pdf.encode(page_of(tmp_path, JOURNEY.format(f'"{title}"'))), "-raw")
    first = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", told.splitlines()[0])
    assert first == title


@pytest.mark.parametrize(("apart", "whole"), [("e\u0301te\u0301", "été"), ("o\u0308de", "öde")])
def test_an_accent_stands_on_its_letter(apart, whole, tmp_path) -> None:
    pixels = [pdf.encode(page_of(tmp_path, JOURNEY.format(f'"{title}"'))) for title in (apart, whole)]
    one, other = (image(first_page(content)).crop((0, 0, 300, 40)) for content in pixels)
    assert one.getbbox() == other.getbbox()
    assert one.tobytes() == other.tobytes()


def test_words_from_right_to_left_are_copied_in_the_order_in_which_they_are_read(tmp_path) -> None:
    told = poppler("pdftotext", pdf.encode(page_of(tmp_path, JOURNEY.format("שלום עולם"))))
    assert "שלום עולם" in told


def test_a_bracket_in_a_text_from_right_to_left_is_the_one_that_is_seen(tmp_path) -> None:
    content = pdf.encode(page_of(tmp_path, JOURNEY.format("שלום (hello) עולם")))
    left = poppler("pdftotext", content, "-raw").splitlines()[0]
    assert left.index("hello") > 0
    assert {*re.findall(r"[()]", left)} == {"(", ")"}


def test_a_font_that_is_given_draws_what_ours_lack(tmp_path, font_of) -> None:
    page = page_of(tmp_path, JOURNEY.format("東 x"))
    drawing = pdf.draw_with_fonts(page, [font_of("東")])
    assert drawing.lost == Lost()
    assert "Squares" in poppler("pdffonts", drawing.content)
    assert poppler("pdftotext", drawing.content, "-raw").startswith("東 x\n")
    assert pdf.draw_with_fonts(page, []).lost == Lost(letters=("東",))


def test_a_font_that_nothing_needs_is_not_embedded(tmp_path, font_of) -> None:
    page = page_of(tmp_path, JOURNEY.format("x"))
    assert pdf.draw_with_fonts(page, [font_of("東")]).content == pdf.encode(page)


def test_a_font_that_cannot_stand_in_a_pdf_is_told_in_one_line(tmp_path, font_of) -> None:
    page = page_of(tmp_path, JOURNEY.format("東"))
    font = font_of("東").rename(tmp_path / "squares.bin")
    with pytest.raises(SourceError, match=r"^cannot read .*squares\.bin: it cannot stand in a PDF$"):
        pdf.draw_with_fonts(page, [font])


def test_an_emoji_is_in_colour_and_can_be_copied(tmp_path, font_of) -> None:
    page = page_of(tmp_path, JOURNEY.format("x 👍"))
    drawing = pdf.draw_with_fonts(page, [font_of("👍", coloured=True)])
    assert drawing.lost == Lost()
    assert poppler("pdftotext", drawing.content, "-raw").startswith("x 👍\n")
    assert (255, 0, 0) in {color for _, color in image(first_page(drawing.content)).getcolors(1_000_000)}


def test_more_emoji_than_a_pdf_takes_are_told_in_one_line(tmp_path, font_of) -> None:
    many = "".join(map(chr, range(0x1F300, 0x1F300 + 256)))
    page = page_of(tmp_path, JOURNEY.format(many))
    with pytest.raises(UsageError, match=r"^this map cannot be written as PDF: .*255"):
        pdf.draw_with_fonts(page, [font_of(many, coloured=True)])


def test_the_bytes_are_the_same_whatever_the_machine_and_the_hour(cjm, write) -> None:
    write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": JOURNEY.format("Größe שלום")})
    machines = ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Pacific/Apia", "LC_ALL": "C"})
    one, other = (cjm("render", "-f", "pdf", "-o", "-", env=env, encoding=None) for env in machines)
    assert (one.returncode, one.stdout[:5]) == (0, b"%PDF-")
    assert one.stdout == other.stdout


@pytest.mark.parametrize(("module", "package"), [("fpdf", "fpdf2"), ("uharfbuzz", "uharfbuzz")])
def test_without_its_libraries_it_says_how_to_get_them(tmp_path, environment, module, package) -> None:
    page_of(tmp_path, JOURNEY.format("x"))
    code = f"import runpy, sys; sys.modules[{module!r}] = None; runpy.run_module('cjm_cli', run_name='__main__')"
    command = [sys.executable, "-c", code, "render", "map.journey.yaml", "-f", "pdf"]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    told = f'drawing PDF needs {package}, which is not installed; get it with: pip install "cjm-cli[pdf]"'
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"error: {told}\n")


def test_a_sheet_wears_the_colours_and_the_logo_of_its_project(tmp_path) -> None:
    Image.new("RGB", (60, 20), (0, 128, 0)).save(tmp_path / "logo.png")
    theme = 'theme: {logo: logo.png, colours: {stage: {light: "#3a0b2e", dark: "#5c1149"}}}\n'
    (tmp_path / "cjm.yaml").write_text(f"name: Shop\n{theme}", "utf-8")
    page = page_of(tmp_path, JOURNEY.format("Buying shoes"))
    content = pdf.encode(page)
    colours = {colour for _, colour in image(first_page(content)).convert("RGB").getcolors(1 << 20)}
    assert {(0x3A, 0x0B, 0x2E), (0, 128, 0)} <= colours
    assert len(poppler("pdfimages", content, "-list").splitlines()) == 3


@pytest.mark.parametrize("view", ["brief", "flow"])
def test_a_page_without_a_map_is_one_sheet(view, tmp_path) -> None:
    (tmp_path / "map.journey.yaml").write_text(JOURNEY.format("Buying shoes"), "utf-8")
    (project,) = open_session([tmp_path], None, lambda line: None).projects
    page = plugins.load(views, view).arrange(next(project.workspace.entries), project.workspace)
    content = pdf.encode(page)
    assert re.search(r"^Pages: +1$", poppler("pdfinfo", content), re.MULTILINE)
    told = poppler("pdftotext", content, "-raw")
    assert {word for line in drawn(page) for word in line.split()} <= {*told.split()}
