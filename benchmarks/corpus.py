"""Writes a project of realistic journeys, the same bytes for the same numbers:

    python benchmarks/corpus.py FOLDER --maps 1000

A map of 6 stages with 5 steps each takes about 390 lines, and `cjm validate --today 2026-10-01` finds nothing in it. With other
numbers it may: that there are too many steps, or an entry of the catalogue that no journey uses.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Option = TypeVar("Option")


@dataclass(frozen=True)
class Size:
    """How much to write."""

    maps: int
    stages: int = 6
    steps: int = 5


@dataclass(frozen=True)
class StagePlot:
    """What happens in a stage: each step is a name, an action and a thought."""

    name: str
    phase: str
    goal: str
    touchpoint: str
    channel: str
    pain: str
    cause: str
    idea: str
    team: str
    metric: str
    steps: tuple[tuple[str, str, str], ...]


THINGS = ("city bike", "cargo bike", "child's bike", "e-bike", "folding bike", "gravel bike", "racing bike", "tandem")
PLACES = ("Harbour", "Old Town", "Station", "Market", "Riverside", "University", "North Gate")

STAGES = (
    StagePlot(
        name="Noticing", phase="before", goal="Find out whether it can be ridden safely",
        touchpoint="help-page", channel="web", pain="Help pages name parts that nobody knows",
        cause="They are written from the catalogue of spare parts", idea="Show the part in a picture, name it below",
        team="content-team", metric="self-diagnosis",
        steps=(
            ("Hears a noise", "Stops at the kerb and turns the wheel by hand", "That was not there yesterday."),
            ("Asks a friend", "Sends a short film of the wheel", "He will know in ten seconds."),
            ("Searches for help", "Types the noise into the search field", "Bottom bracket? Which bottom?"),
            ("Watches a film", "Follows the first minutes, tools in hand", "I do not have half of these tools."),
            ("Decides on a repair", "Puts the tools back into the drawer", "Somebody who knows shall do it."),
        ),
    ),
    StagePlot(
        name="Choosing", phase="before", goal="Find a workshop that has time this week",
        touchpoint="workshop-list", channel="web", pain="No price before somebody has seen it",
        cause="Prices stand in a list that only workshops see", idea="Show what most people paid for such a repair",
        team="web-team", metric="booking-rate",
        steps=(
            ("Opens the list", "Sorts the workshops by distance", "Four of them within two kilometres."),
            ("Reads reviews", "Looks for the words honest and quick", "This one called before changing a part."),
            ("Looks for a price", "Opens the price page and finds a form", "So it costs what it costs?"),
            ("Compares dates", "Opens three calendars side by side", "Thursday morning, before work. Good."),
            ("Picks a workshop", "Taps the one by the station", "I can leave it there and take the train."),
        ),
    ),
    StagePlot(
        name="Booking", phase="during", goal="Have a fixed date and know what to bring",
        touchpoint="booking-form", channel="web", pain="The frame number is asked for and hard to find",
        cause="Insurance wants it, repairs do not", idea="Ask for the frame number only in an insured case",
        team="web-team", metric="form-time",
        steps=(
            ("Chooses a slot", "Taps Thursday, half past seven", "Early, but it fits."),
            ("Describes the noise", "Uploads the film that she sent her friend", "They can hear it for themselves."),
            ("Looks for a number", "Kneels beside the frame with a torch", "Why does anybody need this?"),
            ("Pays a deposit", "Confirms ten euros with her thumb", "Less than a missed appointment costs them."),
            ("Saves the date", "Adds the appointment to her calendar", "Done. And it tells me about the lock."),
        ),
    ),
    StagePlot(
        name="Handing over", phase="during", goal="Leave the bike in good hands",
        touchpoint="counter", channel="workshop", pain="One person at the counter for three queues",
        cause="Shifts follow opening hours, not arrivals", idea="A box for keys and a label, no queue for booked ones",
        team="workshop-team", metric="queue-time",
        steps=(
            ("Finds the door", "Pushes the bike round the building", "The sign is on the other street."),
            ("Locks it up", "Uses the stand by the entrance", "At least there is a roof."),
            ("Waits in line", "Stands behind two people with parcels", "I have booked. What for?"),
            ("Shows the fault", "Turns the wheel so that it can be heard", "He nods before I have finished."),
            ("Leaves the key", "Signs on the tablet and walks to the train", "That was kind, in the end."),
        ),
    ),
    StagePlot(
        name="Waiting", phase="during", goal="Know what it costs and when it is ready",
        touchpoint="repair-status", channel="email", pain="The new price comes without an explanation",
        cause="The workshop's system sends totals only", idea="Send a photo of the worn part with the new price",
        team="service-team", metric="approval-time",
        steps=(
            ("Gets a first message", "Reads that the bike is on the stand", "Already? I am still on the train."),
            ("Checks the status", "Opens the link in her lunch break", "Waiting for a part. Fine."),
            ("Reads the new price", "Compares it with the first estimate", "Twice as much. For what?"),
            ("Calls the workshop", "Asks what has to be changed, and why", "Now I understand it. Why not write so?"),
            ("Approves the repair", "Taps yes and gets a time for tomorrow", "Five o'clock. I can be there by then."),
        ),
    ),
    StagePlot(
        name="Riding again", phase="after", goal="Ride, and not think of it any more",
        touchpoint="invoice-mail", channel="email", pain="The invoice lists part numbers, no words",
        cause="It is printed from the catalogue of spare parts", idea="Write each line as what was done",
        team="service-team", metric="repeat-rate",
        steps=(
            ("Fetches the bike", "Finds it washed, with air in the tyres", "They even mended the bell."),
            ("Rides home", "Takes the long way along the river", "Not a sound."),
            ("Opens the invoice", "Looks for the part that was changed", "Number 4711 dash B. I see."),
            ("Rates the workshop", "Gives five stars and two sentences", "Others should know about the film."),
            ("Books the next service", "Accepts the reminder for spring", "One thing less to remember."),
        ),
    ),
)  # fmt: skip

SETTINGS = """\
cjm: 1
name: Bike repairs
language: en
channels:
  - {id: web, name: Web site, kind: digital}
  - {id: email, name: E-mail, kind: digital}
  - {id: workshop, name: Workshop, kind: physical}
  - {id: phone, name: Telephone, kind: human}
