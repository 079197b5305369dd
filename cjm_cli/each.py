"""Doing the same to many files: one after the other, or in several processes.

Of these each takes every n-th batch, and what it sends back is small. No process waits for work: what it will do is settled
when it starts. So it ends by itself when it is done, and as soon as nobody listens any more, whatever became of the one that
started it.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from cjm_cli.streams import discard

if TYPE_CHECKING:  # it takes longer to load than a small project to check
    from multiprocessing.connection import Connection

BATCH = 16
"""Files that are done before something is sent: a tenth of a second's work."""
ENOUGH = 75
"""Files that are worth a process of their own."""

Item = TypeVar("Item")
Result = TypeVar("Result")


class Each(Protocol):
    """Gives what a function makes of each item, in their order."""

    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item], /) -> Iterator[Result]: ...


def one_by_one(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Each when the one before it is done with."""
    return map(function, items)


def by_jobs(jobs: int | None, files: int) -> Each:
    """How to go through so many files: in so many processes or, where nobody asked, in as many as are worth it."""
    if jobs is None:
        processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
        jobs = min(files // ENOUGH, processors)
    return Processes(jobs).each if jobs > 1 and is_safe() else one_by_one


def is_safe() -> bool:
    """Whether a process can be copied as it is: not on Windows, on macOS only at one's peril, and nowhere with threads."""
    return sys.platform == "linux" and threading.active_count() == 1


@dataclass(frozen=True)
class Processes:
    """Works in `count` processes, this one not counted."""

    count: int

    def each(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """What the function makes of each, in their order. What a killed process leaves undone is done here, and so is
        the share of one that the system does not let us start."""
        batches = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
        with ExitStack() as opened:
            listening: list[Connection | None] = []
            for index in range(self.count):
                listening.append(_started(function, batches[index :: self.count], listening, opened))
            for index, batch in enumerate(batches):
                yield from _received(listening[index % self.count]) or map(function, batch)


def _started(
    function: Callable[[Item], Result],
    share: Sequence[Sequence[Item]],
    others: "Sequence[Connection | None]",
    opened: ExitStack,
) -> "Connection | None":
    """Where what a new process finds comes in; None where there can be no new one."""
    # Here, because small projects do without it.
    from multiprocessing import get_context

    fork = get_context("fork")
    try:
        mine, theirs = fork.Pipe(duplex=False)
    except OSError:
        return None
    opened.callback(mine.close)
    foreign = [connection for connection in (*others, mine) if connection]
    with theirs, suppress(OSError):  # nothing comes from a process that did not start
        fork.Process(target=_work, args=(function, share, theirs, foreign), daemon=True).start()
    return mine


def _received(connection: "Connection | None") -> list[Any]:
    """What was made of a batch; nothing when its process is gone."""
    try:
        found: list[Any] = connection.recv() if connection else []
    except (EOFError, OSError):
        return []
    return found


def _work(
    function: Callable[[Item], Result],
    share: Sequence[Sequence[Item]],
    out: "Connection",
    foreign: "Sequence[Connection]",
) -> None:
    # What goes wrong here is done again, and told, by the process that waits.
    discard(sys.stderr)
    # Whoever presses Ctrl-C means the process that they see; when that one goes, nobody listens here any more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for connection in foreign:
        connection.close()
    with suppress(BrokenPipeError):
        for batch in share:
            out.send([*map(function, batch)])
