"""What a map is made of, for a comparison: which lists hold things of their own, what these are called and known by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cjm_cli.model.references import Target


@dataclass(frozen=True)
class Sort:
    """One sort of thing that stands in lists, or alone in a field."""

    entity: str
    """What people call it."""
    names: tuple[str, ...] = ()
    """The fields that name it, the first that is given counts; none for a bare text."""
    has_id: bool = False
    """Whether it has an `id`, that defaults to its name."""
    target: Target | None = None
    """What others mean who refer to it."""
    travels: bool = False
    """Whether it may move to another stage or step; what only refers to something elsewhere does not."""
    is_id: bool = False
    """Whether its text is an id or a name to look up: then it is never merely reworded."""
    refers: Target | None = None
    """What of its own journey it refers to: when that has another id, the reference is the same one."""
    alone: bool = False
    """Whether it stands alone in its field."""
    parts: Mapping[str, "Sort"] = field(default_factory=dict)
    """The fields of it that hold things of their own again."""

    kin: str = ""
    """What sorts have in common of which one may become the other: an action may go backstage."""

    @property
    def group(self) -> tuple[str, bool]:
        """Things of one group may be the same thing on both sides."""
        return self.kin or self.entity, bool(self.names)


def _text(entity: str, *, travels: bool = False) -> Sort:
    return Sort(entity, travels=travels)


def _id(entity: str, refers: Target | None = None) -> Sort:
    return Sort(entity, is_id=True, refers=refers)


def _thing(entity: str, name: str, **parts: Sort) -> Sort:
    return Sort(entity, (name,), parts=parts)


_SOURCES = _id("evidence", Target.EVIDENCE)
_EVIDENCE = Sort("evidence", ("title",), has_id=True, target=Target.EVIDENCE)
_PAIN = Sort("pain point", ("text",), has_id=True, target=Target.PAIN_POINT, travels=True, parts={"evidence": _SOURCES})
_GAIN = Sort("gain", ("text",), travels=True, parts={"evidence": _SOURCES})
_METRIC = Sort("metric", ("name", "kind"), has_id=True)
_IMAGE = Sort("image", ("src",))
_OPPORTUNITY = Sort(
    "opportunity",
    ("text",),
    has_id=True,
    target=Target.OPPORTUNITY,
    travels=True,
    parts={"addresses": _id("addressed pain point", Target.PAIN_POINT), "solutions": _text("solution")},
)


def _service(lane: str) -> Sort:
    return Sort(f"{lane} action", ("text",), travels=True, kin="service")


_EXPERIENCE = {
    "touchpoints": Sort("touchpoint", ("name",), has_id=True),
    "channels": _id("channel"),
    "thoughts": _text("thought", travels=True),
    "questions": _text("question", travels=True),
    "needs": _text("need", travels=True),
    "quotes": Sort("quote", ("text",), travels=True, parts={"evidence": _SOURCES}),
    "pain_points": _PAIN,
    "gains": _GAIN,
    "opportunities": _OPPORTUNITY,
    "moment_of_truth": Sort("moment of truth", ("reason",), alone=True),
    "metrics": _METRIC,
    "frontstage": _service("frontstage"),
    "backstage": _service("backstage"),
    "support": _service("support"),
    "failures": Sort("failure", ("text",), travels=True),
    "barriers": _text("barrier", travels=True),
    "evidence": _SOURCES,
    "images": Sort("image", ("src",), travels=True),
    "events": _id("event"),
}

STEP = Sort(
    "step",
    ("name", "action"),
    has_id=True,
    target=Target.STEP,
    travels=True,
    parts={**_EXPERIENCE, "next": Sort("way on", ("to",), refers=Target.STEP)},
)
STAGE = Sort(
    "stage",
    ("name",),
    has_id=True,
    target=Target.STAGE,
    parts={**_EXPERIENCE, "actions": _text("action", travels=True), "steps": STEP},
)

PERSONA = Sort(
    "persona",
    ("name",),
    has_id=True,
    target=Target.PERSONA,
    parts={
        "photo": Sort("photo", alone=True),
        "goals": _text("goal"),
        "needs": _text("need"),
        "jobs": _text("job"),
        "pain_points": Sort(
            "pain point", ("text",), has_id=True, target=Target.PAIN_POINT, parts={"evidence": _SOURCES}
        ),
        "gains": Sort("gain", ("text",), parts={"evidence": _SOURCES}),
        "motivations": _text("motivation"),
        "fears": _text("fear"),
        "behaviours": _text("behaviour"),
        "channels": _id("channel"),
        "devices": _id("device"),
        "accessibility": _text("accessibility need"),
        "evidence": _EVIDENCE,
        "tags": _id("tag"),
    },
)

_INLINE = Sort("persona", ("name",), has_id=True, target=Target.PERSONA, parts=PERSONA.parts)

JOURNEY = Sort(
    "journey",
    ("title",),
    has_id=True,
    target=Target.JOURNEY,
    parts={
        "tags": _id("tag"),
        "links": _thing("link", "url"),
        "persona": Sort("persona", ("name",), has_id=True, target=Target.PERSONA, alone=True, parts=PERSONA.parts),
        "personas": _INLINE,
        "actors": Sort("actor", ("name",), has_id=True),
        "expectations": _text("expectation"),
        "scope": Sort("scope", alone=True, parts={"in": _text("inside"), "out": _text("outside")}),
        "contributors": _id("contributor"),
        "validated": _thing("validation", "date"),
        "evidence": _EVIDENCE,
        "metrics": _METRIC,
        "lanes": _thing("lane", "key"),
        "stages": STAGE,
        "steps": STEP,
    },
)

PROJECT = Sort(
    "project",
    ("name",),
    parts={
        "channels": Sort("channel", ("name",), has_id=True, target=Target.CHANNEL),
        "touchpoints": Sort("touchpoint", ("name",), has_id=True, target=Target.TOUCHPOINT),
        "metrics": Sort("metric", ("name",), has_id=True, target=Target.METRIC),
        "teams": Sort("team", ("name",), has_id=True, target=Target.TEAM),
    },
)
