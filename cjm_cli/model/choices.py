"""The closed lists of the format. Each member's docstring is its documentation in the schema."""

from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema


class Choice(StrEnum):
    """A closed list that is written as its text, though our models are strict otherwise."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**handler(source), "strict": False}


class State(Choice):
    """As it is, or as it shall be; never mixed in one map."""

    CURRENT = "current"
    """As it is today."""
    FUTURE = "future"
    """As it shall be."""


class Basis(Choice):
    """What a map or persona rests on."""

    HYPOTHESIS = "hypothesis"
    """What the team believes; every rendered map says so."""
    RESEARCH = "research"
    """What was learned from customers; evidence is expected."""


class Status(Choice):
    """Maturity; rules grow stricter with it."""

    DRAFT = "draft"
    """Being written."""
    IN_RESEARCH = "in-research"
    """Being checked with customers."""
    VALIDATED = "validated"
    """Confirmed by customers; some warnings become errors."""
    PUBLISHED = "published"
    """In use; some warnings become errors."""
    ARCHIVED = "archived"
    """Kept for the record."""


class Phase(Choice):
    """Where a stage lies relative to the service itself."""

    BEFORE = "before"
    """Before the service is used."""
    DURING = "during"
    """While it is used."""
    AFTER = "after"
    """After it was used."""


class StepKind(Choice):
    """What sort of step it is."""

    ACTION = "action"
    """The actor does something."""
    COMMUNICATION = "communication"
    """Something is said or sent between actors."""
    WAIT = "wait"
    """Time passes."""
    DECISION = "decision"
    """The actor chooses a way."""
    HANDOFF = "handoff"
    """Responsibility passes to another actor."""


class ActorKind(Choice):
    """Who an actor is to the organisation."""

    CUSTOMER = "customer"
    """Whom the service is for."""
    EMPLOYEE = "employee"
    """Works for the organisation."""
    PARTNER = "partner"
    """Works with the organisation."""
    SYSTEM = "system"
    """A machine that acts by itself."""


class PersonaKind(Choice):
    """Who a persona is to the organisation."""

    CUSTOMER = "customer"
    """Buys."""
    USER = "user"
    """Uses."""
    EMPLOYEE = "employee"
    """Works here."""
    PATIENT = "patient"
    """Is cared for."""
    CITIZEN = "citizen"
    """Is served by an authority."""
    STUDENT = "student"
    """Learns."""
    PERSONA = "persona"
    """Not said; marks a persona's file whose name does not say so."""


class ChannelKind(Choice):
    """What sort of medium a channel is."""

    DIGITAL = "digital"
    """Web, app, e-mail, social media."""
    PHYSICAL = "physical"
    """A place, a parcel, paper."""
    HUMAN = "human"
    """A person, face to face or by phone."""
    THIRD_PARTY = "third-party"
    """Owned by somebody else."""


class EmotionBasis(Choice):
    """How we know what the persona feels."""

    OBSERVED = "observed"
    """Seen by a researcher."""
    SELF_REPORTED = "self-reported"
    """Told by customers."""
    INFERRED = "inferred"
    """Concluded from data such as support calls."""
    ASSUMED = "assumed"
    """Believed by the team."""
    EXPECTED = "expected"
    """What a future journey shall bring about."""


class EvidenceType(Choice):
    """What sort of source a piece of evidence is."""

    INTERVIEW = "interview"
    """Talking with customers."""
    SURVEY = "survey"
    """Asking many the same questions."""
    ANALYTICS = "analytics"
    """Measured behaviour."""
    SUPPORT = "support"
    """Tickets, calls, chats."""
    OBSERVATION = "observation"
    """Watching customers where they are."""
    USABILITY_TEST = "usability-test"
    """Watching customers try a task."""
    DIARY = "diary"
    """Customers' own notes over time."""
    REVIEW = "review"
    """Public reviews and posts."""
    WORKSHOP = "workshop"
    """What colleagues put on the wall."""
    SALES = "sales"
    """What sales people tell."""
    SECONDARY = "secondary"
    """Somebody else's research."""


class OpportunityStatus(Choice):
    """How far an opportunity has come."""

    IDEA = "idea"
    """Written down."""
    PLANNED = "planned"
    """On a roadmap."""
    IN_PROGRESS = "in-progress"
    """Being built."""
    DONE = "done"
    """With the customers."""
    REJECTED = "rejected"
    """Decided against."""


class MetricKind(Choice):
    """What a metric measures; some kinds have a known range."""

    NPS = "nps"
    """Net promoter score, −100 … 100."""
    CSAT = "csat"
    """Customer satisfaction."""
    CES = "ces"
    """Customer effort score."""
    CONVERSION = "conversion"
    """Share that goes on, in per cent."""
    DROP_OFF = "drop-off"
    """Share that leaves, in per cent."""
    DURATION = "duration"
    """How long it takes."""
    VOLUME = "volume"
    """How often it happens."""
    COST = "cost"
    """What it costs."""
    OTHER = "other"
    """Anything else."""


class HigherIs(Choice):
    """Which way a metric should move."""

    BETTER = "better"
    """More is better."""
    WORSE = "worse"
    """Less is better."""
