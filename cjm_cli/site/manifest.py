"""What a site was made of: kept in its folder, so that a second run can leave alone what would be the same.

A manifest that is missing, or that is not one, is an empty one: then everything is made anew.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeGuard

from cjm_cli.errors import OutputError, reason
from cjm_cli.files import read_file

FILE = ".cjm-site.json"
FORMAT = 1


@dataclass(frozen=True)
class Made:
    """A page: what tells its content from another, and what it was made of; empty where that is not known."""

    content: str
    of: str = ""


@dataclass
class Manifest:
    """The pages of a site, and what the whole was made of; empty when it may be incomplete."""

    whole: str = ""
    pages: dict[str, Made] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder. Raises OutputError when there is one that cannot be read: pages would be left for ever."""
    path = folder / FILE
    try:
        given = json.loads(read_file(path))
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return Manifest()
    except OSError as error:
        raise OutputError(str(path), reason(error)) from error
    if not isinstance(given, dict) or given.get("cjm-site") != FORMAT:
        return Manifest()
    whole, pages = given.get("whole"), given.get("pages")
    if not isinstance(whole, str) or not isinstance(pages, dict):
        return Manifest()
    made = {name: Made(*value) for name, value in pages.items() if _is_made(value) and _is_within(name)}
    return Manifest(whole, made) if len(made) == len(pages) else Manifest()


def as_json(manifest: Manifest) -> bytes:
    """The manifest as a file: a line a page, so that a diff of two can be read."""
    pages = {name: [made.content, made.of] for name, made in sorted(manifest.pages.items())}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(made)}" for name, made in pages.items())
    return f'{{"cjm-site": {FORMAT}, "whole": {json.dumps(manifest.whole)}, "pages": {{\n{lines}\n}}}}\n'.encode()


def _is_made(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value)


def _is_within(name: str) -> bool:
    """Whether a name is that of a page of ours: nothing that leads out of the folder."""
    path = PurePosixPath(name)
    return name.endswith(".html") and not path.is_absolute() and "\\" not in name and ".." not in path.parts
