"""What stands above and below a map: whose journey it is, what it rests on, who answers for it."""

from collections.abc import Iterator
from dataclasses import replace

from cjm_cli.model import Persona
from cjm_cli.model.choices import Basis, State, Status
from cjm_cli.page.page import Badge, Fact, Footer, Header, LegendEntry, PersonaCard
from cjm_cli.summary import counted
from cjm_cli.views._subject import Subject
from cjm_cli.views._words import choice


def header(subject: Subject) -> Header:
    """Title, persona, scenario and goals."""
    journey = subject.journey
    return Header(
        title=journey.title,
        summary=journey.summary or "",
        badges=tuple(_badges(subject)),
        personas=tuple(_card(persona) for persona in subject.personas.values()),
        facts=facts(
            ("Scenario", journey.scenario),
            ("Goal", journey.goal),
            ("Expectations", *journey.expectations),
            ("Trigger", journey.trigger),
            ("Outcome", journey.outcome),
            ("Time", journey.timeframe),
        ),
    )


def brief_header(subject: Subject, kind: str, found: tuple[Fact, ...]) -> Header:
    """The same for a page beside the map: its kind, whose journey it is, and only the facts that it is about."""
    journey = subject.journey
    cards = tuple(_card(persona, brief=True) for persona in subject.personas.values())
    return Header(journey.title, journey.summary or "", tuple(_badges(subject)), cards, found, kind)


def facts(*given: tuple[str | None, ...]) -> tuple[Fact, ...]:
    """Facts from (label, text, text, …), without those that say nothing."""
    found = ((label or "", tuple(text for text in texts if text)) for label, *texts in given)
    return tuple(Fact(label, texts) for label, texts in found if texts)


def _badges(subject: Subject) -> Iterator[Badge]:
    journey = subject.journey
    if journey.basis is Basis.HYPOTHESIS:
        yield Badge("Hypothesis", "what the team believes, not yet checked with customers", ribbon=True)
    if journey.state is State.FUTURE:
        yield Badge("Future state", "as it shall be, not as it is today", ribbon=True)
    if journey.status is Status.ARCHIVED:
        yield Badge("Archived", "kept for the record, no longer maintained", ribbon=True)
    if journey.state is State.CURRENT:
        yield Badge("Current state")
    if journey.status and journey.status is not Status.ARCHIVED:
        yield Badge(choice(journey.status).capitalize())


def _card(persona: Persona, *, brief: bool = False) -> PersonaCard:
    return PersonaCard(
        name=persona.name,
        initials=initials(persona.name),
        role=persona.role or persona.segment or "",
        summary="" if brief else persona.summary or "",
        quote="" if brief else persona.quote or "",
        facts=() if brief else facts(("Goals", *persona.goals), ("Needs", *persona.needs)),
    )


def initials(name: str) -> str:
    """At most two letters for a portrait that is not there."""
    words = [word for word in name.split() if word[0].isalnum()]
    chosen = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in chosen)


def small_footer(subject: Subject) -> Footer:
    """Who answers for the map, where its signs need no legend."""
    return replace(footer(subject), legend=())


def footer(subject: Subject) -> Footer:
    """The legend, and who answers for the map."""
    journey = subject.journey
    owner = subject.catalogue.owner_name(journey.owner)
    review = f"{journey.reviewed}, every {_every(journey.review_every)}" if journey.review_every else journey.reviewed
    return Footer(
        legend=tuple(_legend(subject)),
        facts=facts(
            ("Owner", owner), ("Reviewed", review if journey.reviewed else None), ("Evidence", _evidence(subject))
        ),
    )


def _every(duration: str) -> str:
    return duration.removeprefix("1 ")


def _evidence(subject: Subject) -> str | None:
    """How many sources, and how many columns rest on one."""
    sources = len(subject.journey.evidence)
    if not sources:
        return None
    tied = sum(1 for column in subject.columns if column.evidence)
    share = f", {round(100 * tied / len(subject.columns))} % of the steps" if subject.columns else ""
    return f"{counted(sources, 'source')}{share}"


def _legend(subject: Subject) -> Iterator[LegendEntry]:
    cells = [*subject.columns, *subject.stages]
    if any(cell.pain_points for cell in cells):
        yield LegendEntry("pain", "Pain point, with its number")
    if any(cell.opportunities for cell in cells):
        yield LegendEntry("opportunity", "Opportunity, with the numbers of the pain points that it answers")
    if any(cell.moment_of_truth for cell in cells):
        yield LegendEntry("moment", "Moment of truth")
    if any(cell.emotion for cell in cells):
        yield LegendEntry("observed", "Feeling that was seen or told")
        yield LegendEntry("assumed", "Feeling that is assumed or expected")
    if subject.baseline:
        yield LegendEntry("before", f"How it feels today: {subject.baseline.journey.title}")
