"""The edge to ruamel.yaml: a stream of parser events, and every failure of the library as one of ours.

Events need no recursion, so no file can exhaust the stack, and reading stops at the first event past a limit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.docinfo import DocInfo
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.parser import Parser
from ruamel.yaml.reader import Reader
from ruamel.yaml.scanner import Scanner, ScannerError

from cjm_cli.source.disguise import reveal

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:
    CParser = None


@dataclass(frozen=True, slots=True)
class Events:
    """A stream of `ruamel.yaml.events`, whose `ctag` is a str or None.

    `take` gives the next, None at the end, or raises one of `FAILURES`; no generator, for it is called for every value of
    every file. `reveal` turns a value back into what its author wrote.
    """

    take: Callable[[], Any]
    reveal: Callable[[str], str] | None = None


_LONGEST_TAG = 1_000

# What the two parsers raise on bad input, beside errors of their own.
FAILURES = (
    YAMLError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass
class ParseError(Exception):
    """The parser gave up: its own words, and the offsets of the place and of what it was in the middle of."""

    problem: str
    index: int | None = None
    context: str = ""
    context_index: int | None = None


def fast_parser_exists() -> bool:
    """Whether the parser in C is installed."""
    return CParser is not None


def fast_events(text: str) -> Events:
    """The events of the parser in C (YAML 1.1: it rejects some legal YAML 1.2, such as `{a: b:c}`)."""
    return Events(CParser(text).get_event)


def disguised_events(disguised: str) -> Events:
    """The events of the parser in C for a text that was disguised."""
    return Events(CParser(disguised).get_event, reveal)


def pure_events(text: str) -> Events:
    """The events of the parser in Python: slower, and true to YAML 1.2."""
    try:
        parser = _PureParser(text)
    except FAILURES as error:
        raise fault(error) from error
    return Events(lambda: _with_plain_tag(parser.get_event()))


class _PureParser(Reader, Scanner, Parser):
    """The parser in Python without the layers above it; it looks for its parts under these names."""

    processing_version = (1, 2)

    def __init__(self, text: str) -> None:
        self.comment_handling = None
        self.doc_infos = [DocInfo()]
        self._resolver = self
        Reader.__init__(self, text, loader=self)
        Scanner.__init__(self, loader=self)
        Parser.__init__(self, loader=self)

    def scan_tag_uri(self, name: Any, start_mark: Any) -> Any:
        """As inherited, but the library takes quadratic time to spell out a long tag."""
        uri = super().scan_tag_uri(name, start_mark)
        if len(uri) > _LONGEST_TAG:
            raise ScannerError("while scanning a tag", start_mark, "found a tag that is too long", start_mark)
        return uri


def _with_plain_tag(event: Any) -> Any:
    if getattr(event, "ctag", None) is not None:
        event.ctag = str(event.ctag)
    return event


def fault(error: Exception) -> ParseError:
    """A failure of the library as one of ours."""
    if not isinstance(error, MarkedYAMLError):
        return ParseError(str(error))
    return ParseError(
        problem=str(error.problem or ""),
        index=error.problem_mark.index if error.problem_mark else None,
        context=str(error.context or ""),
        context_index=error.context_mark.index if error.context_mark else None,
    )
