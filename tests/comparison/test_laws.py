"""Whatever two journeys hold, every format tells it; `tests/difference` holds the comparison itself to its laws."""

import json
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, given, settings

from cjm_cli import plugins, reviews
from cjm_cli.colour import plain
from cjm_cli.comparison.compared import Side, compared
from cjm_cli.comparison.comparison import Comparison
from cjm_cli.model import Journey, Project
from cjm_cli.terminal import cells, escape
from cjm_cli.workspace.load import Loaded
from cjm_cli.workspace.source_file import SourceFile

from ..difference.models import changed, data_of  # noqa: TID252 (what the comparison is tried on)

unhurried = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making such models smaller takes minutes
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def side(name: str, journey: Journey) -> Side:
    file = SourceFile(name, Path(name))
    return Side(Loaded(file, "journey", None, journey), journey)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    one = draw(data_of(Journey))
    other = draw(st.one_of(changed(Journey, one), data_of(Journey)).filter(lambda data: data is not None))
    left, right = Journey.model_validate(one), Journey.model_validate(other)
    if draw(st.booleans()):
        right = right.model_copy(update={"based_on": "a"})
    return compared(side("a.journey.yaml", left), side("b.journey.yaml", right), Project(), {})


@unhurried
@given(comparisons())
def test_every_format_tells_any_two(comparison) -> None:
    told = {name: plain(plugins.load(reviews, name).compare(comparison)) for name in plugins.names(reviews)}
    assert max(map(cells, told["text"].split("\n"))) <= 80
    assert escape(told["text"].replace("\n", "")) == told["text"].replace("\n", "")
    assert len(told["markdown"]) < 65_536
    assert json.loads(told["json"])["kind"] == ("plan" if comparison.is_plan else "ways")


@unhurried
@given(data_of(Journey))
def test_of_a_journey_and_itself_nothing_is_wanting_but_owners(data) -> None:
    journey = Journey.model_validate(data)
    later = journey.model_copy(update={"based_on": "a"})
    found = compared(side("a.journey.yaml", journey), side("b.journey.yaml", later), Project(), {})
    assert found.is_plan
    assert found.unexplained == ()
