"""A picture becomes part of a map only when it is a small PNG or JPEG of the project; anything else is said, at its line."""

import os
import struct
import zlib
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.workspace.picture import MOST_BYTES, PictureFile, Unusable, _checked, read_picture


def png(width: int = 8, height: int = 4) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 8, height: int = 4, *, marker: int = 0xC0) -> bytes:
    """As much of a JPEG as tells its size: a comment, tables, the frame, the end."""
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"\xff\xc0ab"
    tables = b"\xff\xc4" + struct.pack(">H", 7) + b"\0\1\2\3\4"
    frame = b"\xff" + bytes([marker]) + struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8" + comment + tables + b"\xff" + frame + b"\xff\xd9"


@pytest.mark.parametrize(
    ("content", "kind"), [(png(), "png"), (jpeg(), "jpeg"), (jpeg(marker=0xC2), "jpeg")], ids=["PNG", "JPEG", "late"]
)
def test_a_picture_of_the_project_is_embedded_with_its_size(tmp_path, content, kind) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand/logo").write_bytes(content)
    found = read_picture("brand/logo", tmp_path)
    assert isinstance(found, PictureFile)
    head, _, data = found.data.partition(",")
    assert (head, b64decode(data)) == (f"data:image/{kind};base64", content)
    assert (found.width, found.height) == (8, 4)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is no PNG and no JPEG"),
        (b"just words", "is no PNG and no JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "is an SVG, which may hold scripts"),
        (b"\xef\xbb\xbf \n<?xml version='1.0'?><svg/>", "is an SVG"),
        (b"GIF89a", "is a GIF"),
        (b"RIFF\0\0\0\0WEBP", "is a WebP"),
        (b"%PDF-1.7", "is a PDF"),
        (png()[:20], "is cut off, or no whole PNG"),
        (png()[:-12], "is cut off, or no whole PNG"),
        (png(0, 4), "is cut off, or no whole PNG"),
        (b"\x89PNG\r\n\x1a\n" + b"IEND" * 9, "is cut off, or no whole PNG"),
        (jpeg()[:-2], "is cut off, or no whole JPEG"),
        (b"\xff\xd8\xff\xd9", "is cut off, or no whole JPEG"),
        (png(2001, 1), "is 2001 × 1 pixels, and 2,000 a side are the most"),
        (jpeg(1, 65535), "is 1 × 65535 pixels"),
        (png() + b"x" * MOST_BYTES, "is larger than 200 kB"),
    ],
)
def test_what_cannot_be_shown_says_why(tmp_path, content, why) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    found = read_picture("logo.png", tmp_path)
    assert isinstance(found, Unusable)
    assert found.why.startswith(why)
    assert found.help


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("https://example.org/logo.png", "is an address"),
        ("//example.org/logo.png", "is an address"),
        ("data:image/png;base64,AAAA", "is an address"),
        ("file:///etc/hostname", "is an address"),
        ("/etc/hostname", "leads out of the project"),
        ("../logo.png", "leads out of the project"),
        ("brand/../../logo.png", "leads out of the project"),
        (r"..\logo.png", "leads out of the project"),
        (r"C:\logo.png", "leads out of the project"),
        ("a\0b", "leads out of the project"),
        ("missing.png", "cannot be read: no such file or directory"),
        (".", "is not a file"),
        ("a" * 300, "cannot be read: file name too long"),
        ("cjm.yaml/logo.png", "cannot be read: not a directory"),
    ],
)
def test_only_a_file_of_the_project_will_do(tmp_path, name, why) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "cjm.yaml").touch()
    (tmp_path / "logo.png").write_bytes(png())
    found = read_picture(name, root)
    assert isinstance(found, Unusable)
    assert found.why.startswith(why)


def test_links_may_lead_within_the_project_and_not_out_of_it(tmp_path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "real.png").write_bytes(png())
    (tmp_path / "out.png").write_bytes(png())
    (root / "in.png").symlink_to("real.png")
    (root / "out.png").symlink_to(tmp_path / "out.png")
    (root / "loop.png").symlink_to("loop.png")
    (root / "folder").symlink_to(tmp_path)
    assert isinstance(read_picture("in.png", root), PictureFile)
    for name in ("out.png", "folder/out.png"):
        assert read_picture(name, root) == Unusable(
            "is a link that leads out of the project", "copy the file into the project"
        )
    assert isinstance(read_picture("loop.png", root), Unusable)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    assert read_picture("logo.png", tmp_path) == Unusable("is not a file", "name a file of the project")


@given(st.binary(max_size=60), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", jpeg()[:9]]))
def test_whatever_the_bytes_there_is_an_answer(rest, head) -> None:
    assert isinstance(_checked(head + rest), PictureFile | Unusable)


LOGO = "extends: minimal\nname: Shoe <shop>\ntheme: {logo: logo.png}\n"
JOURNEY = "title: Buying\nstages: [{name: A, emotion: 1}]\n"


def test_a_logo_stands_in_html_and_svg_and_markdown_is_without(cjm, write) -> None:
    folder = write({"cjm.yaml": LOGO, "a.journey.yaml": JOURNEY, "logo.png": png()})
    assert cjm("render", "-f", "html", "-f", "svg", "-f", "md").returncode == 0
    html, svg, md = ((folder / f"dist/a.{suffix}").read_text("utf-8") for suffix in ("html", "svg", "md"))
    assert '<img class="logo" src="data:image/png;base64,' in html
    assert 'width="8" height="4" alt="Shoe &lt;shop&gt;">' in html
    assert "img-src data:" in html
    assert 'href="data:image/png;base64,' in svg
    assert "<title>Shoe &lt;shop&gt;</title></image>" in svg
    assert "data:" not in md


def test_a_logo_that_cannot_be_shown_is_an_error_at_its_line(cjm, write) -> None:
    write({"cjm.yaml": LOGO, "a.journey.yaml": JOURNEY, "logo.png": "<svg/>"})
    found = cjm("validate", "-f", "concise")
    assert found.returncode == 1
    assert found.stdout.startswith('cjm.yaml:3:15: error[unusable-logo] logo "logo.png" is an SVG, which may hold')
    assert cjm("render").returncode == 1


@pytest.mark.parametrize("arguments", [["a.journey.yaml"], ["--no-validate"]])
def test_a_map_that_is_drawn_nevertheless_is_without_it_and_says_so(cjm, write, arguments) -> None:
    folder = write({"cjm.yaml": LOGO, "a.journey.yaml": JOURNEY})
    drawn = cjm("render", *arguments)
    assert drawn.stderr.startswith("Drawn without the logo logo.png: it cannot be read: no such file or directory; ")
    assert 'class="logo"' not in (folder / "dist/a.html").read_text("utf-8")
