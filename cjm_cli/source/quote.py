"""Values as YAML: texts in quotes where they need them, small lists and mappings in blocks or brackets."""

import json
import re
from collections.abc import Mapping

from cjm_cli.change import Value
from cjm_cli.source.scalar import Scalar, resolve

# What needs no quotes in any place; many other texts could do without, and lose nothing by them.
_PLAIN = re.compile(r"\w(?:[\w.\-/ ]*[\w.\-/])?")
# All but ASCII: a range that ends elsewhere takes the compiler longer than all the rest of this file takes to load.
_FOREIGN = re.compile(r"[^\x00-\x7e]")
_INDENT = "  "


def double_quoted(text: str) -> str:
    """In double quotes, where both YAML and JSON know the same escapes."""
    return escaped(json.dumps(text, ensure_ascii=False))


def escaped(text: str) -> str:
    """With escapes for what nobody sees, such as a line break of another alphabet, which YAML would take for one."""
    return _FOREIGN.sub(lambda found: _seen(found[0]), text)


def _seen(character: str) -> str:
    return character if character.isprintable() or character > "\uffff" else f"\\u{ord(character):04x}"


def scalar(value: str, written: str = "") -> str:
    """A text or a number; a text in the quotes that the one in its place was written in."""
    if isinstance(value, Scalar):
        return value
    if written.startswith("'") and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    is_plain = _PLAIN.fullmatch(value) is not None and type(resolve(value)) is str
    return value if is_plain and not written.startswith('"') else double_quoted(value)


def in_brackets(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {in_brackets(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(in_brackets, value)) + "]"


def entry(key: str, value: Value) -> list[str]:
    """The lines of `key: value`; what takes more than one is written as a block."""
    if is_one_line(value):
        return [f"{scalar(key)}: {in_brackets(value)}"]
    if isinstance(value, Mapping):
        beneath = [line for name, held in value.items() for line in entry(name, held)]
    else:
        assert not isinstance(value, str)
        beneath = [line for part in value for line in item(part)]
    return [f"{scalar(key)}:", *(_INDENT + line for line in beneath)]


def item(value: Value) -> list[str]:
    """The lines of an item of a list."""
    first, *more = _lines(value)
    return [f"- {first}", *(_INDENT + line for line in more)]


def is_one_line(value: Value) -> bool:
    """Whether a value is short enough to be written behind its key: a scalar, or a list of some."""
    if isinstance(value, Mapping):
        return False
    return isinstance(value, str) or all(isinstance(part, str) for part in value)


def _lines(value: Value) -> list[str]:
    if isinstance(value, Mapping):
        return [line for name, part in value.items() for line in entry(name, part)]
    return [in_brackets(value)]


def as_data(value: Value) -> object:
    """What reading it gives."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: as_data(part) for key, part in value.items()}
    return [as_data(part) for part in value]
