"""Whether ten times the work takes ten times the time, and what it takes of memory."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from checking import RAISED
from corpus import Size
from ground import Ground, validate
from measure import Cost, cost, in_turn, line, yes

ONE_PROCESS = ("--jobs", "1")
LINEAR = 1.2
MAPS_OF_STEPS, STEPS_IN_STAGE = 20, 5
"""So many maps grow together: what ten steps more in a single one take cannot be told from nothing."""
PEAKS = (60, 250)
"""MiB."""


def rows(ground: Ground) -> Iterator[str]:
    """More maps, then more steps in each."""
    sizes = [ground.maps // 10, ground.maps, 10 * ground.maps]
    projects = [ground.project("tenth", Size(sizes[0])), ground.many, ground.most]
    yield _grown("a map", sizes, "{:,} maps", projects, ground.given.long_pairs)
    steps = [10, 100, 1000]
    projects = [_of_steps(number, ground) for number in steps]
    yield _grown(f"a step in each of {MAPS_OF_STEPS} maps", steps, "{:,} steps", projects, ground.given.long_pairs)


def _of_steps(steps: int, ground: Ground) -> Path:
    size = Size(MAPS_OF_STEPS, steps // STEPS_IN_STAGE, STEPS_IN_STAGE)
    return ground.project(f"steps-{steps}", size, RAISED)


def _grown(what: str, sizes: Sequence[int], unit: str, projects: Sequence[Path], rounds: int) -> str:
    """What one more takes at the large end beside what it takes at the small one; starting up takes the same at all sizes."""
    commands = [validate(project, (*ONE_PROCESS, "--fail-on", "never")) for project in projects]
    costs = list(in_turn([partial(cost, command) for command in commands], rounds))
    cpu = [_slopes([one.cpu for one in each], sizes) for each in costs]
    wall = [_slopes([one.wall for one in each], sizes) for each in costs]
    ratio = median(late / early for early, late in cpu)
    small, middle, large = (unit.format(size) for size in sizes)
    times = (f"{1000 * median(pair[side] for pair in cpu):.2f} ms" for side in (1, 0))
    return line(
        f"growth: {what}, {middle} → {large}",
        f"{small} → {middle}",
        f"{ratio:.2f}",
        f"{median(late / early for early, late in wall):.2f}",
        f"≤ {LINEAR:g}",
        yes(is_met=ratio <= LINEAR),
        *times,
    )


def _slopes(times: Sequence[float], sizes: Sequence[int]) -> tuple[float, float]:
    first, second, third = times
    return (second - first) / (sizes[1] - sizes[0]), (third - second) / (sizes[2] - sizes[1])


def memory(ground: Ground) -> Iterator[str]:
    """The peak of the largest process."""
    for project, maps, aim in ((ground.many, ground.maps, PEAKS[0]), (ground.most, 10 * ground.maps, PEAKS[1])):
        used = cost(validate(project))
        yield _peak(f"peak memory, {maps:,} maps", used, aim)


def _peak(what: str, used: Cost, aim: int) -> str:
    return line(what, "–", f"{used.memory:.0f} MiB", "", f"≤ {aim} MiB", yes(is_met=used.memory <= aim), "", "")
