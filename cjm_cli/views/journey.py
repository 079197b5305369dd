"""The journey map: stages as columns, lanes as rows, the emotion curve through them."""

from collections.abc import Iterator

from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import StepKind
from cjm_cli.model.lane import LANES
from cjm_cli.model.lane import Lane as ChosenLane
from cjm_cli.page.page import Column, Divider, Grid, Group, Lane, Moment, Page, Row
from cjm_cli.source import slug
from cjm_cli.summary import counted
from cjm_cli.views._cells import fill
from cjm_cli.views._curve import curve_lane
from cjm_cli.views._header import footer, header
from cjm_cli.views._sections import BESIDE_THE_MAP, sections
from cjm_cli.views._subject import Subject, columns_of
from cjm_cli.views._theme import theme_of
from cjm_cli.views._who import concerned
from cjm_cli.views._words import choice
from cjm_cli.workspace.workspace import JourneyEntry, Workspace

BEHIND = {"backstage", "support"}
"""Lanes behind the line of visibility."""


def arrange(entry: JourneyEntry, workspace: Workspace) -> Page:
    """The page of one journey that the workspace holds."""
    journey = workspace.read(entry)
    subject = Subject(entry.id, journey, workspace)
    grid = Grid(tuple(_groups(subject)), tuple(_rows(subject)))
    return Page(
        id=slug(subject.id) or "journey",
        title=journey.title,
        description=journey.summary or _description(subject),
        language=subject.workspace.project.language or "en",
        blocks=(header(subject), grid, *sections(subject), footer(subject)),
        theme=theme_of(workspace),
    )


def _description(subject: Subject) -> str:
    names = " and ".join(persona.name for persona in subject.personas.values())
    stages = ", ".join(stage.name for stage in subject.stages if stage.name)
    whose = f"The journey of {names}" if names else "A journey"
    return f"{whose} in {counted(len(subject.columns), 'step')}" + (f": {stages}" if stages else "")


def _groups(subject: Subject) -> Iterator[Group]:
    for stage, anchors in zip(subject.stages, subject.anchors, strict=True):
        columns = zip(columns_of(stage), anchors.columns, strict=True)
        yield Group(
            id=anchors.stage if stage.name else "",
            title=stage.name,
            goal=stage.goal or "",
            remarks=tuple(remark for remark in (stage.phase and choice(stage.phase), stage.duration) if remark),
            columns=tuple(_column(column, anchor, subject) for column, anchor in columns),
            moment=_moment(stage) if stage.steps else None,
        )


def _column(column: Stage | Step, anchor: str, subject: Subject) -> Column:
    personas = concerned(column, subject)
    if isinstance(column, Stage):
        return Column(anchor, "", moment=_moment(column), personas=personas)
    return Column(anchor, column.title, tuple(_remarks(column, subject)), _moment(column), personas)


def _remarks(step: Step, subject: Subject) -> Iterator[str]:
    if step.actor and subject.actor_name(step.actor) not in {p.name for p in subject.personas.values()}:
        yield subject.actor_name(step.actor)
    if step.kind and step.kind is not StepKind.ACTION and not (step.kind is StepKind.WAIT and step.wait):
        yield choice(step.kind)
    if step.duration:
        yield step.duration
    if step.wait:
        yield f"waits {step.wait}"
    if step.optional:
        yield "optional"


def _moment(column: Stage | Step) -> Moment | None:
    given = column.moment_of_truth
    return Moment(given.reason or "", given.importance) if given else None


def _rows(subject: Subject) -> Iterator[Row]:
    """The lanes that hold anything; before the first that customers do not see, the line of visibility."""
    seen_line = False
    for chosen in _chosen(subject):
        row = _row(chosen, subject)
        if row is None:
            continue
        if chosen.key in BEHIND and not seen_line:
            seen_line = True
            yield Divider("Line of visibility")
        yield row


def _chosen(subject: Subject) -> list[ChosenLane]:
    """The lanes that the journey or its project asks for; where these only hide some, all others."""
    lanes = subject.lanes
    hidden = {lane.key for lane in lanes if lane.hidden}
    usual = [ChosenLane(key=key) for key in LANES if key not in hidden.union(BESIDE_THE_MAP)]
    return [lane for lane in lanes if not lane.hidden] or usual


def _row(chosen: ChosenLane, subject: Subject) -> Row | None:
    if chosen.key == "emotion":
        return curve_lane(chosen.heading, subject)
    lane = Lane(
        chosen.key,
        chosen.heading,
        tuple(fill(chosen.key, stage, subject) if stage.steps else () for stage in subject.stages),
        tuple(fill(chosen.key, column, subject) for column in subject.columns),
    )
    return lane if lane.has_stage_cells or any(lane.cells) else None
