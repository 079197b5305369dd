"""Numbers as they are written in a drawing."""


def figure(value: float) -> str:
    """A coordinate with two decimals at most, so that the same drawing is the same bytes on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
