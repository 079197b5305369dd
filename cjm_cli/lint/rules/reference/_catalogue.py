"""The four lists of cjm.yaml that others refer to."""

from collections.abc import Iterator, Sequence

from cjm_cli.model import Project
from cjm_cli.model.catalogue import Named
from cjm_cli.model.references import Target
from cjm_cli.span import Route


def entries(project: Project) -> Iterator[tuple[Target, Route, Named]]:
    """Every entry with what it is and where it stands."""
    lists: tuple[tuple[Target, str, Sequence[Named]], ...] = (
        (Target.CHANNEL, "channels", project.channels),
        (Target.TOUCHPOINT, "touchpoints", project.touchpoints),
        (Target.METRIC, "metrics", project.metrics),
        (Target.TEAM, "teams", project.teams),
    )
    for target, field, listed in lists:
        for index, entry in enumerate(listed):
            yield target, (field, index), entry
