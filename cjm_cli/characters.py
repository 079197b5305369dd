"""Characters that a reader cannot see but a terminal or a browser obeys, and how they are shown instead."""

import re

_CONTROLS = "\x00-\x1f\x7f-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_SEPARATORS = "\u2028\u2029"
_NOT_TEXT = "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
_ZERO_WIDTH = "\xad\u200b\u2060-\u2064\ufeff"

_HIDDEN = re.compile(f"[{_CONTROLS}{_BIDI}{_SEPARATORS}{_NOT_TEXT}]")
_HIDDEN_OR_EMPTY = re.compile(f"[{_CONTROLS}{_BIDI}{_SEPARATORS}{_NOT_TEXT}{_ZERO_WIDTH}]")


def show_hidden(text: str, *, zero_width: bool = False) -> str:
    r"""`text` with every hidden character as an escape such as `\x1b`; with `zero_width`, those that take no room too.

    The joiners U+200C and U+200D stay: emoji and several scripts need them.
    """
    return (_HIDDEN_OR_EMPTY if zero_width else _HIDDEN).sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
