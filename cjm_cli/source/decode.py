"""From bytes to text: UTF-8 without control characters, or a problem that says where."""

import codecs
import re

from cjm_cli.source.limits import Limits
from cjm_cli.source.problem import Problem, over_limit

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_PRINTABLE_ASCII = bytes([9, 10, 13, *range(0x20, 0x7F)])
_BOM = "\ufeff"
# UTF-32 first: its little-endian mark begins like that of UTF-16.
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Without a mark, the zero bytes round the first ASCII letter give the encoding away.
_OTHER_STARTS = (
    (re.compile(rb"\0\0\0[^\0]|[^\0]\0\0\0"), "UTF-32"),
    (re.compile(rb"\0[^\0]|[^\0]\0"), "UTF-16"),
)


def decode(content: bytes, limits: Limits) -> tuple[str, Problem | None]:
    """The text; with a problem, the text as far as it can be read."""
    if len(content) > limits.file_bytes:
        message = f"the file has more bytes than the limit of {limits.file_bytes:,}"  # so many were read, and one
        return "", over_limit(message, "file_bytes")
    encoding = _other_encoding(content)
    if encoding:
        return "", _not_utf8(f"the file is {encoding}, not UTF-8", 0)
    try:
        text = content.decode("utf-8").lstrip(_BOM)
    except UnicodeDecodeError as error:
        good = content[: error.start].decode("utf-8").lstrip(_BOM)
        message = f"the file is not UTF-8: the byte 0x{content[error.start]:02X} has no meaning here"
        return good, _not_utf8(message, len(good))
    return text, _control_character(content, text)


def control_character(text: str) -> tuple[int, str] | None:
    """The offset and the code (`U+001B`) of the first character that no text can show."""
    found = _CONTROL.search(text)
    return (found.start(), f"U+{ord(found[0]):04X}") if found else None


def _other_encoding(content: bytes) -> str:
    for mark, name in _OTHER_MARKS:
        if content.startswith(mark):
            return name
    for start, name in _OTHER_STARTS:
        if start.match(content):
            return name
    return ""


def _not_utf8(message: str, index: int) -> Problem:
    return Problem("unreadable-file", message, index, index + 1, help="save the file with the encoding UTF-8")


def _control_character(content: bytes, text: str) -> Problem | None:
    # The common case, plain ASCII, is settled without a search.
    if content.isascii() and not content.translate(None, _PRINTABLE_ASCII):
        return None
    found = control_character(text)
    if found is None:
        return None
    index, code = found
    message = f"the file holds the control character {code}"
    return Problem("unreadable-file", message, index, index + 1, label="here", help="delete this character")
