"""A text as an id: kebab-case, in any script."""

import unicodedata

_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}


def slug(text: str) -> str:
    """Lower-case letters and digits of any script, without accents; everything else becomes one hyphen."""
    if text.isascii():
        # Most names and texts, and there are hundreds in every file.
        return "-".join(text.lower().translate(_SPACES).split())
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] != "M")
    # Composed again, so that Hangul is what an author would type.
    plain = unicodedata.normalize("NFC", "".join(letters)).lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
