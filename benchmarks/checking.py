"""How long checking takes, every rule on, beside tools that look for less in the same files."""

from collections.abc import Iterator

from corpus import Manner, Size
from ground import Ground, maps_of, validate
from measure import Comparison, Question, Shown, row
from neighbours import Neighbour, installed

AIMS = {"check-jsonschema": 20, "yamllint": 30, "spectral": 10}
"""How many times faster."""
AIMS_LARGE = {"check-jsonschema": 12, "spectral": 3}
LARGE = Size(maps=1, stages=950)
"""57,000 lines."""
RAISED = Manner(simple=True, settings="limits: {values: 1000000, file_bytes: 10000000}\n")


def rows(ground: Ground) -> Iterator[str]:
    """Many maps."""
    for neighbour in installed(ground.given, ground.folder):
        yield from _beside(neighbour, ground)


def _beside(neighbour: Neighbour, ground: Ground) -> Iterator[str]:
    what, long = f"`cjm validate`, {ground.maps:,} maps, every rule on", ground.given.long_pairs
    other = neighbour.check(maps_of(ground.strict, ground.maps))
    if neighbour.name != "ajv":
        question = Question(what, neighbour.name, AIMS[neighbour.name], Shown.FASTER)
        yield row(Comparison(question, validate(ground.strict), other, long))
        return
    for jobs, aim, by_clock in (("1", 2, False), ("2", 1.2, True)):
        question = Question(f"{what}, `--jobs {jobs}`", "ajv, which knows no positions", aim, by_clock=by_clock)
        yield row(Comparison(question, validate(ground.strict, ["--jobs", jobs]), other, long))


def findings(ground: Ground) -> Iterator[str]:
    """What telling of findings costs."""
    size, lenient = Size(ground.maps), ("--fail-on", "never")
    faulty = ground.project("faulty", size, Manner("strict", simple=True, faulty=True))
    question = Question(f"`cjm validate`, {ground.maps:,} maps, 30 findings each", "the same maps, clean", 2)
    yield row(
        Comparison(question, validate(faulty, lenient), validate(ground.strict, lenient), ground.given.long_pairs)
    )


def large(ground: Ground) -> Iterator[str]:
    """One long file, its limits raised."""
    project = ground.project("large", LARGE, RAISED)
    (path,) = maps_of(project, 1)
    lines = path.read_bytes().count(b"\n")
    for neighbour in installed(ground.given, ground.folder):
        if neighbour.name in AIMS_LARGE:
            what = f"`cjm validate`, one file of {lines:,} lines"
            question = Question(what, neighbour.name, AIMS_LARGE[neighbour.name], Shown.FASTER)
            yield row(Comparison(question, validate(project), neighbour.check([path]), ground.given.long_pairs))
