"""The journey map: stages as columns, lanes as rows, the emotion curve through them."""

from collections.abc import Iterator

from cjm_cli.model.lane import LANES
from cjm_cli.model.lane import Lane as ChosenLane
from cjm_cli.page.page import Divider, Grid, Lane, Page, Row
from cjm_cli.source import slug
from cjm_cli.views._cells import fill
from cjm_cli.views._columns import groups
from cjm_cli.views._curve import curve_lane
from cjm_cli.views._header import footer, header
from cjm_cli.views._page import description, language
from cjm_cli.views._sections import BESIDE_THE_MAP, sections
from cjm_cli.views._subject import Subject
from cjm_cli.views._theme import theme_of
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

BEHIND = {"backstage", "support"}
"""Lanes behind the line of visibility."""


def arrange(entry: JourneyEntry, workspace: Workspace) -> Page:
    """The page of one journey that the workspace holds."""
    journey = workspace.read(entry)
    subject = Subject(entry.id, journey, workspace)
    return Page(
        id=slug(subject.id) or "journey",
        title=journey.title,
        description=journey.summary or description(subject),
        language=language(subject),
        blocks=(header(subject), grid(subject), *sections(subject), footer(subject)),
        theme=theme_of(workspace),
    )


def grid(subject: Subject) -> Grid:
    """The map itself."""
    return Grid(groups(subject), tuple(_rows(subject)))


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
