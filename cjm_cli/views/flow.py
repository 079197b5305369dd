"""The flow: steps with the ways between them, on what condition and for how many; loops and maps of their own as well."""

from collections.abc import Iterator

from cjm_cli.model import Journey, Stage, Step
from cjm_cli.model.choices import StepKind
from cjm_cli.model.references import item_id
from cjm_cli.model.scores import number
from cjm_cli.page.figures import Flow, Node, NodeKind, Way
from cjm_cli.page.page import Block, Page
from cjm_cli.views._columns import remarks
from cjm_cli.views._header import brief_header, facts, small_footer
from cjm_cli.views._page import page_of
from cjm_cli.views._subject import Placed, Subject
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace


def arrange(entry: JourneyEntry, workspace: Workspace) -> Page:
    """The flow of a journey that the workspace holds."""
    subject = Subject(entry.id, workspace.read(entry), workspace)
    return page_of(subject, "flow", tuple(_blocks(subject)))


def _blocks(subject: Subject) -> Iterator[Block]:
    journey = subject.journey
    yield brief_header(subject, "Flow", facts(("Goal", journey.goal), ("Scenario", journey.scenario)))
    if subject.placed:
        yield Flow("", tuple(_nodes(subject)), tuple(_ways(subject)))
    yield small_footer(subject)


def _nodes(subject: Subject) -> Iterator[Node]:
    """The trigger, every column, and the outcome."""
    journey = subject.journey
    yield Node(journey.trigger or "Start", NodeKind.START, "Starts" if journey.trigger else "")
    yield from (_node(placed, subject) for placed in subject.placed)
    yield Node(journey.outcome or "End", NodeKind.END, "Ends" if journey.outcome else "")


def _node(placed: Placed, subject: Subject) -> Node:
    column = placed.column
    if isinstance(column, Stage):
        return Node(placed.title, label="Stage", moment=subject.moment(column))
    is_decision = column.kind is StepKind.DECISION or len(column.next) > 1
    return Node(
        title=placed.title,
        kind=NodeKind.DECISION if is_decision else NodeKind.STEP,
        label=placed.stage,
        remarks=tuple(remarks(column, subject)),
        moment=subject.moment(column),
        detailed=_detailed(column, subject),
    )


def _detailed(step: Step, subject: Subject) -> str:
    """The title of the map that details a step; its id where there is no such map."""
    if not step.journey:
        return ""
    other: Journey | None = subject.workspace.journey(step.journey)
    return other.title if other else step.journey


def _ways(subject: Subject) -> Iterator[Way]:
    """From the start through every column; a step that says where it goes on goes nowhere else."""
    places = _places(subject)
    last = len(subject.placed) + 1
    yield Way(0, 1)
    for index, placed in enumerate(subject.placed, 1):
        given = placed.column.next if isinstance(placed.column, Step) else ()
        for way in given:
            if way.to in places:
                share = "" if way.share is None else f"{number(way.share)} %"
                yield Way(index, places[way.to], way.when or "", share)
        if not given:
            yield Way(index, min(index + 1, last))


def _places(subject: Subject) -> dict[str, int]:
    """Where each step stands among the nodes, by its id; of two with the same id the first counts."""
    found: dict[str, int] = {}
    for index, placed in enumerate(subject.placed, 1):
        if isinstance(placed.column, Step):
            found.setdefault(item_id(placed.column), index)
    return found
