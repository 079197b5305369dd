"""`cjm.yaml`: the catalogue that a project's journeys share, and its settings."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from cjm_cli.finding import Severity
from cjm_cli.model.base import AsTuple, AsWhole, Count, Id, Item, Model, Number, Text, Texts, Version
from cjm_cli.model.choices import ChannelKind, Choice, HigherIs, MetricKind
from cjm_cli.model.emotion import Scale
from cjm_cli.model.theme import Theme
from cjm_cli.source.limits import Limits


class Channel(Item):
    """A medium in which customers meet us."""

    main_text = "name"

    id: Id | None = None
    """Kebab-case; defaults to the name."""
    name: Text
    """What people call it."""
    kind: ChannelKind | None = None
    """What sort of medium it is."""


class SharedTouchpoint(Item):
    """A touchpoint that several journeys use."""

    main_text = "name"

    id: Id | None = None
    """Kebab-case; defaults to the name."""
    name: Text
    """What people call it."""
    channel: Id | None = None
    """Id of the channel it lives in."""
    owner: Text | None = None
    """The team or role that answers for it."""
    url: Text | None = None
    """Where it can be seen."""
    image: Text | None = None
    """A picture of it: a file of the project."""


class SharedMetric(Item):
    """A metric that several journeys use."""

    main_text = "name"

    id: Id | None = None
    """Kebab-case; defaults to the name."""
    name: Text
    """What it is called."""
    kind: MetricKind | None = None
    """What it measures."""
    unit: Text | None = None
    """Its unit."""
    higher_is: HigherIs | None = None
    """Whether more is better or worse."""


class Team(Item):
    """A team that answers for something."""

    main_text = "name"

    id: Id | None = None
    """Kebab-case; defaults to the name."""
    name: Text
    """What people call it."""


class RuleLevel(Choice):
    """What becomes of a rule's findings."""

    ERROR = "error"
    """Fails the check."""
    WARNING = "warning"
    """Is shown; fails the check with --strict."""
    INFO = "info"
    """Is shown as a hint."""
    OFF = "off"
    """Is not looked for."""

    @property
    def severity(self) -> Severity | None:
        """The severity of the findings, None when there are none."""
        return None if self is RuleLevel.OFF else Severity(self.value)


class RuleSetting(Model):
    """A rule's level, and its options. A bare level will do."""

    model_config = {"extra": "allow"}
    __pydantic_extra__: dict[str, Any]

    severity: RuleLevel | None = None
    """The level; without it the rule keeps its own."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: object) -> object:
        return {"severity": value} if isinstance(value, str) else value


Rules = dict[str, RuleSetting]


class Override(Model):
    """Other rules for some files, or for parts of them."""

    files: Texts
    """Globs, relative to the project; a part of a file is `map.journey.yaml#stages[pay]`."""
    rules: Rules
    """Rules as in `rules`."""


class RuleSet(Model):
    """A file of rules that settings extend."""

    cjm: Version | None = None
    """Version of this format; absent means 1."""
    extends: Texts = ()
    """Presets and other files of rules, relative to this one."""
    rules: Rules = {}
    """Levels and options of rules, by name."""
    overrides: Annotated[tuple[Override, ...], AsTuple] = ()
    """Other rules for some files, or for parts of them."""


DEFAULT_LIMITS = Limits()

Positive = Annotated[int, Field(ge=1), AsWhole]
Depth = Annotated[int, Field(ge=1, le=200), AsWhole]


class LimitSettings(Model):
    """How much a file may hold before we refuse to read it."""

    file_bytes: Positive = DEFAULT_LIMITS.file_bytes
    """Size of a file in bytes."""
    depth: Depth = DEFAULT_LIMITS.depth
    """How deep its values may nest."""
    values: Positive = DEFAULT_LIMITS.values
    """How many values it may hold."""
    aliases: Count = DEFAULT_LIMITS.aliases
    """How many aliases it may hold."""
    expanded_values: Positive = DEFAULT_LIMITS.expanded_values
    """How many values it may hold once aliases are followed."""

    @property
    def limits(self) -> Limits:
        """The same, for those who read files."""
        return Limits(self.file_bytes, self.depth, self.values, self.aliases, self.expanded_values)


class RenderSettings(Model):
    """What `cjm render` does unless told otherwise."""

    formats: Texts = ("html",)
    """The formats to write."""
    views: Texts = ("journey",)
    """What to draw: journey, brief, blueprint, flow, persona, touchpoints."""
    output: Text = "dist"
    """The folder to write to, relative to the project."""
    templates: Text | None = None
    """A folder of templates, relative to the project, that come before the built-in ones of HTML maps."""


class Project(Model):
    """The catalogue and the settings of one project."""

    cjm: Version | None = None
    """Version of this format; absent means 1."""
    name: Text | None = None
    """What the project is called."""
    language: Text | None = None
    """The language of its texts, as a BCP 47 tag such as `en` or `pt-BR`."""
    channels: Annotated[tuple[Channel, ...], AsTuple] = ()
    """The media that journeys refer to."""
    touchpoints: Annotated[tuple[SharedTouchpoint, ...], AsTuple] = ()
    """The touchpoints that journeys refer to."""
    metrics: Annotated[tuple[SharedMetric, ...], AsTuple] = ()
    """The metrics that journeys refer to."""
    teams: Annotated[tuple[Team, ...], AsTuple] = ()
    """The teams that journeys refer to."""
    feelings: dict[str, Number] = {}
    """Feelings of your own with their scores."""
    scale: Scale = Scale()
    """The scale in which scores are written."""
    include: Texts = ("**/*.journey.yaml", "**/*.journey.yml", "**/*.persona.yaml", "**/*.persona.yml")
    """Globs of the files that belong to the project."""
    exclude: Texts = ()
    """Globs of files and folders to leave out."""
    extends: Texts = ("recommended",)
    """Presets of rules, minimal, recommended or strict, and files of rules, relative to this one."""
    rules: Rules = {}
    """Levels and options of rules, by name."""
    overrides: Annotated[tuple[Override, ...], AsTuple] = ()
    """Other rules for some files, or for parts of them."""
    baseline: Text | None = None
    """The file of findings to live with for now; `.cjm-baseline.yaml` unless told."""
    limits: LimitSettings = LimitSettings()
    """How much a file may hold."""
    theme: Theme = Theme()
    """How maps look."""
    render: RenderSettings = RenderSettings()
    """What `cjm render` does unless told otherwise."""
