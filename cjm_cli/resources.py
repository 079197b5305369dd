"""Finds `templates/` and `schemas/`: beside the package in a checkout, inside it once installed, in a zip as well."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def folder(name: str) -> Traversable:
    """The folder `templates` or `schemas`."""
    installed = files("cjm_cli") / "_data" / name
    return installed if installed.is_dir() else Path(__file__).parent.parent / name


def text(name: str, file: str) -> str:
    """A file of one of the folders."""
    return (folder(name) / file).read_text("utf-8")


def schema(kind: str) -> str:
    """The committed JSON Schema of a journey, a persona or the project."""
    return text("schemas", f"{kind}.schema.json")
