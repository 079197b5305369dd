"""The experience of a stage or a step: what the customer does, meets, thinks and feels, and what stands behind it."""

from typing import Annotated

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from cjm_cli.model.base import AsTuple, Count, Date, Id, Ids, Item, Model, NumberOrText, Rating, Text, Texts
from cjm_cli.model.choices import MetricKind, OpportunityStatus
from cjm_cli.model.emotion import Emotions
from cjm_cli.source.scalar import Scalar


class Touchpoint(Item):
    """Where the customer meets us: a name, the id of one in the catalogue, or a touchpoint of its own."""

    main_text = "name"
    one_of = ("name", "id")
    _one = model_validator(mode="after")(Item.has_one)

    id: Id | None = None
    """Kebab-case; defaults to the name."""
    name: Text | None = None
    """What people call it."""
    channel: Id | None = None
    """The medium it lives in: text or the id of a channel."""
    owner: Text | None = None
    """The team or role that answers for it."""
    url: Text | None = None
    """Where it can be seen."""
    image: Text | None = None
    """A picture of it: a file of the project."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing is said of it but what it is called: then it is one of the catalogue."""
        return not (self.channel or self.owner or self.url or self.image)


class Quote(Item):
    """What a customer really said."""

    text: Text
    """Their words, without quotation marks."""
    source: Text | None = None
    """Who said it and where, without a name: "participant 4, interview"."""
    evidence: Ids = ()
    """Ids of the evidence it comes from."""
    consent: Text | None = None
    """What the speaker agreed to."""


class PainPoint(Item):
    """What goes wrong for the customer."""

    id: Id | None = None
    """Kebab-case; defaults to the text."""
    text: Text
    """The problem in the customer's terms."""
    severity: Rating | None = None
    """From 1 (a nuisance) to 5 (they give up)."""
    frequency: Text | None = None
    """How often it happens: "every third order"."""
    cause: Text | None = None
    """Why it happens."""
    evidence: Ids = ()
    """Ids of the evidence for it."""
    accepted: Text | None = None
    """Why nothing will be done about it."""


class Gain(Item):
    """What goes well for the customer."""

    text: Text
    """The gain in the customer's terms."""
    evidence: Ids = ()
    """Ids of the evidence for it."""


class Opportunity(Item):
    """What could be done about it."""

    id: Id | None = None
    """Kebab-case; defaults to the text."""
    text: Text
    """What we could do."""
    addresses: Ids = ()
    """Ids of the pain points that it answers."""
    owner: Text | None = None
    """The team or role that takes it on."""
    status: OpportunityStatus | None = None
    """How far it has come."""
    impact: Rating | None = None
    """From 1 (hardly noticed) to 5 (changes the journey)."""
    effort: Rating | None = None
    """From 1 (a day) to 5 (a programme)."""
    metric: Id | None = None
    """Id of the metric that will show whether it worked."""
    ticket: Text | None = None
    """Where the work is tracked."""
    due: Date | None = None
    """When it shall be done."""
    solutions: Texts = ()
    """Ideas for doing it."""


class MomentOfTruth(Item):
    """A make-or-break moment. `true` marks it, a text is its reason."""

    main_text = "reason"

    reason: Text | None = None
    """Why it decides about the relationship."""
    importance: Rating | None = None
    """From 1 to 5."""


def _as_moment(value: object) -> object:
    if value is None:
        raise PydanticCustomError("wrong-type", "is empty")
    if isinstance(value, Scalar) and isinstance(value.value, bool):
        return {} if value.value else None
    return value


Moment = Annotated[MomentOfTruth | None, BeforeValidator(_as_moment)]


class Metric(Item):
    """A figure, or the id of one in the catalogue."""

    main_text = "id"
    one_of = ("id", "name", "kind")
    _one = model_validator(mode="after")(Item.has_one)

    id: Id | None = None
    """Kebab-case; the id of the catalogue's entry where there is one."""
    name: Text | None = None
    """What it is called."""
    kind: MetricKind | None = None
    """What it measures."""
    value: NumberOrText | None = None
    """What it is now."""
    target: NumberOrText | None = None
    """What it shall be."""
    unit: Text | None = None
    """The unit of value and target."""
    n: Count | None = None
    """How many cases it rests on."""
    as_of: Date | None = None
    """When it was measured."""
    source: Text | None = None
    """Where it comes from."""


class ServiceAction(Item):
    """Something that the organisation does, on the stage or behind it."""

    text: Text
    """What is done."""
    actor: Text | None = None
    """Who does it: an actor's id or a role."""
    team: Id | None = None
    """The team that answers for it."""
    system: Text | None = None
    """The system that it is done with."""


class Failure(Item):
    """Where the service may break."""

    text: Text
    """What goes wrong."""
    recovery: Text | None = None
    """What then sets it right."""
    owner: Text | None = None
    """Who answers for the recovery."""


class Image(Item):
    """A picture of the storyboard."""

    main_text = "src"

    src: Text
    """A file of the project."""
    alt: Text | None = None
    """What is to be seen, for those who do not see it."""
    caption: Text | None = None
    """A line beneath it."""


class Experience(Model):
    """What a stage and a step have in common."""

    touchpoints: Annotated[tuple[Touchpoint, ...], AsTuple] = ()
    """Where they meet us: names, ids of the catalogue, or touchpoints of their own."""
    channels: Texts = ()
    """The media: names or ids of the catalogue."""
    thoughts: Texts = ()
    """What they think, in their words."""
    questions: Texts = ()
    """What they ask themselves."""
    needs: Texts = ()
    """What they need here."""
    emotion: Emotions = ()
    """How they feel: a score from −2 to +2, a feeling, both with a reason, or several in order."""
    quotes: Annotated[tuple[Quote, ...], AsTuple] = ()
    """What they really said."""
    moment_of_truth: Moment = None
    """Make-or-break: true, the reason, or the reason with its importance."""
    pain_points: Annotated[tuple[PainPoint, ...], AsTuple] = ()
    """What goes wrong for them."""
    gains: Annotated[tuple[Gain, ...], AsTuple] = ()
    """What goes well for them."""
    opportunities: Annotated[tuple[Opportunity, ...], AsTuple] = ()
    """What could be done."""
    frontstage: Annotated[tuple[ServiceAction, ...], AsTuple] = ()
    """What the organisation does before the customer's eyes."""
    backstage: Annotated[tuple[ServiceAction, ...], AsTuple] = ()
    """What it does unseen."""
    support: Annotated[tuple[ServiceAction, ...], AsTuple] = ()
    """What systems and partners contribute behind it."""
    failures: Annotated[tuple[Failure, ...], AsTuple] = ()
    """Where the service may break."""
    barriers: Texts = ()
    """Access, language, cost: what keeps some people out."""
    metrics: Annotated[tuple[Metric, ...], AsTuple] = ()
    """Figures of this cell: ids of the catalogue or metrics of its own."""
    evidence: Ids = ()
    """Ids of the evidence for all of this cell."""
    images: Annotated[tuple[Image, ...], AsTuple] = ()
    """The storyboard."""
    events: Texts = ()
    """Names of the analytics events that show that this happened."""
    notes: Text | None = None
    """Anything else."""
