"""Writes a project of realistic journeys, the same bytes for the same numbers:

    python benchmarks/corpus.py FOLDER --maps 1000

A map of 6 stages with 5 steps each takes about 390 lines, and `cjm validate --today 2026-10-01` finds nothing in it. With other
numbers it may: that there are too many steps, or an entry of the catalogue that no journey uses. With `--faulty` it finds one thing
in every step, of five rules in turn: 30 in a map.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plot import PERSONAS, PLACES, SETTINGS, STAGES, THINGS, StagePlot

Option = TypeVar("Option")


@dataclass(frozen=True)
class Size:
    """How much to write."""

    maps: int
    stages: int = 6
    steps: int = 5
    """In each stage."""


@dataclass(frozen=True)
class Manner:
    """How to write it.

    What is simple is the same to every reader of YAML: no question mark before a bracket, at which those of YAML 1.1 give a file
    up, and no date without quotes, which some of them take for a point in time, and the schema for a mistake.
    """

    preset: str = "recommended"
    simple: bool = False
    faulty: bool = False
    settings: str = ""
    """More lines of cjm.yaml."""


UP = ("curious", "hopeful", "pleased", "relieved", "reassured", "interested")
DOWN = ("frustrated", "annoyed", "confused", "disappointed", "impatient")
DATE = re.compile(r"(?<=[: ])(\d{4}-\d\d-\d\d)")
MISTAKES = (
    ("evidence", "[nobody]"),
    ("emotion", "4"),
    ("description", "TODO"),
    ("frontstage", "[{text: Answers at once, team: nobody}]"),
    ("emotion", "{score: 1.5, feeling: annoyed, reason: It took long}"),
)
"""A field of a step and what makes it one to find, for each step of a stage."""
SOURCES = ("interviews", "visits", "survey")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Write a project of realistic journeys.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--maps", type=int, default=100, metavar="N")
    parser.add_argument("--stages", type=int, default=Size.stages, metavar="N")
    parser.add_argument("--steps", type=int, default=Size.steps, metavar="N", help="steps in each stage")
    parser.add_argument("--preset", default=Manner.preset, help="the rules that are on (default: recommended)")
    parser.add_argument("--simple", action="store_true", help="what readers of YAML 1.1 and 1.2 take for the same")
    parser.add_argument("--faulty", action="store_true", help="something to find in every step")
    given = parser.parse_args()
    manner = Manner(given.preset, given.simple, given.faulty)
    write(given.folder, Size(given.maps, given.stages, given.steps), manner)


def write(folder: Path, size: Size, manner: Manner = Manner()) -> None:
    """Writes the project; one map at a time is in memory, for who measures memory must be small."""
    _save(folder / "cjm.yaml", f"{SETTINGS}extends: [{manner.preset}]\n{manner.settings}")
    for name, text in [*PERSONAS.items()][: size.maps]:
        _save(folder / "personas" / f"{name}.persona.yaml", text)
    for number in range(size.maps):
        text = "\n".join(journey(number, size, faulty=manner.faulty)) + "\n"
        _save(journey_path(folder, number), _simple(text) if manner.simple else text)


def _simple(text: str) -> str:
    return DATE.sub(r'"\1"', text.replace("?]", "]"))


def journey_path(folder: Path, number: int) -> Path:
    """Where a map lies, counted from 0."""
    return folder / "journeys" / f"{_id(number)}.journey.yaml"


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _id(number: int) -> str:
    return f"repair-{number:05}"


def _one_of(options: Sequence[Option], number: int) -> Option:
    return options[number % len(options)]


def journey(number: int, size: Size, *, faulty: bool = False) -> Iterator[str]:
    """The lines of one map."""
    yield from _header(number)
    for stage in range(size.stages):
        yield from _stage(number, stage)
        for step in range(size.steps):
            lines = _step(number, stage, step)
            yield from _indented("      ", _spoilt(lines, step) if faulty else lines)


def _header(number: int) -> Iterator[str]:
    thing, place = _one_of(THINGS, number), _one_of(PLACES, number // len(THINGS))
    yield from f"""\
