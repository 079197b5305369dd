"""Whole runs that are remembered: the same question has the same answer while all that was looked at is as it was.

An answer is found before anything heavy is loaded. It is kept only when nothing that the run looked at was touched since, or
shortly before, the question was asked: then what was read is what is there. Of what was not there, the folder tells that it
would be in, and of files further up that would have made another project of it, only whether they are there.
"""

import json
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cjm_cli.cache.digest import DIGEST, digest, is_settled, looks

MISSING = "missing"


class Told(NamedTuple):
    """A text, for standard output or else for standard error."""

    is_data: bool
    text: str


class Answer(NamedTuple):
    """All that a run told, and its exit code."""

    told: list[Told]
    code: int


class Looked(NamedTuple):
    """What a run looked at: files and folders, whose state counts, and others of which only counts whether they are there."""

    files: list[str]
    there: list[str]
    absent: list[str]

    def state(self) -> str:
        """How the files look."""
        return digest("\n".join(map(_state, self.files)).encode()).hex()

    def is_there(self) -> bool:
        """Whether what was there is there, and nothing else."""
        # `Path` would take several times as long.
        return all(map(os.path.exists, self.there)) and not any(map(os.path.exists, self.absent))


class Question(NamedTuple):
    """A command line with its surroundings, and when it was asked, in nanoseconds."""

    store: Path
    key: bytes
    asked: int

    def answer(self) -> Answer | None:
        """What was told when this was asked before; None when that is not known, or may have changed."""
        if not self.store.is_file():
            return None
        # Here, because most small projects have no store.
        from cjm_cli.cache.store import answer_to

        content = answer_to(self.store, self.key)
        kept = _unpacked(content) if content else None
        return kept.answer if kept and kept.looked.is_there() and kept.looked.state() == kept.state else None

    def remember(self, answer: Answer, looked: Looked) -> None:
        """Keeps the answer, unless something is younger than the question."""
        whole = looked._replace(files=[*looked.files, *_above_missing(looked.files)])
        state = whole.state()
        if all(_is_settled(path, self.asked) for path in whole.files):
            from cjm_cli.cache.store import keep_answer

            keep_answer(self.store, self.key, _packed(_Kept(answer, whole, state)))


class _Kept(NamedTuple):
    answer: Answer
    looked: Looked
    state: str


def _state(path: str) -> str:
    try:
        return looks(os.stat(path))  # noqa: PTH116 (ten thousand times)
    except (OSError, ValueError):
        return MISSING


def _is_settled(path: str, asked: int) -> bool:
    try:
        return is_settled(os.stat(path), asked)  # noqa: PTH116
    except (OSError, ValueError):
        return True


def _above_missing(paths: Iterable[str]) -> Iterator[str]:
    """The folders that what is missing would be in."""
    for path in paths:
        above = Path(path)
        while _state(str(above)) == MISSING and above != above.parent:
            above = above.parent
            yield str(above)


def _packed(kept: _Kept) -> bytes:
    content = zlib.compress(json.dumps(kept).encode(), 1)
    return digest(content) + content


def _unpacked(content: bytes) -> _Kept | None:
    """None when it is none of ours."""
    seal, packed = content[:DIGEST], content[DIGEST:]
    if seal != digest(packed):
        return None
    try:
        match json.loads(zlib.decompress(packed)):
            case [[list(told), int(code)], [list(files), list(there), list(absent)], str(state)]:
                answer = Answer([Told(is_data=is_data is True, text=str(text)) for is_data, text in told], code)
                looked = Looked(*([str(path) for path in paths] for paths in (files, there, absent)))
                return _Kept(answer, looked, state)
    except (ValueError, TypeError, RecursionError, zlib.error):
        pass
    return None
