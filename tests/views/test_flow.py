"""The flow shows every step and every way between them, in the drawing and in words."""

import pytest

from cjm_cli import formats, plugins
from cjm_cli.page.figures import Flow, NodeKind, Way
from cjm_cli.page.page import Page

STEPS = "title: A\nsteps:\n"


def _flow(page: Page) -> Flow:
    (flow,) = [block for block in page.blocks if isinstance(block, Flow)]
    return flow


def _ways(page: Page) -> set[tuple[str, str]]:
    flow = _flow(page)
    return {(flow.nodes[way.start].title, flow.nodes[way.end].title) for way in flow.ways}


@pytest.mark.parametrize(
    ("steps", "ways"),
    [
        ("- {name: B}\n- {name: C}", {("Start", "B"), ("B", "C"), ("C", "End")}),
        ("- {name: B, next: d}\n- {name: C}\n- {name: D}", {("Start", "B"), ("B", "D"), ("C", "D"), ("D", "End")}),
        (
            "- {name: B}\n- {name: C, next: [b, d]}\n- {name: D}",
            {("Start", "B"), ("B", "C"), ("C", "B"), ("C", "D"), ("D", "End")},
        ),
        ("- {name: B, next: b}\n- {name: C}", {("Start", "B"), ("B", "B"), ("C", "End")}),
    ],
)
def test_steps_go_on_where_they_say_else_to_the_one_below(view_of, steps, ways) -> None:
    assert _ways(view_of("flow", STEPS + steps)) == ways


def test_a_way_says_its_condition_and_its_share(view_of) -> None:
    page = view_of(
        "flow",
        f"{STEPS}- {{name: B, next: [{{to: c, when: Yes, share: 62.5%}}, {{to: d, when: No}}]}}\n- name: C\n- name: D\n",
    )
    assert Way(1, 2, "Yes", "62.5 %") in _flow(page).ways
    assert Way(1, 3, "No", "") in _flow(page).ways
    words = plugins.load(formats, "md").encode(page).decode()
    assert "→ C: Yes, 62.5 %" in words
    assert "Yes" in plugins.load(formats, "svg").encode(page).decode()


def test_trigger_and_outcome_are_its_ends(view_of) -> None:
    nodes = _flow(view_of("flow", f"trigger: Rain\noutcome: Dry\n{STEPS}- name: B\n")).nodes
    assert [(node.title, node.kind) for node in nodes] == [
        ("Rain", NodeKind.START),
        ("B", NodeKind.STEP),
        ("Dry", NodeKind.END),
    ]


def test_a_step_with_several_ways_is_a_decision_whether_it_says_so_or_not(view_of) -> None:
    nodes = _flow(
        view_of("flow", f"{STEPS}- {{name: B, next: [c, d]}}\n- {{name: C, kind: decision}}\n- name: D\n")
    ).nodes
    assert [node.kind for node in nodes[1:4]] == [NodeKind.DECISION, NodeKind.DECISION, NodeKind.STEP]


def test_a_step_that_another_map_details_bears_the_title_of_that_map(view_of) -> None:
    page = view_of("flow", f"{STEPS}- {{name: B, journey: other}}\n", {"other.journey.yaml": "title: The other map\n"})
    assert _flow(page).nodes[1].detailed == "The other map"
    assert "The other map" in plugins.load(formats, "svg").encode(page).decode()


def test_stages_without_steps_are_boxes_too(view_of) -> None:
    page = view_of("flow", "title: A\nstages: [{name: S}, {name: T, steps: [{name: B}]}]\n")
    assert _ways(page) == {("Start", "S"), ("S", "B"), ("B", "End")}


def test_a_journey_without_a_step_has_no_flow(view_of) -> None:
    assert not [block for block in view_of("flow", "title: A\n").blocks if isinstance(block, Flow)]


@pytest.mark.parametrize(
    ("steps", "branches"),
    [("- {name: B}\n- {name: C}", False), ("- {name: B, next: d}\n- {name: C}\n- {name: D}", True)],
)
def test_it_knows_whether_it_is_more_than_a_sequence(view_of, steps, branches) -> None:
    assert _flow(view_of("flow", STEPS + steps)).has_branches is branches
