"""Models: whatever a journey and its personas say, every view and every format draws it, and the same way each time."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from cjm_cli import formats, plugins, views
from cjm_cli.commands._personas import personas_of
from cjm_cli.formats._format import Format
from cjm_cli.model import Journey
from cjm_cli.session import open_session
from tests.difference.models import data_of

FEW, MANY = 4, 60


def _pages(folder, data, view):
    """The pages of a journey, as `render` makes them, without writing it."""
    path = folder / "a.journey.yaml"
    content = json.dumps(data, ensure_ascii=False).encode()
    (project,) = open_session([Path("-")], path, lambda line: None, contents={path: content}).projects
    assert project.workspace is not None
    entries = project.workspace.entries
    subjects = personas_of(project, entries) if view == "persona" else entries
    return [plugins.load(views, view).arrange(entry, project.workspace) for entry in subjects]


@pytest.mark.parametrize("view", plugins.names(views))
@pytest.mark.parametrize("name", plugins.names(formats))
def test_any_journey_is_drawn_the_same_twice(tried, long_way, tmp_path, name, view) -> None:
    format_ = Format.named(name)
    if not format_.is_for(view):
        return

    @settings(
        max_examples=MANY if long_way else FEW,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],  # making such models smaller takes minutes
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
    @given(data_of(Journey))
    def draws(data) -> None:
        for one, other in zip(_pages(tmp_path, data, view), _pages(tmp_path, data, view), strict=True):
            content = format_.draw(one, ()).content
            assert content == format_.draw(other, ()).content
            if name == "svg":
                ElementTree.fromstring(content)

    draws()
    tried(MANY if long_way else FEW)
