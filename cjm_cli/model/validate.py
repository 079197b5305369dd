"""Document → model: each Pydantic error becomes one finding at the nearest place that exists."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cjm_cli.change import Insert, Rename, Replace
from cjm_cli.finding import Finding, Fix, Safety, Severity
from cjm_cli.model.base import DURATION, OWN_KEY, Model
from cjm_cli.source import Document, Scalar
from cjm_cli.source.scalar import resolve
from cjm_cli.span import Route
from cjm_cli.suggest import Guesses, certain, hint, nearest

FORMAT_VERSION = 1
"""The version of the format that this program knows."""

UNION_TAGS = {"inline", "reference"}
"""Names of union arms that Pydantic puts into the place of an error; no step of a document."""

STUBS = {"name", "title", "text"}
"""Required fields for which any text will do until somebody writes it."""

Anything = TypeVar("Anything", bound=Model)


def validate(document: Document, kind: type[Anything]) -> tuple[Anything | None, list[Finding]]:
    """A whole model or none, with what stands in the way."""
    if newer := _newer_format(document):
        return None, [newer]
    if not isinstance(document.data, dict):
        return None, [_not_a_mapping(document, kind)]
    try:
        return kind.model_validate(document.data), []
    except ValidationError as error:
        return None, _Translation(document, kind).findings(error.errors(include_url=False))


def _finding(document: Document, rule: str, message: str, *, route: Route = (), **more: Any) -> Finding:
    at_key = more.pop("key", False)
    return Finding(document.location(route, key=at_key), rule, message, Severity.ERROR, **more)


def _newer_format(document: Document) -> Finding | None:
    given = document.data.get("cjm") if isinstance(document.data, dict) else None
    version = getattr(given, "value", None)
    if not isinstance(version, int) or version <= FORMAT_VERSION:
        return None
    return _finding(
        document,
        "newer-format",
        f"format {version} is newer than {FORMAT_VERSION}, the newest that this version of cjm knows",
        route=("cjm",),
        help="upgrade cjm: pip install --upgrade cjm-cli",
    )


def _not_a_mapping(document: Document, kind: type[Model]) -> Finding:
    required = [name for name, field in kind.model_fields.items() if field.is_required()]
    found = "nothing" if document.data is None else _found(document.data)
    start = f'start it with "{required[0]}: "' if required else "write it as keys and values"
    return _finding(
        document, "wrong-type", f"a {kind.__name__.lower()} has keys and values, but the file holds {found}", help=start
    )


class _Translation:
    """The errors of one document in our words."""

    def __init__(self, document: Document, kind: type[Model]) -> None:
        self.document = document
        self.kind = kind
        self._guesses = Guesses()

    def findings(self, errors: Iterable[ErrorDetails]) -> list[Finding]:
        every = list(errors)
        unknown = [error for error in every if _is_unknown_key(error)]
        missing = [error for error in every if error["type"] == "missing"]
        others = [error for error in every if error["type"] != "missing" and not _is_unknown_key(error)]
        found = [self._unknown_field(error) for error in unknown]
        explained = {(_route(error)[:-1], self._nearest(error)) for error in unknown}
        found += [
            self._missing_field(error) for error in missing if (_route(error)[:-1], _route(error)[-1]) not in explained
        ]
        return found + [self._other(error) for error in others]

    def _known(self, route: Route) -> list[str]:
        return sorted(_field_names(_model_at(self.kind, route)))

    def _nearest(self, error: ErrorDetails) -> str | None:
        *parent, name = _route(error)
        known = self._known(tuple(parent))
        return self._guesses.of((str(name), *known), lambda: _own_key(str(name)) or nearest(str(name), known))

    def _unknown_field(self, error: ErrorDetails) -> Finding:
        route = _route(error)
        known = self._known(route[:-1])
        return _finding(
            self.document,
            "unknown-field",
            f'unknown field "{route[-1]}"',
            route=route,
            key=True,
            label="not a field of the format",
            help=hint(self._nearest(error), f"known here: {', '.join(known)}; keys of your own start with x-"),
            fix=self._renaming(route, known),
        )

    def _renaming(self, route: Route, known: Iterable[str]) -> Fix | None:
        """Of several misspelt keys that may mean the same one, none is sure."""
        siblings = _as_written(self.document.data, route[:-1])[1]
        taken = siblings if isinstance(siblings, dict) else {}
        meant = _own_key(str(route[-1])) or certain(str(route[-1]), known)
        return self.document.fix(Safety.SAFE, Rename(route, meant)) if meant and meant not in taken else None

    def _missing_field(self, error: ErrorDetails) -> Finding:
        *parent, name = _route(error)
        return _finding(
            self.document,
            "missing-field",
            f'"{name}" is missing',
            route=tuple(parent),
            key=bool(parent) and isinstance(parent[-1], str),
            help=f'add "{name}: …"',
            fix=self._stub(tuple(parent), str(name)),
        )

    def _stub(self, route: Route, name: str) -> Fix | None:
        """A text that is still to be written; its number keeps it apart from other such texts."""
        number = ".".join(str(step + 1) for step in route if isinstance(step, int))
        return (
            self.document.fix(Safety.UNSAFE, Insert(route, name, f"TODO {number}".strip())) if name in STUBS else None
        )

    def _other(self, error: ErrorDetails) -> Finding:
        route, given = _as_written(self.document.data, _route(error))
        rule, message, help_ = _explain({**error, "input": given})
        meant = _meant(error, given) if isinstance(given, str) else None
        fix = self.document.fix(Safety.SAFE, Replace(route, str(given), meant)) if meant else None
        return _finding(self.document, rule, f"{_subject(route)}{message}", route=route, help=help_, fix=fix)


def _own_key(name: str) -> str | None:
    """A key of the author's own, as it is written."""
    return f"x-{name[2:]}" if re.match("x[-_]", name, re.IGNORECASE) else None


