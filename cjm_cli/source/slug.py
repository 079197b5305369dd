"""A text as an id: kebab-case, in any script."""

import unicodedata


def slug(text: str) -> str:
    """Lower-case letters and digits of any script, without accents; everything else becomes one hyphen."""
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] != "M")
    # Composed again, so that Hangul is what an author would type.
    plain = unicodedata.normalize("NFC", "".join(letters)).lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
