"""The brief: one page for those who decide. The goal, the three worst moments, the best opportunities and who owns them."""

from collections.abc import Iterator
from dataclasses import replace

from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import OpportunityStatus
from cjm_cli.model.experience import Opportunity, PainPoint
from cjm_cli.model.references import item_id
from cjm_cli.page.cell import Cell, Form, Item, Tone
from cjm_cli.page.figures import Card, Cards
from cjm_cli.page.page import Block, Header, Page
from cjm_cli.views._cells import fill, opportunity_details
from cjm_cli.views._curve import emotion_cell, is_seen
from cjm_cli.views._header import brief_header, facts, small_footer
from cjm_cli.views._page import page_of
from cjm_cli.views._sections import journey_figures
from cjm_cli.views._subject import Placed, Subject
from cjm_cli.views._words import joined
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

WORST, BEST = 3, 6
NUMBERS = {1: "", 2: "two ", 3: "three "}
OVER = {OpportunityStatus.DONE, OpportunityStatus.REJECTED}


def arrange(entry: JourneyEntry, workspace: Workspace) -> Page:
    """One page about a journey that the workspace holds."""
    subject = Subject(entry.id, workspace.read(entry), workspace)
    return page_of(subject, "brief", tuple(_blocks(subject)))


def _blocks(subject: Subject) -> Iterator[Block]:
    yield _header(subject)
    worst = _worst(subject)
    if worst:
        title = f"The {NUMBERS[len(worst)]}worst moment{'s' if len(worst) > 1 else ''}"
        yield Cards(title, tuple(_moment(placed, subject) for placed in worst))
    best = _best(subject)
    if best:
        title = "The best opportunities" if len(best) > 1 else "The best opportunity"
        yield Cards(title, tuple(_opportunity(found, subject) for found in best))
    yield small_footer(subject)


def _header(subject: Subject) -> Header:
    journey = subject.journey
    return brief_header(
        subject,
        "Brief",
        facts(
            ("Goal", journey.goal),
            ("Scenario", journey.scenario),
            ("Outcome", journey.outcome),
            ("To be decided", journey.objective),
            ("Time", journey.timeframe),
            ("Figures", *journey_figures(subject)),
        ),
    )


# The worst moments


def _worst(subject: Subject) -> list[Placed]:
    """Where they feel worst, then where it hurts most; in a tie, what comes first."""
    ranked = sorted(_bad(subject), key=lambda placed: _badness(placed.column, subject))
    return ranked[:WORST]


def _bad(subject: Subject) -> Iterator[Placed]:
    for placed in subject.placed:
        score = _score(placed.column, subject)
        if placed.column.pain_points if score is None else score < 0:
            yield placed


def _badness(column: Stage | Step, subject: Subject) -> tuple[float, int]:
    score = _score(column, subject)
    return 0.0 if score is None else score, -max(map(_severity, column.pain_points), default=0)


def _severity(pain: PainPoint) -> int:
    return pain.severity or 0


def _score(column: Stage | Step, subject: Subject) -> float | None:
    return subject.catalogue.scorer.mean(column.emotion)


def _moment(placed: Placed, subject: Subject) -> Card:
    column = placed.column
    quotes, pains = fill("quotes", column, subject), fill("pain_points", column, subject)
    items: Cell = (*emotion_cell(column, subject), *quotes[:1], *(replace(pain, number="") for pain in pains))
    return Card(
        title=placed.title,
        label=placed.stage,
        items=items,
        score=_score(column, subject),
        assumed=not any(is_seen(emotion, subject) for emotion in column.emotion),
        moment=subject.moment(column),
    )


# The best opportunities


def _best(subject: Subject) -> list[Opportunity]:
    """Those still to be done with the greatest impact, then the least effort, then the gravest pain points."""
    every = (item for placed in subject.placed_with_stages for item in placed.column.opportunities)
    left = [item for item in every if item.status not in OVER]
    pains = _pains(subject)
    return sorted(left, key=lambda item: _rank(item, pains))[:BEST]


def _rank(item: Opportunity, pains: dict[str, PainPoint]) -> tuple[int, int, int]:
    severities = (_severity(pains[id_]) for id_ in item.addresses if id_ in pains)
    return -(item.impact or 0), item.effort or 6, -max(severities, default=0)


def _pains(subject: Subject) -> dict[str, PainPoint]:
    return {item_id(pain): pain for placed in subject.placed_with_stages for pain in placed.column.pain_points}


def _opportunity(item: Opportunity, subject: Subject) -> Card:
    pains = _pains(subject)
    answers = [pains[id_].text for id_ in item.addresses if id_ in pains]
    return Card(
        title=item.text,
        label=subject.catalogue.owner_name(item.owner) or "No owner yet",
        items=(
            Item(joined(*opportunity_details(item)) or "nothing said of impact and effort", Form.ASIDE),
            *(Item(f"Answers: {text}", Form.ASIDE) for text in answers),
        ),
        tone=Tone.OPPORTUNITY,
    )
