"""Stages and the steps within them."""

from typing import Annotated

from pydantic import model_validator

from cjm_cli.model.base import AsTuple, Bool, Id, Item, Percent, Text, Texts
from cjm_cli.model.choices import Phase, StepKind
from cjm_cli.model.experience import Experience


class Next(Item):
    """A way on from a step: the id of the step it leads to, or that with a condition."""

    main_text = "to"

    to: Id
    """Id of the step that follows."""
    when: Text | None = None
    """The condition for this way."""
    share: Percent | None = None
    """How many go this way, in per cent: `70%`."""


class Step(Experience):
    """One thing that the customer, or another actor, does."""

    one_of = ("name", "action")
    _one = model_validator(mode="after")(Experience.has_one)

    id: Id | None = None
    """Kebab-case, unique in the journey; defaults to the name."""
    name: Text | None = None
    """A short verb phrase: "Compare prices"."""
    action: Text | None = None
    """What they do, in a sentence."""
    description: Text | None = None
    """Anything that does not fit on the map."""
    actor: Id | None = None
    """Id of the actor or persona that does it."""
    kind: StepKind | None = None
    """What sort of step it is."""
    journey: Id | None = None
    """Id of the journey that details this step."""
    goal: Text | None = None
    """What they want to reach here."""
    duration: Text | None = None
    """How long it takes: "10 minutes"."""
    wait: Text | None = None
    """How long they wait: "2 days"."""
    optional: Bool = False
    """Whether some leave it out."""
    next: Annotated[tuple[Next, ...], AsTuple] = ()
    """Where it goes on; without it, to the step below."""

    @property
    def title(self) -> str:
        """What the step is called: its name, else what is done."""
        return self.name or self.action or ""


class Stage(Experience):
    """A part of the way, from one intention of the customer to the next."""

    id: Id | None = None
    """Kebab-case, unique in the journey; defaults to the name."""
    name: Text
    """What the customer would call it."""
    phase: Phase | None = None
    """Before, during or after the service itself."""
    goal: Text | None = None
    """What they want to reach in it."""
    description: Text | None = None
    """Anything that does not fit on the map."""
    duration: Text | None = None
    """How long it takes: "2 weeks"."""
    owner: Text | None = None
    """The team or role that answers for it."""
    actions: Texts = ()
    """What the customer does, when the stage has no steps."""
    steps: Annotated[tuple[Step, ...], AsTuple] = ()
    """The steps in their order."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it but its name and what surrounds it: no step, no action, no experience."""
        if self.steps or self.actions:
            return False
        return not any(getattr(self, name) for name in Experience.model_fields) and self.moment_of_truth is None
