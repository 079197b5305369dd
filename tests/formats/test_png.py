"""A PNG is the map in pixels: the same on every machine, and honest about letters that no font at hand has."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import ImageChops

from cjm_cli.errors import SourceError
from cjm_cli.formats import png, png_2x
from cjm_cli.formats._fonts import FACES, characters, drawable, shipped
from cjm_cli.formats._format import Lost
from cjm_cli.page import fonts
from cjm_cli.page.layout import lay_out
from cjm_cli.page.page import Page
from cjm_cli.page.palette import PALETTE
from cjm_cli.page.scene import Scene, TextLine

from .conftest import image, pages

JOURNEY = "title: {}\nstages: [{{name: A, touchpoints: Shop, emotion: curious}}]\n"


def page_of(folder: Path, title: str) -> Page:
    path = folder / "map.journey.yaml"
    path.write_text(JOURNEY.format(title), "utf-8")
    (page,) = pages(path)
    return page


def texts(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, TextLine)]


@pytest.mark.parametrize(("format_", "scale"), [(png, 1), (png_2x, 2)])
def test_a_picture_has_one_pixel_a_unit_or_two(tmp_path, format_, scale) -> None:
    page = page_of(tmp_path, "Buying")
    scene = lay_out(page)
    assert image(format_.encode(page)).size == (scene.width * scale, scene.height * scale)


def test_it_is_light_whatever_the_machine_prefers(tmp_path) -> None:
    corner = image(png.encode(page_of(tmp_path, "Buying"))).getpixel((0, 0))
    assert "#{:02x}{:02x}{:02x}".format(*corner) == PALETTE["paper"].light


def test_letters_leave_ink(tmp_path) -> None:
    one, other = (image(png.encode(page_of(tmp_path, title))) for title in ("Buying", "Paying"))
    assert one.size == other.size
    assert ImageChops.difference(one, other).getbbox() is not None


def test_the_bytes_are_the_same_whatever_fonts_the_machine_has(tmp_path, environment, cjm, write) -> None:
    write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": JOURNEY.format("東京 Größe 👍")})
    (tmp_path / "none.conf").write_text("<fontconfig/>")
    machines = ({}, {"FONTCONFIG_FILE": str(tmp_path / "none.conf"), "HOME": str(tmp_path), "LC_ALL": "C"})
    drawn = [cjm("render", "-f", "png", "-o", "-", env=machine, encoding=None) for machine in machines]
    assert [ended.returncode for ended in drawn] == [0, 0]
    assert drawn[0].stdout == drawn[1].stdout


def test_an_emoji_that_no_font_has_is_left_out_with_its_space_and_told(tmp_path) -> None:
    scene, lost = drawable(lay_out(page_of(tmp_path, "One 👩🏽‍🚒 two 👍🏽")), ())
    assert "One two" in texts(scene)
    assert lost == Lost(emoji=("👍🏽", "👩🏽‍🚒"))
    assert [*lost.sentences] == ["👍🏽 👩🏽‍🚒 are left out, for no font here has them; --font FILE brings one."]


def test_a_letter_that_no_font_has_is_told(tmp_path) -> None:
    scene, lost = drawable(lay_out(page_of(tmp_path, "Größe 東京 ✓")), ())
    assert "Größe 東京 ✓" in texts(scene)
    assert lost == Lost(letters=("✓", "京", "東"))


@pytest.mark.parametrize(
    "title", ["Größe “x” … – 5 € → é", "Привет, Ελλάδα, שלום", "e\u0301 a\u00a0b", "Donau\u00addampf"]
)
def test_what_our_fonts_have_is_not_told(tmp_path, title) -> None:
    assert drawable(lay_out(page_of(tmp_path, title)), ())[1] == Lost()


def test_a_font_that_is_given_draws_what_ours_lack(tmp_path, font_of) -> None:
    page, font = page_of(tmp_path, "東 👍"), font_of("東👍")
    with_it, without = png.draw_with_fonts(page, [font]), png.draw_with_fonts(page, [])
    assert with_it.lost == Lost()
    assert without.lost == Lost(("👍",), ("東",))
    ink = ImageChops.difference(image(with_it.content), image(without.content)).getbbox()
    assert ink is not None


def test_ours_have_every_character_that_is_measured() -> None:
    with shipped() as faces:
        for face in FACES:
            measured = fonts.advances(bold=face == "bold", italic=face == "italic")
            assert {*measured} - characters(faces[face]) <= {"\u00ad"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no TrueType or OpenType font"),
        (b"%PDF", "it is no TrueType or OpenType font"),
        (b"OTTO\x00\x09", "it is no TrueType or OpenType font"),
        (None, "no such file or directory"),
    ],
)
def test_what_is_no_font_is_told_in_one_line(tmp_path, content, reason) -> None:
    path = tmp_path / "font.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError) as told:
        characters(path)
    assert str(told.value) == f"cannot read {path}: {reason}"


@pytest.mark.parametrize("format_", ["png", "png-2x"])
def test_without_its_library_it_says_how_to_get_it_before_anything_is_drawn(tmp_path, environment, format_) -> None:
    page_of(tmp_path, "Buying")
    code = "import runpy, sys; sys.modules['resvg_py'] = None; runpy.run_module('cjm_cli', run_name='__main__')"
    command = [sys.executable, "-c", code, "render", "map.journey.yaml", "-f", "svg", "-f", format_]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    told = 'drawing PNG needs resvg-py, which is not installed; get it with: pip install "cjm-cli[png]"'
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"error: {told}\n")
    assert not (tmp_path / "dist").exists()


def test_a_map_too_large_for_pixels_is_told_in_one_line(cjm, write) -> None:
    steps = "".join(f"      - {{name: Step {i}, emotion: 1}}\n" for i in range(900))
    write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": f"title: A\nstages:\n  - name: B\n    steps:\n{steps}"})
    ended = cjm("render", "-f", "png-2x")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "error: a is too large a map to be made of pixels; draw it as svg or pdf\n"
