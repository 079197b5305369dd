"""The files to begin with, in `templates/start`: real ones, in which single values are put in place of those they hold."""

from collections.abc import Mapping

from cjm_cli import resources
from cjm_cli.change import Value
from cjm_cli.finding import Edit
from cjm_cli.source import Limits, read
from cjm_cli.source.edit import edited
from cjm_cli.source.quote import in_brackets
from cjm_cli.span import Route

_FOLDER = "start"


def text(*path: str) -> str:
    """A file to begin with, as it is."""
    return resources.text("templates", "/".join((_FOLDER, *path)))


def names(*path: str) -> list[str]:
    """What a folder of them holds, sorted."""
    return sorted(found.name for found in resources.folder("templates").joinpath(_FOLDER, *path).iterdir())


def filled(content: str, values: Mapping[Route, Value]) -> str:
    """The text with other values at some routes, quoted as YAML wants it; everything else stays as it is."""
    document, _ = read("template", content.encode(), Limits())
    assert document is not None
    return edited(content, sorted(Edit(document.span(route), in_brackets(value)) for route, value in values.items()))
