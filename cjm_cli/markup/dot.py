"""DOT, the language of Graphviz: one way to write a text, and statements whose names are our own.

Graphviz writes some attributes into its SVG as they are (`fontname`, `stylesheet`, `URL`), so that a text of a user is only
ever a label, and only ever written by `quote`.
"""

from collections.abc import Iterable, Mapping

from cjm_cli.markup.markdown import one_line


def quote(*lines: str) -> str:
    r"""Lines as a DOT string that is shown as it is: no escape (`\N`, `\l`), no entity (`&lt;`), no HTML-like label (`<b>`)."""
    return '"' + r"\n".join(map(_escaped, lines)) + '"'


def _escaped(line: str) -> str:
    return one_line(line).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def statement(what: str, attributes: Mapping[str, str]) -> str:
    """A statement with its attributes; `what` and the names are our own, a value is a word, a number or quoted."""
    inner = ", ".join(f"{name}={value}" for name, value in attributes.items())
    return f"  {what} [{inner}];" if inner else f"  {what};"


def digraph(statements: Iterable[str]) -> str:
    """A directed graph."""
    return "\n".join(("digraph {", *statements, "}")) + "\n"
