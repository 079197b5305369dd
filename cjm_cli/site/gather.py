"""A journey becomes facts: read once, and let go."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from cjm_cli.lint.rules._dates import last_day, later
from cjm_cli.model import Journey, Persona, Stage, Step
from cjm_cli.model.catalogue import Catalogue, id_of, look_up
from cjm_cli.model.columns import columns_of
from cjm_cli.model.experience import Opportunity, PainPoint, Touchpoint
from cjm_cli.model.references import item_id
from cjm_cli.page.curve import XY
from cjm_cli.page.page import Fact
from cjm_cli.site.facts import Freshness, Idea, JourneyFacts, Met, Pain, PersonaFacts, Spot, Voice
from cjm_cli.source.slug import slug
from cjm_cli.views._curve import curve_lane
from cjm_cli.views._header import facts, initials
from cjm_cli.views._persona import persona_section
from cjm_cli.views._subject import Subject
from cjm_cli.views._words import choice
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

Place = Stage | Step


def gather(entry: JourneyEntry, workspace: Workspace, page: str) -> JourneyFacts:
    """The facts of a journey whose map lies at `page`."""
    subject = Subject(entry.id, workspace.read(entry), workspace)
    journey = subject.journey
    return JourneyFacts(
        id=entry.id,
        file=entry.source.inside,
        page=page,
        title=journey.title,
        summary=journey.summary or "",
        personas=tuple(subject.personas),
        described=tuple(_described(subject)),
        state=journey.state or "",
        status=journey.status or "",
        basis=journey.basis or "",
        owner=subject.catalogue.owner_name(journey.owner) or "",
        goal=journey.goal or "",
        based_on=journey.based_on or "",
        freshness=_freshness(journey),
        curve=tuple(_curve(subject)),
        spots=tuple(_spots(subject)),
        words=" ".join(filter(None, (*journey.tags, journey.scenario, journey.objective, entry.id))),
    )


def _described(subject: Subject) -> Iterator[PersonaFacts]:
    for _, given in subject.journey.all_personas:
        if isinstance(given, Persona):
            yield persona_facts(id_of(given), given, subject)


def persona_of_file(id_: str, persona: Persona, workspace: Workspace) -> PersonaFacts:
    """A persona with a file of its own, told apart from any journey."""
    return persona_facts(id_, persona, Subject("", Journey(title=persona.name), workspace))


def persona_facts(id_: str, persona: Persona, subject: Subject) -> PersonaFacts:
    """What a persona's page shows."""
    catalogue = subject.catalogue
    told = (*facts(("Goals", *persona.goals), ("Needs", *persona.needs)), *_about(persona, subject))
    return PersonaFacts(
        id=id_,
        name=persona.name,
        initials=initials(persona.name),
        role=persona.role or persona.segment or "",
        summary=persona.summary or "",
        quote=persona.quote or "",
        facts=told,
        pains=tuple(_pain(pain, subject) for pain in persona.pain_points),
        channels=tuple(channel_met(channel, catalogue) for channel in persona.channels),
        words=" ".join(text for fact in told for text in fact.texts),
    )


def _about(persona: Persona, subject: Subject) -> Iterator[Fact]:
    """All but what the page shows in another form."""
    return (fact for fact in persona_section(persona, subject).facts if fact.label not in ("Pain points", "Channels"))


def _freshness(journey: Journey) -> Freshness:
    if not journey.reviewed:
        return Freshness()
    due: date | None = None
    if journey.review_every:
        due = later(last_day(journey.reviewed), journey.review_every)
    return Freshness(journey.reviewed, journey.review_every or "", due.isoformat() if due else "")


def _curve(subject: Subject) -> Iterator[tuple[tuple[XY, ...], ...]]:
    lane = curve_lane("", subject)
    width = max(len(subject.columns), 1)
    for series in lane.series if lane else ():
        runs = ((((point.at / width), point.score) for point in run) for run in series.runs)
        yield tuple(tuple((round(x, 4), round(score, 2)) for x, score in run) for run in runs)


def _spots(subject: Subject) -> Iterator[Spot]:
    for stage, anchors in zip(subject.stages, subject.anchors, strict=True):
        if stage.steps and stage.name:
            yield _spot(stage, stage, anchors.stage, subject, own_column=False)
        for column, anchor in zip(columns_of(stage), anchors.columns, strict=True):
            yield _spot(column, stage, anchor, subject, own_column=True)


