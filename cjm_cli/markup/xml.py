"""The one XML writer: every name is ours, every text and value is escaped here."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from cjm_cli.characters import show_hidden
from cjm_cli.figure import figure

Value = str | float


def element(name: str, attributes: Mapping[str, Value], children: Iterable[str] = ()) -> str:
    """An element with attributes in the order given; children are finished XML."""
    inner = "".join(children)
    start = f"{name}{''.join(_attribute(key, value) for key, value in attributes.items())}"
    return f"<{start}>{inner}</{name}>" if inner else f"<{start}/>"


def text(content: str) -> str:
    """A text as XML; what cannot be seen is shown."""
    return escape(show_hidden(content))


def _attribute(key: str, value: Value) -> str:
    return f" {key}={quoteattr(show_hidden(value) if isinstance(value, str) else figure(value))}"
