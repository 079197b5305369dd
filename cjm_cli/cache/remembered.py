"""Examines only files that are not as they were.

Whether a file is as it was, its size, times and inode tell, and where they differ, its content. Times are believed when they lie
some way back: a file that was written a moment ago may be written again without looking different (Git calls such an entry racy).
"""

import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from cjm_cli.cache import CacheBy
from cjm_cli.cache.digest import digest, is_settled, looks
from cjm_cli.cache.packed import packed, unpacked
from cjm_cli.cache.store import Row, Store
from cjm_cli.each import Each
from cjm_cli.files import read_file
from cjm_cli.lint.examine import Examined, Examiner
from cjm_cli.workspace.source_file import SourceFile


@dataclass(frozen=True)
class Remembered:
    """Takes results from a store, and has only the others made."""

    store: Store
    by: CacheBy
    each: Each
    log: Callable[[str], None]

    def examine_all(self, examiner: Examiner, files: Sequence[SourceFile]) -> Iterator[Examined]:
        """Each file, in their order."""
        rows, now = self.store.rows(), self.store.now()
        candidates = [
            _Candidate(file, _state(file, now), f"{int(file.name in examiner.wanted)}{file.name}") for file in files
        ]
        fresh = [candidate.is_known(rows, self.by) for candidate in candidates]
        self.log(f"files that are as they were in an earlier run: {sum(fresh)} of {len(files)}")
        stamping = replace(examiner, stamp=digest)
        made = self.each(stamping.examine, [file for file, known in zip(files, fresh, strict=True) if not known])
        new: list[Row] = []
        for candidate, known in zip(candidates, fresh, strict=True):
            row = rows.pop(candidate.key, None)
            examined = unpacked(row.result) if known and row else next(made)
            if examined is None:
                examined = stamping.examine(candidate.file)
            elif known and row and row.state == candidate.state:
                yield examined
                continue
            if examined.stamp:
                new.append(candidate.row(examined))
            yield examined
        self.store.save(new, rows)


@dataclass(frozen=True)
class _Candidate:
    """A file, how it looks from outside, and what its result is known by."""

    file: SourceFile
    state: str
    key: str

    def is_known(self, rows: "dict[str, Row]", by: CacheBy) -> bool:
        """Whether the result that is known is that of the file as it is."""
        row = rows.get(self.key)
        if row is None or self.file.content is not None or row.seal != _seal(row):
            return False
        if self.state and row.state == self.state and by is CacheBy.STATE:
            return True
        try:
            return digest(read_file(self.file.path)) == row.stamp
        except OSError:
            return False

    def row(self, examined: Examined) -> Row:
        """What is kept of a result."""
        row = Row(self.key, self.state, examined.stamp, packed(examined), b"")
        return row._replace(seal=_seal(row))


def _seal(row: Row) -> bytes:
    return digest(row.name.encode(), row.state.encode(), row.stamp, row.result)


def _state(file: SourceFile, now: int) -> str:
    """How a file looks from outside; empty when that is not to be relied on."""
    try:
        found = file.path.stat()
    except OSError:
        return ""
    return looks(found) if is_settled(found, now) and stat.S_ISREG(found.st_mode) else ""
