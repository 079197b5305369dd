"""The one Jinja environment: templates of `templates/`, everything escaped, hidden characters shown."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cjm_cli import resources
from cjm_cli.characters import show_hidden

# A whole word, so not the https within javascript:/*https://x*/.
_ADDRESS = re.compile(r"(?i)(?<![^\s(\[“„])(?:https?://|mailto:)\S+")
_AFTER_ADDRESS = ".,;:!?)]“”"
_NEVER = re.compile(r"[<>\"'`{}|\\^]")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|[0-9a-f:.]+")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_LINK = Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>')


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The environment that all templates share: a missing value is an error, and a text cannot become markup."""
    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["linked"] = linked
    return made


def _source(name: str) -> str | None:
    try:
        return resources.text("templates", name)
    except (FileNotFoundError, IsADirectoryError, KeyError):
        return None


def _shown(value: object) -> object:
    """What a template prints: our own markup as it is, and a text with nothing hidden in it."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def shown(text: str) -> str:
    """`text` with escapes for hidden characters; its line breaks stay, since the page keeps them."""
    return "\n".join(show_hidden(line.replace("\t", " ")) for line in text.split("\n"))


def linked(text: str) -> Markup:
    """`text` with its addresses of pages and mailboxes as links, everything escaped."""
    return Markup("").join(_link(part) if is_link else shown(part) for part, is_link in _parts(text))


def _link(address: str) -> Markup:
    return _LINK.format(address)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_AFTER_ADDRESS)
        if _is_safe(address):
            yield text[end : match.start()], False
            yield address, True
            end = match.start() + len(address)
    yield text[end:], False


def _is_safe(address: str) -> bool:
    """Whether a browser, too, reads it as a page of a host or as a mailbox: no hidden character, no user name."""
    if shown(address) != address or _NEVER.search(address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return _MAILBOX.fullmatch(parts.path) is not None
    is_page = parts.scheme in {"http", "https"} and "@" not in parts.netloc
    return is_page and _HOST.fullmatch(parts.hostname or "") is not None
