"""A picture of the project → what it is and what it holds, or why it cannot be part of a map. Never leaves the project."""

import re
import stat
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from cjm_cli.errors import reason

MOST_BYTES = 200_000
"""Every map carries the picture within itself."""
MOST_PIXELS = 2_000
"""Of a side: more is never shown, and a small file may unfold into a very large picture."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_PNG, _PNG_HEAD = b"\x89PNG\r\n\x1a\n", b"\x00\x00\x00\rIHDR"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its size stands."""
_OTHERS = ((b"GIF8", "a GIF"), (b"RIFF", "a WebP"), (b"BM", "a BMP"), (b"%PDF", "a PDF"))
_EXPORT = "export it as PNG or JPEG"


@dataclass(frozen=True)
class PictureFile:
    """A picture that may be shown; `data` is the `data:` address of it."""

    data: str
    width: int
    height: int


@dataclass(frozen=True)
class Unusable:
    """Why a picture cannot be shown, and the way out."""

    why: str
    help: str


def read_picture(name: str, root: Path) -> PictureFile | Unusable:
    """The picture that a file of the project names, relative to the project's folder."""
    path = _path(name, root)
    if isinstance(path, Unusable):
        return path
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Unusable("is not a file", "name a file of the project")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        return Unusable(f"cannot be read: {reason(error)}", "the path is relative to this file")
    return _checked(content)


def _path(name: str, root: Path) -> Path | Unusable:
    if _ADDRESS.match(name):
        return Unusable("is an address; a map asks nobody for anything", "copy the file into the project")
    parts = PureWindowsPath(name)
    if parts.is_absolute() or parts.drive or parts.root or ".." in parts.parts or "\0" in name:
        return Unusable("leads out of the project", "copy the file into the project")
    path = root / name
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return Unusable("cannot be read: it is a link that leads to itself", "name a file of the project")
    return path if inside else Unusable("is a link that leads out of the project", "copy the file into the project")


def _checked(content: bytes) -> PictureFile | Unusable:
    if len(content) > MOST_BYTES:
        return Unusable(f"is larger than {MOST_BYTES // 1000} kB", "make it smaller: it is shown 44 pixels high")
    kind = "png" if content.startswith(_PNG) else "jpeg" if content.startswith(_JPEG) else ""
    if not kind:
        return _other(content)
    size = _png_size(content) if kind == "png" else _jpeg_size(content)
    if size is None or min(size) == 0:
        return Unusable(f"is cut off, or no whole {kind.upper()}", "export it again")
    if max(size) > MOST_PIXELS:
        found = f"is {size[0]} × {size[1]} pixels"
        return Unusable(f"{found}, and {MOST_PIXELS:,} a side are the most", "make it smaller")
    return PictureFile(f"data:image/{kind};base64,{b64encode(content).decode()}", *size)


def _other(content: bytes) -> Unusable:
    """What it seems to be: an SVG is a program as much as a picture, and may ask others for parts of itself."""
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")):
        return Unusable("is an SVG, which may hold scripts and ask for other files", _EXPORT)
    known = next((what for magic, what in _OTHERS if content.startswith(magic)), None)
    return Unusable(f"is {known}" if known else "is no PNG and no JPEG", _EXPORT)


def _png_size(content: bytes) -> tuple[int, int] | None:
    if content[8:16] != _PNG_HEAD or b"IEND" not in content:
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    if _JPEG_END not in content:
        return None
    return next((size for marker, size in _jpeg_parts(content) if marker in _SIZES), None)


def _jpeg_parts(content: bytes) -> Iterator[tuple[int, tuple[int, int]]]:
    """The marker of each part, and what would be width and height in it."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] == 0xFF:
            at += 1
            continue
        height, width = int.from_bytes(content[at + 5 : at + 7]), int.from_bytes(content[at + 7 : at + 9])
        yield content[at + 1], (width, height)
        at += 2 + max(int.from_bytes(content[at + 2 : at + 4]), 2)
