"""Which characters a font can draw: its `cmap` table, read without a library.

Only as much of OpenType as that takes: subtables of the formats 4 and 12, which all fonts of today have.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from struct import error, unpack_from

from cjm_cli.errors import SourceError, reason

_COLLECTION = b"ttcf"
_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")


@cache
def characters(path: Path) -> frozenset[str]:
    """What the font in this file can draw. Raises SourceError when it holds none that we can read."""
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise SourceError(str(path), reason(failure)) from failure
    try:
        codes = frozenset(_codes(data))
    except (error, IndexError) as failure:
        raise SourceError(str(path), "it is a broken font") from failure
    if not codes:
        raise SourceError(str(path), "it is no TrueType or OpenType font")
    return frozenset(map(chr, codes))


def _codes(data: bytes) -> Iterator[int]:
    start = unpack_from(">I", data, 12)[0] if data[:4] == _COLLECTION else 0
    if data[start : start + 4] not in _SIGNATURES:
        return
    (tables,) = unpack_from(">H", data, start + 4)
    for index in range(tables):
        tag, _, offset, _ = unpack_from(">4sIII", data, start + 12 + 16 * index)
        if tag == b"cmap":
            yield from chain.from_iterable(_subtables(data, offset))


def _subtables(data: bytes, cmap: int) -> Iterator[Iterator[int]]:
    (count,) = unpack_from(">H", data, cmap + 2)
    for index in range(count):
        platform, _, offset = unpack_from(">HHI", data, cmap + 4 + 8 * index)
        at = cmap + offset
        (form,) = unpack_from(">H", data, at)
        if platform in (0, 3) and form in (4, 12):
            yield _of_segments(data, at) if form == 4 else _of_groups(data, at)


def _of_segments(data: bytes, at: int) -> Iterator[int]:
    (twice,) = unpack_from(">H", data, at + 6)
    count = twice // 2
    ends = unpack_from(f">{count}H", data, at + 14)
    starts = unpack_from(f">{count}H", data, at + 16 + twice)
    for first, last in zip(starts, ends, strict=True):
        yield from (code for code in range(first, last + 1) if code != 0xFFFF and not 0xD800 <= code < 0xE000)


def _of_groups(data: bytes, at: int) -> Iterator[int]:
    (count,) = unpack_from(">I", data, at + 12)
    for index in range(count):
        first, last = unpack_from(">II", data, at + 16 + 12 * index)
        yield from range(first, min(last, 0x10FFFF) + 1)