# yaml-language-server: $schema=../journey.schema.json
cjm: 1
title: Having a {thing} repaired, {place} {number}
summary: >-
  From the first noise to the first quiet ride. Hope carries people to the booking; a price that doubles
  without a word spoils it, and a bike that is ready in time wins them back.
tags: [core journey, {place.lower()}]
persona: {_one_of(tuple(PERSONAS), number)}
state: current
basis: research
status: {_one_of(("published", "validated", "draft", "in-research"), number)}
scenario: The {thing} has made a noise since Monday, and there is no other way to get to work.
goal: Ride again within a week, for a price that was agreed on.
expectations: [Somebody says what is wrong before it is mended, The date holds]
trigger: A noise on the way home
outcome: A quiet {thing}, five days later
timeframe: 1 week
objective: Decide what the workshops change before spring.
scope: {{in: [Repairs, Booked online], out: [New bikes, Insurance cases]}}
owner: service-team
contributors: [Service design, Workshops]
reviewed: 2026-0{1 + number % 9}-{10 + number % 18}
review_every: 12 months
validated: {{date: 2026-07-0{1 + number % 9}, by: Service design, method: Walkthrough, participants: 5}}
evidence:
  - id: interviews
    title: Interviews after a repair
    type: interview
    collected: 2026-05-{10 + number % 20}
    sample: {8 + number % 7} customers
  - {{id: visits, title: Mornings at the counter, type: observation, collected: 2026-06-11, sample: 4 mornings}}
  - {{id: survey, title: Survey after the invoice, type: survey, collected: 2026-07-01, sample: {200 + number}}}
stages:""".splitlines()


def _stage(number: int, stage: int) -> Iterator[str]:
    plot = _one_of(STAGES, stage)
    if stage:
        yield ""
    yield f"  - name: {plot.name}{_again(stage, len(STAGES))}"
    yield f"    phase: {plot.phase}"
    yield f"    goal: {plot.goal}"
    yield "    steps:"


def _again(index: int, plots: int) -> str:
    """What tells a stage or a step from the one before with the same plot, when there are more than there are plots."""
    return f" {index // plots + 1}" if index >= plots else ""


def _indented(margin: str, lines: Iterator[str]) -> Iterator[str]:
    yield margin + "- " + next(lines)
    yield from (f"{margin}  {line}" for line in lines)


def _step(number: int, stage: int, step: int) -> Iterator[str]:
    plot = _one_of(STAGES, stage)
    name, action, thought = _one_of(plot.steps, step)
    yield f"id: step-{stage + 1}-{step + 1}"
    yield f"name: {name}{_again(stage, len(STAGES))}{_again(step, len(plot.steps))}"
    yield f"action: {action}"
    tell = _one_of((_plain, _scored, _low, _served, _high), step)
    yield from tell(number, stage, plot)
    # Thoughts hold every sign of punctuation, so authors quote some of them.
    yield f'thoughts: "{thought}"' if number % 2 else f"thoughts: {thought}"


def _spoilt(lines: Iterator[str], step: int) -> Iterator[str]:
    """The step with one mistake, beside which all is well."""
    field, mistake = _one_of(MISTAKES, step)
    yield from (line for line in lines if not line.startswith(f"{field}:"))
    yield f"{field}: {mistake}"


def _plain(number: int, stage: int, plot: StagePlot) -> Iterator[str]:
    yield f"touchpoints: {plot.touchpoint}"
    yield f"channels: {plot.channel}"
    yield f"emotion: {_one_of(UP, number + stage)}"
    yield f"evidence: [{_one_of(SOURCES, stage)}]"


def _scored(number: int, stage: int, plot: StagePlot) -> Iterator[str]:
    yield f"touchpoints: {plot.touchpoint}"
    yield f"channels: [{plot.channel}]"
    yield f"emotion: {_one_of(('0.5', '1', '-0.5', '0'), number + stage)}"
    if stage % 2:
        # In brackets, two of five authors end with a sign that the parser in C does not accept there.
        yield f"questions: [How long will it take{'?' if number % 5 < 2 else ''}]"
    else:
        yield "evidence: [visits]"


def _low(number: int, stage: int, plot: StagePlot) -> Iterator[str]:
    yield f"touchpoints: [{plot.touchpoint}]"
    yield f"channels: {plot.channel}"
    yield from _deep_low(number, stage, plot) if stage % 2 else _slight_low(number, stage, plot)


def _slight_low(number: int, stage: int, plot: StagePlot) -> Iterator[str]:
    yield f"emotion: {{score: -1, feeling: {_one_of(DOWN, number + stage)}, basis: observed}}"
    yield "pain_points:"
    yield f"  - {{id: pain-{stage + 1}, text: {_flow(plot.pain)}, severity: 3, evidence: [visits]}}"
    yield "opportunities:"
    yield f"  - {{text: {_flow(plot.idea)}, addresses: [pain-{stage + 1}], owner: {plot.team}, metric: {plot.metric}}}"
    yield f"metrics: [{plot.metric}]"
    yield "evidence: [visits]"


def _flow(text: str) -> str:
    """A text inside braces, where a comma would end it."""
    return f'"{text}"' if "," in text else text


def _deep_low(number: int, stage: int, plot: StagePlot) -> Iterator[str]:
    yield from f"""\
