"""Choices in words, and several of them in a line."""


def choice(value: str) -> str:
    """A choice of the format as a word: `in-progress` is "in progress"."""
    return value.replace("-", " ")


def joined(*parts: str | None) -> str:
    """The parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)
