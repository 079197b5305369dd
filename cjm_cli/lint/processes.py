"""Examines many files in several processes. Each takes every n-th batch, and what it sends back is small.

No process waits for work: what it will do is settled when it starts. So it ends by itself when it is done, and as soon as
nobody listens any more, whatever became of the one that started it.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeAlias

from cjm_cli.lint.check import ExamineAll, one_by_one
from cjm_cli.lint.examine import Examined, Examiner
from cjm_cli.streams import discard
from cjm_cli.workspace.source_file import SourceFile

BATCH = 16
"""Files that are examined before something is sent: a tenth of a second's work."""
ENOUGH = 75
"""Files that are worth a process of their own."""

Batch: TypeAlias = Sequence[SourceFile]


def workforce(asked: int | None, files: int) -> ExamineAll:
    """How to examine so many files, by so many processes or, where nobody asked, as many as there are processors for us."""
    wanted = asked or min(files // ENOUGH, len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1)
    return Processes(wanted).examine_all if wanted > 1 and is_safe() else one_by_one


def is_safe() -> bool:
    """Whether a process can be copied as it is: not on Windows, on macOS only at one's peril, and nowhere with threads."""
    return sys.platform == "linux" and threading.active_count() == 1


@dataclass(frozen=True)
class Processes:
    """Examines files in `count` processes, this one not counted."""

    count: int

    def examine_all(self, examiner: Examiner, files: Sequence[SourceFile]) -> Iterator[Examined]:
        """Each file, in their order. What a process leaves undone, because it was killed, is done here."""
        batches = [files[start : start + BATCH] for start in range(0, len(files), BATCH)]
        with ExitStack() as opened:
            listening: list[Connection] = []
            for index in range(self.count):
                listening.append(self._started(examiner, batches[index :: self.count], listening, opened))
            for index, batch in enumerate(batches):
                yield from _received(listening[index % self.count]) or map(examiner.examine, batch)

    def _started(
        self, examiner: Examiner, share: Sequence[Batch], others: Sequence[Connection], opened: ExitStack
    ) -> Connection:
        """A process at work, and where what it finds comes in."""
        fork = get_context("fork")
        mine, theirs = fork.Pipe(duplex=False)
        fork.Process(target=_work, args=(examiner, share, theirs, (*others, mine)), daemon=True).start()
        theirs.close()
        opened.callback(mine.close)
        return mine


def _received(connection: Connection) -> list[Examined]:
    """What was found in a batch; nothing when its process is gone."""
    try:
        found: list[Examined] = connection.recv()
    except (EOFError, OSError):
        return []
    return found


def _work(examiner: Examiner, share: Sequence[Batch], out: Connection, foreign: Sequence[Connection]) -> None:
    # What goes wrong here is done again, and told, by the process that waits.
    discard(sys.stderr)
    # Whoever presses Ctrl-C means the process that they see; when that one goes, nobody listens here any more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for connection in foreign:
        connection.close()
    with suppress(BrokenPipeError):
        for batch in share:
            out.send([examiner.examine(source) for source in batch])
