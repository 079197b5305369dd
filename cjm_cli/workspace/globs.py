"""Globs over a project's files."""

from collections.abc import Sequence
from functools import cached_property

ANYWHERE = "**/*"


class Globs:
    """Patterns as in `.gitignore`, relative to the project; a folder's name means all that lies in it."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._suffixes = tuple(pattern.removeprefix(ANYWHERE) for pattern in patterns)
        self._only_suffixes = all(p.startswith(ANYWHERE) and not set(p[4:]) & set("*?[/") for p in patterns)

    @cached_property
    def _spec(self):  # type: ignore[no-untyped-def]
        # Imported late: most projects only have suffixes, which need no library.
        from pathspec import PathSpec

        return PathSpec.from_lines("gitignore", self._patterns)

    def match(self, inside: str) -> bool:
        """Whether a path of the project is meant by any of them."""
        if self._only_suffixes:
            return inside.endswith(self._suffixes)
        return bool(self._spec.match_file(inside))
