"""The one Jinja environment: templates of `templates/`, everything escaped, hidden characters shown."""

import re
import traceback
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

import jinja2
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cjm_cli.characters import show_hidden
from cjm_cli.errors import TemplateError
from cjm_cli.markup.templates import BUILTIN, Templates

# A whole word, so not the https within javascript:/*https://x*/.
_ADDRESS = re.compile(r"(?i)(?<![^\s(\[“„])(?:https?://|mailto:)\S+")
_AFTER_ADDRESS = ".,;:!?)]“”"
_NEVER = re.compile(r"[<>\"'`{}|\\^]")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|[0-9a-f:.]+")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_LINK = Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>')


MOST_CHARACTERS = 50_000_000
"""Of a page: what is longer comes from a loop that its author did not mean."""

_FAILURES = (
    *(jinja2.TemplateError, ArithmeticError, AttributeError, LookupError),
    *(MemoryError, RuntimeError, TypeError, ValueError),
)
"""What an expression in a template may come to."""


def rendered(name: str, folder: str, **values: object) -> str:
    """The page that a template makes of some values, with the user's templates in `folder` before ours.

    Raises TemplateError when a template of theirs holds a mistake.
    """
    template_of = environment(folder).get_template
    if not folder:
        return template_of(name).render(values)
    try:
        return "".join(_limited(template_of(name).generate(values)))
    except _FAILURES as error:
        raise _translated(error, folder) from error


def _limited(parts: Iterable[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        length += len(part)
        if length > MOST_CHARACTERS:
            raise OverflowError(f"the page is longer than {MOST_CHARACTERS:,} characters")
        yield part


def _translated(error: BaseException, folder: str) -> TemplateError:
    """The mistake at the innermost line of the user's own templates, or else of ours."""
    problem = str(error).partition("\n")[0] or type(error).__name__
    if isinstance(error, jinja2.TemplateSyntaxError):
        return TemplateError(error.filename or error.name or folder, error.lineno, problem)
    frames = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    places = [place for place in frames if place[0].startswith((f"{folder}/", BUILTIN))]
    own = [place for place in places if not place[0].startswith(BUILTIN)]
    path, line = (own or places or [(folder, 0)])[-1]
    return TemplateError(path, line, "it calls itself without end" if isinstance(error, RecursionError) else problem)


@cache
def environment(folder: str = "") -> ImmutableSandboxedEnvironment:
    """The environment that all templates share: a missing value is an error, and a text cannot become markup."""
    made = ImmutableSandboxedEnvironment(
        loader=Templates(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["linked"] = linked
    # The same input is the same page.
    del made.globals["lipsum"], made.filters["random"]
    return made


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
