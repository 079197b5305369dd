"""An XML document with a line for each element."""

from collections.abc import Iterable, Mapping

from cjm_cli.markup.xml import Value, element


def document(root: str) -> str:
    """The whole text, in ASCII, so that it is what it says it is in any encoding of the terminal."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def block(name: str, attributes: Mapping[str, Value], children: Iterable[str], depth: int = 0) -> str:
    """An element whose children, finished XML, stand on lines of their own."""
    lines = "".join(f"\n{'  ' * (depth + 1)}{child}" for child in children)
    return element(name, attributes, [f"{lines}\n{'  ' * depth}"] if lines else [])
