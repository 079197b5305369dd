"""What the cells of a map leave out, for it would crowd them: who answers, where it stands written, what it rests on."""

from collections.abc import Iterator

from cjm_cli.model import Stage, Step
from cjm_cli.views._subject import Subject
from cjm_cli.views._words import joined

Given = tuple[str | None, ...]
"""A label and texts, as `facts` takes them."""


def beyond(column: Stage | Step, subject: Subject) -> Iterator[Given]:
    """Of each thing in a cell that says more than the cell shows, its text and the rest."""
    yield ("Touchpoints", *_touchpoints(column, subject))
    yield ("Quotes", *_quotes(column, subject))
    yield ("Pain points", *(_more(pain.text, _rests_on(pain.evidence, subject)) for pain in column.pain_points))
    yield ("Gains", *(_more(gain.text, _rests_on(gain.evidence, subject)) for gain in column.gains))
    yield ("Opportunities", *_opportunities(column, subject))
    yield ("Storyboard", *(_more(image.alt, image.src) for image in column.images if image.alt))


def _more(text: str, *more: str | None) -> str | None:
    return joined(text, *more) if any(more) else None


def _rests_on(evidence: tuple[str, ...], subject: Subject) -> str | None:
    return f"evidence: {subject.evidence_titles(evidence)}" if evidence else None


def _touchpoints(column: Stage | Step, subject: Subject) -> Iterator[str | None]:
    for touchpoint in column.touchpoints:
        owner = subject.catalogue.owner_name(touchpoint.owner)
        yield _more(subject.catalogue.touchpoint_name(touchpoint), owner, touchpoint.url, touchpoint.image)


def _quotes(column: Stage | Step, subject: Subject) -> Iterator[str | None]:
    for quote in column.quotes:
        consent = f"consent: {quote.consent}" if quote.consent else None
        yield _more(f"“{quote.text}”", _rests_on(quote.evidence, subject), consent)


def _opportunities(column: Stage | Step, subject: Subject) -> Iterator[str | None]:
    for item in column.opportunities:
        metric = f"measured by: {subject.catalogue.metric_name(item.metric)}" if item.metric else None
        yield _more(item.text, metric)