emotion:
  score: -{_one_of(("1.5", "2"), number)}
  feeling: {_one_of(DOWN, number + stage)}
  reason: {plot.pain}
  basis: self-reported
quotes:
  - {{text: I would have said yes at once, source: Interview {1 + number % 8}, evidence: interviews}}
pain_points:
  - id: pain-{stage + 1}
    text: {plot.pain}
    severity: {_one_of((4, 5), number)}
    cause: {plot.cause}
    evidence: [interviews, survey]
opportunities:
  - text: {plot.idea}
    addresses: [pain-{stage + 1}]
    owner: {plot.team}
    status: {_one_of(("idea", "planned", "in-progress"), number)}
    impact: 4
    effort: {1 + number % 5}
    metric: {plot.metric}
    due: 2026-12-{10 + number % 20}
metrics:
  - {{id: {plot.metric}, value: {20 + number % 60}, target: {80 + stage % len(STAGES)}, n: {300 + number}, as_of: 2026-09-30}}
evidence: [interviews, survey]""".splitlines()


def _served(number: int, stage: int, plot: StagePlot) -> Iterator[str]:
    yield f"touchpoints: [{plot.touchpoint}, hotline]"
    yield f"channels: [{plot.channel}, phone]"
    yield f"emotion: {{score: 0.5, feeling: {_one_of(UP, number + stage)}, basis: self-reported}}"
    yield f"frontstage: [{{text: Answers within {2 + number % 9} minutes, team: {plot.team}}}]"
    if stage % 2:
        yield f"backstage: [{{text: Looks the repair up, team: {plot.team}, system: Repair system}}]"


def _high(number: int, stage: int, plot: StagePlot) -> Iterator[str]:
    yield f"touchpoints: {plot.touchpoint}"
    yield f"channels: {plot.channel}"
    if stage == len(STAGES) - 1:
        yield "emotion: back in the saddle"
        yield "moment_of_truth: {reason: Who comes back in spring comes back for years, importance: 5}"
    else:
        yield f"emotion: {{score: 1.5, feeling: {_one_of(UP, number + stage)}, reason: It goes on at last}}"
    if stage % 2 == 0:
        yield "gains: [{text: One thing less to think of, evidence: [survey]}]"
    yield "evidence: [survey]"


if __name__ == "__main__":
    main()