def _meant(error: ErrorDetails, given: str) -> str | None:
    """What should surely stand there instead."""
    if error["type"] in _NUMBERS:
        number = resolve(given.strip())
        wanted = int if error["type"] == "int_type" else int | float
        fits = isinstance(number, Scalar) and isinstance(number.value, wanted) and not isinstance(number.value, bool)
        return number if fits and not isinstance(given, Scalar) else None
    if error["type"] == "bool_type":
        return _BOOLEANS.get(given.strip().casefold())
    allowed = _allowed(error)
    return certain(given, allowed) if allowed else None


def _as_written(data: Any, route: Route) -> tuple[Route, object]:
    """The route without what a short form leaves out, and what stands there, a number as its author wrote it."""
    there: list[str | int] = []
    for step in route:
        is_entry = isinstance(data, dict) and step in data
        is_item = isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)
        if is_entry or is_item:
            data = data[step]
            there.append(step)
    return tuple(there), data


def _subject(route: Route) -> str:
    """What a message is about."""
    name = next((step for step in reversed(route) if isinstance(step, str)), None)
    if name is None:
        return ""
    return f'an item of "{name}" ' if isinstance(route[-1], int) else f'"{name}" '


def _is_unknown_key(error: ErrorDetails) -> bool:
    return error["type"] == "string_pattern_mismatch" and error.get("ctx", {}).get("pattern") == OWN_KEY


def _route(error: ErrorDetails) -> Route:
    return tuple(step for step in error["loc"] if step not in UNION_TAGS and step != "[key]")


def _model_at(kind: type[Model], route: Route) -> type[Model]:
    """The model whose fields stand at the end of the route."""
    for step in route:
        field = next((f for n, f in kind.model_fields.items() if step in (n, f.alias)), None)
        if field is not None:
            kind = _model_in(field.annotation) or kind
    return kind


def _model_in(annotation: object) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _field_names(kind: type[Model]) -> Iterator[str]:
    return (field.alias or name for name, field in kind.model_fields.items())


def _found(value: object) -> str:
    """What stands there, for a message: a short text in full, anything else by its sort."""
    match value:
        case dict():
            return "keys and values"
        case list() | tuple():
            return "a list"
        case None:
            return "nothing"
        case _:
            text = str(value)
            return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'