touchpoints:
  - {id: help-page, name: Help page, channel: web, owner: content-team}
  - {id: workshop-list, name: List of workshops, channel: web, owner: web-team}
  - {id: booking-form, name: Booking form, channel: web, owner: web-team}
  - {id: counter, name: Counter, channel: workshop, owner: workshop-team}
  - {id: repair-status, name: Status of the repair, channel: email, owner: service-team}
  - {id: invoice-mail, name: Invoice, channel: email, owner: service-team}
  - {id: hotline, name: Hotline, channel: phone, owner: service-team}
metrics:
  - {id: self-diagnosis, name: Found their fault, kind: other, unit: "%", higher_is: better}
  - {id: booking-rate, name: Bookings per visit, kind: conversion, unit: "%", higher_is: better}
  - {id: form-time, name: Time in the form, kind: duration, unit: min, higher_is: worse}
  - {id: queue-time, name: Time in the queue, kind: duration, unit: min, higher_is: worse}
  - {id: approval-time, name: Price to approval, kind: duration, unit: hours, higher_is: worse}
  - {id: repeat-rate, name: Back within a year, kind: other, unit: "%", higher_is: better}
teams:
  - {id: content-team, name: Content}
  - {id: web-team, name: Web}
  - {id: workshop-team, name: Workshops}
  - {id: service-team, name: Customer service}
feelings:
  back in the saddle: 2
"""

PERSONAS = {
    "mara": """\
name: Mara Lind
role: Rides to work
kind: customer
summary: Nurse, 41. Her bike is how she gets to the early shift, so a day without it is a day of planning.
quote: I do not want a new bike. I want this one, quiet.
goals: [Be on time for the early shift, Know the price before the work begins]
needs:
  - A date that holds
  - Words instead of part numbers
pain_points:
  - Workshops that are open only while she works
channels: [web, email]
devices: [Android phone]
demographics: {age: 41, place: mid-sized city}
data: {share_of_customers: 44 %, conversations: 9 interviews}
basis: research
owner: service-team
status: validated
reviewed: 2026-09-14
""",
    "oskar": """\
name: Oskar Brandt
role: Takes two children along
kind: customer
summary: Teacher, 36. Two children and the shopping ride with him, and brakes are what he asks about first.
quote: If it stops in time, I do not mind how it looks.
goals: [Ride safely with the children, Be without the bike for one day at most]
needs:
  - A bike to borrow meanwhile
  - Somebody who shows him what was done
pain_points:
  - Nobody has spare parts for his model
channels: [web, phone]
devices: [iPhone, Laptop at school]
demographics: {age: 36, place: suburb}
data: {share_of_customers: 18 %, conversations: 6 interviews}
basis: research
owner: service-team
status: validated
reviewed: 2026-09-14
""",
}

UP = ("curious", "hopeful", "pleased", "relieved", "reassured", "interested")
DOWN = ("frustrated", "annoyed", "confused", "disappointed", "impatient")
SOURCES = ("interviews", "visits", "survey")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Write a project of realistic journeys.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--maps", type=int, default=100, metavar="N")
    parser.add_argument("--stages", type=int, default=Size.stages, metavar="N")
    parser.add_argument("--steps", type=int, default=Size.steps, metavar="N", help="steps in each stage")
    parser.add_argument("--preset", default="recommended", help="the rules that are on (default: recommended)")
    given = parser.parse_args()
    write(given.folder, Size(given.maps, given.stages, given.steps), preset=given.preset)


def write(folder: Path, size: Size, *, preset: str = "recommended", simple: bool = False) -> None:
    """Writes the project; one map at a time is in memory, for who measures memory must be small.

    A simple one has no question marks before a bracket: yamllint reads YAML 1.1, and gives such a file up.
    """
    _save(folder / "cjm.yaml", f"{SETTINGS}extends: [{preset}]\n")
    for name, text in [*PERSONAS.items()][: size.maps]:
        _save(folder / "personas" / f"{name}.persona.yaml", text)
    for number in range(size.maps):
        text = "\n".join(journey(number, size)) + "\n"
        _save(journey_path(folder, number), text.replace("?]", "]") if simple else text)


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


def journey(number: int, size: Size) -> Iterator[str]:
    """The lines of one map."""
    yield from _header(number)
    for stage in range(size.stages):
        yield from _stage(number, stage)
        for step in range(size.steps):
            yield from _indented("      ", _step(number, stage, step))


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
    yield f"name: {name}{_again(step, len(plot.steps))}"
    yield f"action: {action}"
    tell = _one_of((_plain, _scored, _low, _served, _high), step)
    yield from tell(number, stage, plot)
    # Thoughts hold every sign of punctuation, so authors quote some of them.
    yield f'thoughts: "{thought}"' if number % 2 else f"thoughts: {thought}"


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
  - {{id: {plot.metric}, value: {20 + number % 60}, target: {80 + stage}, n: {300 + number}, as_of: 2026-09-30}}
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
