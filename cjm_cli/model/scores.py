"""Scores as people read them, and how far apart they have to be."""

MINUS = "\N{MINUS SIGN}"
MUCH = 1.0
"""On the common scale from −2 to +2: a whole word of it, from bad to neutral. Halves are within what a team guesses."""


def signed(value: float, *, plus: bool = True) -> str:
    """A score with its sign: `+1.5`, `−2`, `0`."""
    text = f"{abs(value):.1f}".removesuffix(".0")
    if text == "0":
        return text
    return f"{MINUS}{text}" if value < 0 else f"+{text}" if plus else text


def number(value: float | str) -> str:
    """A figure without a needless fraction; a text as it is."""
    return value if isinstance(value, str) else f"{value:.10g}".replace("-", MINUS)