def _explain(error: ErrorDetails) -> tuple[str, str, str]:
    """The rule, the message after the field's name, and the way out."""
    if error["input"] is None and error["type"] != "colour":
        return "wrong-type", "is empty", "write a value, or remove the key"
    explain = _EXPLANATIONS.get(error["type"])
    if explain:
        return explain(error)
    return "wrong-type", f"{error['msg']}, found {_found(error['input'])}", ""


def _expects(what: str, way_out: str = "") -> Callable[[ErrorDetails], tuple[str, str, str]]:
    return lambda error: ("wrong-type", f"must be {what}, found {_found(error['input'])}", way_out)


def _pattern(error: ErrorDetails) -> tuple[str, str, str]:
    pattern = error["ctx"]["pattern"]
    if pattern == r"\S":
        return "wrong-type", "is empty", "write a text, or remove the key"
    if pattern == DURATION:
        return "wrong-type", f'must be a time such as "6 months", found {_found(error["input"])}', ""
    return "unknown-choice", f"cannot be {_found(error['input'])} here", f"write {pattern.strip('^$')}"


def _allowed(error: ErrorDetails) -> list[str]:
    """The words to choose from; empty when the error is about something else."""
    if error["type"] == "enum":
        return [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    return [*error["ctx"]["allowed"]] if error["type"] == "unknown-choice" else []


def _choice(error: ErrorDetails) -> tuple[str, str, str]:
    value, allowed = error["input"], _allowed(error)
    meant = nearest(value, allowed) if isinstance(value, str) else None
    return "unknown-choice", f"cannot be {_found(value)}", hint(meant, f"allowed: {', '.join(allowed)}")


def _bound(words: str, key: str) -> Callable[[ErrorDetails], tuple[str, str, str]]:
    def explain(error: ErrorDetails) -> tuple[str, str, str]:
        limit = error["ctx"][key]
        return "value-out-of-range", f"must be {words} {limit:g}, found {_found(error['input'])}", ""

    return explain


def _own_words(error: ErrorDetails) -> tuple[str, str, str]:
    if isinstance(error["input"], str) and not error["input"].strip():
        return "wrong-type", "is empty", "write a value, or remove the key"
    return "wrong-type", f"{error['msg']}, found {_found(error['input'])}", ""


def _missing_one(error: ErrorDetails) -> tuple[str, str, str]:
    *names, last = (f'"{name}"' for name in error["ctx"]["names"])
    return "missing-field", f"needs {', '.join(names)} or {last}", "add one of them"


def _colour(error: ErrorDetails) -> tuple[str, str, str]:
    found = _found(error["input"])
    return "wrong-type", f'must be a colour such as "#0550ae", found {found}', "in quotes: # alone starts a comment"


def _text_or_persona(error: ErrorDetails) -> tuple[str, str, str]:
    what = "a persona's id, or keys and values," if "reference" in error["loc"] else "a text,"
    return "wrong-type", f"must be {what} found {_found(error['input'])}", ""


_NUMBER = _expects("a number", "write it without quotes or unit")
_WHOLE = _expects("a whole number", "write it without quotes or unit")
_KEYS = _expects("keys and values")

_EXPLANATIONS: dict[str, Callable[[ErrorDetails], tuple[str, str, str]]] = {
    "string_type": _text_or_persona,
    "string_pattern_mismatch": _pattern,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _expects("true or false"),
    "tuple_type": _expects("a list"),
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "enum": _choice,
    "greater_than_equal": _bound("at least", "ge"),
    "less_than_equal": _bound("at most", "le"),
    "wrong-type": _own_words,
    "colour": _colour,
    "missing-one": _missing_one,
    "unknown-choice": _choice,
}
_NUMBERS = {"int_type", "float_type"}
_BOOLEANS = {
    **dict.fromkeys(("true", "yes", "on"), Scalar("true", value=True)),
    **dict.fromkeys(("false", "no", "off"), Scalar("false", value=False)),
}
"""What YAML 1.1 and people take for a boolean."""
