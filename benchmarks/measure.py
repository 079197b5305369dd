"""Times whole processes in turn, A B A B …, and makes a row of a Markdown table of each comparison."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from statistics import median

PYTHON = sys.executable
CJM = str(Path(PYTHON).with_name("cjm"))
MIB = 1024 * (1024 if sys.platform == "darwin" else 1)
"""What `ru_maxrss` counts in: bytes on macOS, kibibytes elsewhere."""
HEAD = (
    "| work | against | CPU | clock | aim | met | it took: CPU, clock | the other |\n"
    "|---|---|---:|---:|---:|---|---:|---:|"
)
WARM = 5
"""Runs that are paired more often than this are short, and worth a first round that warms caches up."""

Command = Sequence[str]


class Shown(Enum):
    """What a row makes of the times that the command and the other took."""

    SLOWER = "{:.2f}"
    FASTER = "{:.1f} × faster"
    SHARE = "{:.0f} % of it"

    def of(self, own: float, other: float) -> float:
        """How many times slower, how many times faster, or how much of the command's time the other does without, in per cent."""
        return {Shown.SLOWER: own / other, Shown.FASTER: other / own, Shown.SHARE: 100 * (1 - other / own)}[self]


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds on the clock, seconds of processor, MiB at its peak."""

    wall: float
    cpu: float
    memory: float = 0


@dataclass(frozen=True)
class Question:
    """What is compared with what, and what the ratio should be: that of the processor's time, unless the clock's is asked for."""

    what: str
    against: str
    aim: float | None = None
    shown: Shown = Shown.SLOWER
    by_clock: bool = False

    def answered(self, pairs: Sequence[tuple[Cost, Cost]]) -> str:
        """The row that tells of pairs of runs, by the medians of their ratios."""
        cpu = median(self.shown.of(own.cpu, other.cpu) for own, other in pairs)
        wall = median(self.shown.of(own.wall, other.wall) for own, other in pairs)
        times = (_times([pair[side] for pair in pairs]) for side in (0, 1))
        ratios = (self.shown.value.format(ratio) for ratio in (cpu, wall))
        return line(self.what, self.against, *ratios, *self._judged(wall if self.by_clock else cpu), *times)

    def _judged(self, ratio: float) -> tuple[str, str]:
        if self.aim is None:
            return "", ""
        sign, is_met = ("≥", ratio >= self.aim) if self.shown is Shown.FASTER else ("≤", ratio <= self.aim)
        unit = self.shown.value.partition("}")[2]
        return f"{sign} {self.aim:g}{unit}{', clock' if self.by_clock else ''}", yes(is_met=is_met)


@dataclass(frozen=True)
class Comparison:
    """Two commands that are run in turn."""

    question: Question
    command: Command
    other: Command
    pairs: int


def line(*cells: str) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def yes(*, is_met: bool) -> str:
    """Whether an aim is met, in a word."""
    return "yes" if is_met else "**no**"


def row(comparison: Comparison) -> str:
    """Runs both in turn, and tells how they compare."""
    rounds = in_turn([partial(cost, comparison.command), partial(cost, comparison.other)], comparison.pairs)
    return comparison.question.answered([(own, other) for own, other in rounds])


def in_turn(runs: Sequence[Callable[[], Cost]], rounds: int) -> Iterator[list[Cost]]:
    """What each cost, round by round; a first one warms short runs up."""
    if rounds > WARM:
        for run in runs:
            run()
    for _ in range(rounds):
        yield [run() for run in runs]


def _times(costs: Sequence[Cost]) -> str:
    return ", ".join((seconds(median(cost.cpu for cost in costs)), seconds(median(cost.wall for cost in costs))))


def seconds(time: float) -> str:
    """A time to read."""
    return f"{time * 1000:.0f} ms" if time < 1 else f"{time:.1f} s"


def cost(command: Command) -> Cost:
    """Runs a command to its end. Stops everything when it fails: what fails early looks fast.

    The peak that the system tells is never less than that of the process that starts another, so this one stays small.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit code {process.returncode}: {' '.join(command[:4])} …")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB)


def environment() -> dict[str, str]:
    """As on a user's machine: modules are compiled once and kept, and no CI is about."""
    unsettling = ("PYTHONDONTWRITEBYTECODE", "GITHUB_ACTIONS", "FORCE_COLOR")
    return {name: value for name, value in os.environ.items() if name not in unsettling}
