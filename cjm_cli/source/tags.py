"""Explicit tags: the few of the core schema, where the text fits."""

from collections.abc import Callable

from cjm_cli.source.scalar import NULLS, Scalar, resolve

_STANDARD = "tag:yaml.org,2002:"
_FITS: dict[str, Callable[[object], bool]] = {
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}


def tagged_scalar(tag: str, text: str) -> tuple[str | None, bool]:
    """What a tagged scalar means, and whether tag and text fit together."""
    kind = tag.removeprefix(_STANDARD) if tag.startswith(_STANDARD) else ""
    if kind == "null":
        return None, text in NULLS
    if kind in _FITS:
        data = resolve(text)
        return data, isinstance(data, Scalar) and _FITS[kind](data.value)
    return text, kind == "str"


def is_collection_tag(tag: str, kind: str) -> bool:
    """Whether the tag is the one that such a collection has anyway (`map` or `seq`)."""
    return tag in ("!", _STANDARD + kind)
