"""Times whole processes in turn, A B A B …, and makes a row of a Markdown table of each comparison."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from statistics import median

PYTHON = sys.executable
CJM = str(Path(PYTHON).with_name("cjm"))
MIB = 1024 * (1024 if sys.platform == "darwin" else 1)
"""What `ru_maxrss` counts in: bytes on macOS, kibibytes elsewhere."""
HEAD = "| work | against | CPU | clock | aim | it took | the other |\n|---|---|---:|---:|---:|---:|---:|"

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
    memory: float


@dataclass(frozen=True)
class Comparison:
    """Two commands that are run in turn, and what their ratio should be."""

    what: str
    command: Command
    against: str
    other: Command
    pairs: int
    aim: str = ""
    shown: Shown = Shown.SLOWER


def row(comparison: Comparison) -> str:
    pairs = list(_measured(comparison))
    cpu = _ratio([(own.cpu, other.cpu) for own, other in pairs], comparison)
    wall = _ratio([(own.wall, other.wall) for own, other in pairs], comparison)
    own_time, other_time = (_seconds(median(pair[side].cpu for pair in pairs)) for side in (0, 1))
    return (
        f"| {comparison.what} | {comparison.against} | {cpu} | {wall} | {comparison.aim} | {own_time} | {other_time} |"
    )


def _measured(comparison: Comparison) -> Iterator[tuple[Cost, Cost]]:
    # Long runs need no warming up, and take too long for it.
    rounds = comparison.pairs + (comparison.pairs > 5)
    for number in range(rounds):
        pair = cost(comparison.command), cost(comparison.other)
        if rounds == comparison.pairs or number > 0:
            yield pair


def _ratio(times: Sequence[tuple[float, float]], comparison: Comparison) -> str:
    return comparison.shown.value.format(median(comparison.shown.of(own, other) for own, other in times))


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def cost(command: Command) -> Cost:
    """Runs a command to its end. Stops everything when it fails: what fails early looks fast.

    The peak that the system tells is never less than that of the process that starts another, so this one stays small.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit code {process.returncode}: {' '.join(command[:3])} …")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB)


def _environment() -> dict[str, str]:
    """As on a user's machine: modules are compiled once and kept, and no CI is about."""
    unsettling = ("PYTHONDONTWRITEBYTECODE", "GITHUB_ACTIONS", "FORCE_COLOR")
    return {name: value for name, value in os.environ.items() if name not in unsettling}
