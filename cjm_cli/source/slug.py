"""A text as an id: kebab-case, in any script."""

import unicodedata
from functools import lru_cache

_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Lower-case letters and digits of any script, without accents; everything else becomes one hyphen.

    Remembered, for several rules ask for the same hundreds in every file.
    """
    if text.isascii():
        # Most names and texts.
        return "-".join(text.lower().translate(_SPACES).split())
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] != "M")
    # Composed again, so that Hangul is what an author would type.
    plain = unicodedata.normalize("NFC", "".join(letters)).lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
