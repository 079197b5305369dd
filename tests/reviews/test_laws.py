"""Whatever two versions hold, every format tells it; `tests/difference` holds the comparison itself to its laws."""

import json
from pathlib import Path

import hypothesis.strategies as st
import jsonschema
from hypothesis import HealthCheck, Phase, given, settings

from cjm_cli import plugins, resources, reviews
from cjm_cli.colour import plain
from cjm_cli.difference.compare import compare
from cjm_cli.difference.difference import Difference
from cjm_cli.difference.version import Version
from cjm_cli.model import Journey, Project
from cjm_cli.reviews._maps import drawn
from cjm_cli.terminal import cells, escape
from cjm_cli.workspace.load import Loaded
from cjm_cli.workspace.source_file import SourceFile

from ..difference.models import changed, data_of  # noqa: TID252 (what the comparison is tried on)

SCHEMA = jsonschema.Draft202012Validator(json.loads(resources.schema("changes")))
unhurried = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making such models smaller takes minutes
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def version(name: str, data: object) -> Version:
    file = SourceFile("a.journey.yaml", Path("a.journey.yaml"))
    return Version(name, Project(), [Loaded(file, "journey", None, Journey.model_validate(data))])


@st.composite
def differences(draw: st.DrawFn) -> Difference:
    old = draw(data_of(Journey))
    new = draw(st.one_of(changed(Journey, old), data_of(Journey)).filter(lambda data: data is not None))
    return compare(version("old", old), version("new", new))


@unhurried
@given(differences())
def test_every_format_tells_whatever_changed(difference) -> None:
    told = {name: plain(plugins.load(reviews, name).review(difference)) for name in plugins.names(reviews)}
    assert max(map(cells, told["text"].split("\n"))) <= 80
    assert escape(told["text"].replace("\n", "")) == told["text"].replace("\n", "")
    assert len(told["markdown"]) < 65_536
    SCHEMA.validate(json.loads(told["json"]))


@unhurried
@given(differences())
def test_every_link_leads_into_the_map_and_every_address_is_one(difference) -> None:
    for compared in difference.compared:
        found = drawn(compared, difference)
        groups = found.grid.groups if found else ()
        shown = [group.id for group in groups if group.id]
        shown += [column.id for group in groups for column in group.columns if column.title]
        assert len(shown) == len(set(shown))
        assert {anchor for anchor in found.anchors if anchor} <= set(shown) if found else True