def _spot(place: Place, stage: Stage, anchor: str, subject: Subject, *, own_column: bool) -> Spot:
    scorer = subject.catalogue.scorer
    mean = scorer.mean(place.emotion)
    score = None if mean is None else max(-2.0, min(2.0, mean))
    moment = place.moment_of_truth
    return Spot(
        anchor=anchor,
        stage=stage.name,
        title=place.title if isinstance(place, Step) else place.name,
        score=score,
        value="" if score is None else subject.value(score),
        feeling=", ".join(emotion.feeling for emotion in place.emotion if emotion.feeling),
        by_persona=tuple(_felt_by(place, subject)),
        voice=_voice(place),
        moment=None if moment is None else moment.reason or "",
        touchpoints=_unique(touchpoint_met(one, subject.catalogue) for one in place.touchpoints),
        channels=_unique(_channels(place, subject.catalogue)),
        pains=tuple(_pain(pain, subject) for pain in place.pain_points),
        ideas=tuple(_idea(idea, subject) for idea in place.opportunities),
        own_column=own_column,
        words=" ".join(_words(place)),
    )


def _felt_by(place: Place, subject: Subject) -> Iterator[tuple[str, float]]:
    """The score of each persona whose own feeling is told."""
    scorer = subject.catalogue.scorer
    for id_ in dict.fromkeys(id_ for emotion in place.emotion for id_ in emotion.by_persona):
        scores = [scorer.score_of(id_, emotion) for emotion in place.emotion]
        known = [score for score in scores if score is not None]
        if known:
            yield id_, sum(known) / len(known)


def _voice(place: Place) -> Voice | None:
    for quote in place.quotes:
        return Voice(quote.text, "quote", quote.source or "")
    for thought in place.thoughts:
        return Voice(thought, "thought")
    reasons = [emotion.reason for emotion in place.emotion if emotion.reason]
    return Voice(reasons[0], "reason") if reasons else None


def _words(place: Place) -> Iterator[str]:
    """Texts of a step that are not on a page of their own."""
    for text in (place.description, place.notes, getattr(place, "action", None), place.goal):
        if text:
            yield text
    told = (quote.text for quote in place.quotes)
    yield from chain(place.thoughts, place.questions, told, (gain.text for gain in place.gains))


def _unique(met: Iterable[Met]) -> tuple[Met, ...]:
    return tuple({one.key: one for one in met}.values())


def touchpoint_met(touchpoint: Touchpoint, catalogue: Catalogue) -> Met:
    """A touchpoint of the catalogue, or one that goes by its own id or name."""
    found = catalogue.shared_touchpoint(touchpoint)
    text = touchpoint.id or touchpoint.name or ""
    return Met(id_of(found) if found else slug(text) or text, catalogue.touchpoint_name(touchpoint))


def channel_met(text: str, catalogue: Catalogue) -> Met:
    """A channel of the catalogue, or one that goes by its name."""
    found = look_up(catalogue.channels, text)
    return Met(id_of(found), found.name) if found else Met(slug(text) or text, text)


def _channels(place: Place, catalogue: Catalogue) -> Iterator[Met]:
    """The channels that are named, then those that the touchpoints live in."""
    through = (catalogue.touchpoint_channel(touchpoint) for touchpoint in place.touchpoints)
    return (channel_met(text, catalogue) for text in (*place.channels, *through) if text)


def _pain(pain: PainPoint, subject: Subject) -> Pain:
    return Pain(
        id=item_id(pain),
        text=pain.text,
        severity=pain.severity,
        frequency=pain.frequency or "",
        cause=pain.cause or "",
        accepted=pain.accepted or "",
        evidence=subject.evidence_titles(pain.evidence),
    )


def _idea(idea: Opportunity, subject: Subject) -> Idea:
    catalogue = subject.catalogue
    return Idea(
        id=item_id(idea),
        text=idea.text,
        addresses=idea.addresses,
        owner=catalogue.owner_name(idea.owner) or "",
        status=choice(idea.status) if idea.status else "",
        impact=idea.impact,
        effort=idea.effort,
        metric=catalogue.metric_name(idea.metric) if idea.metric else "",
        ticket=idea.ticket or "",
        due=idea.due or "",
        solutions=idea.solutions,
    )
