"""Results of the last look, in memory: a file that holds what it held then is not examined again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cjm_cli.each import by_jobs
from cjm_cli.lint.examine import Examined, Examiner
from cjm_cli.site.names import digest
from cjm_cli.workspace.source_file import SourceFile

Key = tuple[str, str, str]
"""The mark of the settings, the name of the file, and what tells its content."""


@dataclass
class Kept:
    """Results, by what they are of."""

    log: Callable[[str], None]
    _results: dict[Key, Examined] = field(default_factory=dict)
    _taken: set[Key] = field(default_factory=set)

    def examine_all(self, settings: str, examiner: Examiner, files: Sequence[SourceFile]) -> Iterator[Examined]:
        """Each file, in their order; a file whose content is not known is examined each time."""
        keys = [_key(settings, file) for file in files]
        new = [file for file, key in zip(files, keys, strict=True) if key not in self._results]
        self.log(f"files that are as they were at the last look: {len(files) - len(new)} of {len(files)}")
        made = by_jobs(None, len(new))(examiner.examine, new)
        for key in keys:
            examined = self._results.get(key) if key else None
            if examined is None:
                examined = next(made)
            if key:
                self._results[key] = examined
                self._taken.add(key)
            yield examined

    def is_understood(self, settings: str, file: SourceFile) -> bool:
        """Whether a file could be, when it was examined last."""
        key = _key(settings, file)
        return key in self._results and self._results[key].introduction.understood

    def close(self) -> None:
        """Lets go of what the last look did not take."""
        for key in self._results.keys() - self._taken:
            del self._results[key]
        self._taken.clear()


def _key(settings: str, file: SourceFile) -> Key | None:
    return None if file.content is None else (settings, file.name, digest(file.content))
