"""A file of a project, before it is read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cjm_cli.characters import show_hidden
from cjm_cli.files import read_file

JOURNEY, PERSONA, PROJECT = "journey", "persona", "project"
"""The kinds of file."""

SUFFIXES = {
    ".journey.yaml": JOURNEY,
    ".journey.yml": JOURNEY,
    ".persona.yaml": PERSONA,
    ".persona.yml": PERSONA,
}
PROJECT_FILE = "cjm.yaml"
TOOL_FILE = "pyproject.toml"
"""Where settings may stand as well, as `[tool.cjm]`."""
SETTINGS_FILES = frozenset({PROJECT_FILE, TOOL_FILE})


@dataclass(frozen=True, order=True)
class SourceFile:
    """`name` is what people are shown, relative and with `/`; `inside` is the path within the project."""

    name: str
    path: Path = field(compare=False)
    inside: str = field(compare=False, default="")
    content: bytes | None = field(compare=False, default=None)
    """What was given on standard input instead of a file."""
    fetch: Callable[[], bytes] | None = field(compare=False, default=None, repr=False)
    """Reads it from somewhere else than the disk, such as git's objects."""

    @property
    def kind(self) -> str | None:
        """What the file's name says it holds; None where only its content can tell."""
        if self.path.name in SETTINGS_FILES:
            return PROJECT
        return next((kind for suffix, kind in SUFFIXES.items() if self.path.name.endswith(suffix)), None)

    def read(self, most: int = -1) -> bytes:
        """What was given in its place, else what the disk holds, or so many bytes of it. Raises OSError."""
        return read_file(self.path, most) if self.content is None else self.content

    @property
    def has_comments(self) -> bool:
        """Whether comments of ours count in it: in YAML they do, in TOML not."""
        return self.path.suffix != ".toml"

    @property
    def default_id(self) -> str:
        """The id of what it holds, unless the file gives one: its name without suffixes, with nothing hidden in it."""
        return show_hidden(self.path.name.split(".")[0])
