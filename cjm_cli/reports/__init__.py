"""What is told of findings, one file a format: its name is the file's, `report(findings, context)` makes the whole text.

A report is pure. Those for a terminal are painted, see `colour`, and escape what the user wrote; others hold no paint.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cjm_cli.source.decode import decode
from cjm_cli.source.limits import Limits
from cjm_cli.source.lines import Lines
from cjm_cli.summary import NONE_ASIDE, Aside
from cjm_cli.workspace.source_file import SourceFile

if TYPE_CHECKING:  # commands that only name the reports do without the rules
    from cjm_cli.lint.selection import ActiveRule

_AT_ONCE = 8
"""How many texts are kept: findings come file by file, with now and then a second place elsewhere."""


@dataclass(frozen=True)
class Source:
    """A file that findings may lie in; `id` is that of what it holds."""

    file: SourceFile
    id: str
    limits: Limits

    def read(self) -> Lines | None:
        """Its text, as far as it is one; None when it cannot be read any more."""
        try:
            content = self.file.read(self.limits.file_bytes + 1)
        except OSError:
            return None
        text, _ = decode(content, self.limits)
        return Lines(text) if text else None


@dataclass(frozen=True)
class Sources:
    """The files that findings lie in or point to. A text is read when somebody asks for a line of it."""

    files: Mapping[str, Source]
    asked: tuple[str, ...]
    """The names of the files that were asked for, sorted."""
    _texts: dict[str, Lines | None] = field(default_factory=dict, repr=False)

    @property
    def checked(self) -> int:
        """How many files were asked for."""
        return len(self.asked)

    def line(self, path: str, number: int) -> str | None:
        """The text of a line, counted from 1; None when there is no text to show."""
        if path not in self._texts:
            while len(self._texts) >= _AT_ONCE:
                del self._texts[next(iter(self._texts))]
            self._texts[path] = self.files[path].read() if path in self.files else None
        lines = self._texts[path]
        return lines.line(number) if lines else None

    def id(self, path: str) -> str:
        """The id of what a file holds."""
        return self.files[path].id if path in self.files else ""

    def inside(self, path: str) -> str:
        """The path of a file within its project, which is the same wherever the user stands."""
        return self.files[path].file.inside or path if path in self.files else path


@dataclass(frozen=True)
class Context:
    """What a report may tell beside the findings: the files, the rules in force, by name, and what is not told."""

    sources: Sources
    rules: Mapping[str, "ActiveRule"] = field(default_factory=dict)
    aside: Aside = NONE_ASIDE
