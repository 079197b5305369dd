"""A journey becomes a page: what stands where, and what the curve says and does not say."""

from collections.abc import Iterator

import pytest

from cjm_cli.page.cell import Cell, Form, Item, Moment
from cjm_cli.page.page import Badge, CurveLane, Divider, Fact, Footer, Grid, Header, Lane, Page, Point, Section

STEPS = "title: A\nsteps:\n"


def _header(page: Page) -> Header:
    return next(block for block in page.blocks if isinstance(block, Header))


def _grid(page: Page) -> Grid:
    return next(block for block in page.blocks if isinstance(block, Grid))


def _footer(page: Page) -> Footer:
    return next(block for block in page.blocks if isinstance(block, Footer))


def _lane(page: Page, key: str) -> Lane:
    return next(row for row in _grid(page).rows if isinstance(row, Lane) and row.key == key)


def _curve(page: Page) -> CurveLane:
    return next(row for row in _grid(page).rows if isinstance(row, CurveLane))


def _runs(page: Page) -> list[list[tuple[float, float]]]:
    (series,) = _curve(page).series
    return [[(point.at, point.score) for point in run] for run in series.runs]


def _points(page: Page) -> list[Point]:
    return [point for series in _curve(page).series for point in series.points]


def _texts(cells: tuple[Cell, ...]) -> list[list[str]]:
    return [[item.text for item in cell] for cell in cells]


def _section(page: Page, title: str) -> dict[str, tuple[str, ...]]:
    sections = [block for block in page.blocks if isinstance(block, Section) and block.title == title]
    return {fact.label: fact.texts for section in sections for fact in section.facts}


def _titles(page: Page) -> Iterator[str]:
    return (row.title for row in _grid(page).rows)


# The curve


@pytest.mark.parametrize(
    ("steps", "runs"),
    [
        ("- {name: B, emotion: 1}\n- {name: C, emotion: -1}", [[(0.5, 1), (1.5, -1)]]),
        ("- {name: B, emotion: 1}\n- {name: C}\n- {name: D, emotion: 0}", [[(0.5, 1)], [(2.5, 0)]]),
        ("- {name: B}\n- {name: C, emotion: 2}\n- {name: D}", [[(1.5, 2)]]),
        ("- {name: B, emotion: unheard-of}\n- {name: C, emotion: 2}", [[(1.5, 2)]]),
        ("- {name: B, emotion: [1, -1]}\n- {name: C, emotion: 0}", [[(0.25, 1), (0.75, -1), (1.5, 0)]]),
        ("- {name: B, emotion: [1, unheard-of, -1, 0]}", [[(0.125, 1), (0.625, -1), (0.875, 0)]]),
        ("- {name: B, emotion: 9}\n- {name: C, emotion: -9}", [[(0.5, 2), (1.5, -2)]]),
        ("- {name: B, emotion: angry}", [[(0.5, -2)]]),
    ],
)
def test_there_is_a_point_where_there_is_a_score_and_a_gap_where_there_is_none(page_of, steps, runs) -> None:
    assert _runs(page_of(f"title: A\nsteps:\n{steps}")) == runs


@pytest.mark.parametrize(
    ("stages", "runs"),
    [
        ("- {name: S, emotion: -1, steps: [{name: B}, {name: C}]}\n- {name: T, emotion: 1}", [[(1, -1), (2.5, 1)]]),
        ("- {name: S, emotion: [-1, 1], steps: [{name: B}, {name: C}]}", [[(0.5, -1), (1.5, 1)]]),
        ("- {name: S, emotion: -1, steps: [{name: B, emotion: 2}, {name: C}]}", [[(0.5, 2)]]),
        ("- {name: S, steps: [{name: B}, {name: C}]}\n- {name: T, emotion: 0}", [[(2.5, 0)]]),
    ],
)
def test_a_stages_feeling_stands_in_its_middle_where_its_steps_have_none(page_of, stages, runs) -> None:
    assert _runs(page_of(f"title: A\nstages:\n{stages}")) == runs


def test_a_stage_without_a_feeling_of_its_own_takes_the_mean_of_its_steps_and_says_so(page_of) -> None:
    page = page_of(
        "title: A\nstages:\n"
        "- {name: S, steps: [{name: B, emotion: 2}, {name: C}, {name: D, emotion: -1}]}\n"
        "- {name: T, emotion: {score: 1, reason: Own}, steps: [{name: E, emotion: -2}]}\n"
        "- {name: U, steps: [{name: F}]}\n"
        "- {name: V, emotion: 1}\n"
    )
    assert _curve(page).stage_cells == (
        (Item("+0.5", Form.ASIDE, details=("mean of its steps",)),),
        (Item("+1", details=("Own",)),),
        (),
        (),
    )


def test_what_is_felt_stands_in_words_too(page_of) -> None:
    page = page_of(
        f"{STEPS}- {{name: B, emotion: {{score: -1.5, feeling: angry, emoji: 😠, reason: Fees, basis: assumed}}}}\n"
        "- {name: C, emotion: [hopeful, unheard-of]}\n- {name: D, emotion: {score: 0, basis: observed}}\n"
    )
    assert _curve(page).cells == (
        (Item("−1.5 · 😠 angry", details=("Fees", "assumed")),),
        (Item("+1 · hopeful"), Item("no score · unheard-of")),
        (Item("0"),),
    )


def test_values_are_shown_as_the_project_writes_them(page_of) -> None:
    page = page_of(
        f"{STEPS}- {{name: B, emotion: 4}}\n- {{name: C, emotion: angry}}", {"cjm.yaml": "scale: {min: 1, max: 5}"}
    )
    assert [(point.score, point.value) for point in _points(page)] == [(1, "4"), (-2, "1")]
    assert _texts(_curve(page).cells) == [["4"], ["1 · angry"]]


@pytest.mark.parametrize(
    ("basis", "emotion", "assumed"),
    [
        ("", "{score: 1}", True),
        ("basis: hypothesis\n", "{score: 1}", True),
        ("basis: research\n", "{score: 1}", False),
        ("basis: research\n", "{score: 1, basis: assumed}", True),
        ("basis: research\n", "{score: 1, basis: expected}", True),
        ("", "{score: 1, basis: observed}", False),
        ("", "{score: 1, basis: self-reported}", False),
        ("", "{score: 1, basis: inferred}", False),
    ],
)
def test_a_point_is_full_when_the_feeling_was_seen_and_hollow_when_it_is_assumed(
    page_of, basis, emotion, assumed
) -> None:
    assert [point.assumed for point in _points(page_of(f"{basis}{STEPS}- {{name: B, emotion: {emotion}}}"))] == [
        assumed
    ]


PERSONAS = "personas: [{id: rina, name: Rina}, {id: tom, name: Tom}]\n"


def test_personas_who_feel_differently_have_a_curve_each(page_of) -> None:
    page = page_of(
        f"{PERSONAS}{STEPS}- {{name: B, emotion: {{by_persona: {{rina: 1, tom: {{score: -1, reason: Dear}}}}}}}}\n"
        "- {name: C, emotion: 0}\n- {name: D, emotion: {score: 2, by_persona: {tom: 1}}}\n"
    )
    curves = {series.name: [(point.at, point.score) for point in series.points] for series in _curve(page).series}
    assert curves == {"Rina": [(0.5, 1), (1.5, 0), (2.5, 2)], "Tom": [(0.5, -1), (1.5, 0), (2.5, 1)]}
    assert _curve(page).cells[0] == (
        Item("Rina: +1", persona="Rina"),
        Item("Tom: −1", details=("Dear",), persona="Tom"),
    )
    assert _texts(_curve(page).cells)[2] == ["+2", "Tom: +1"]


def test_a_persona_of_whom_nothing_is_said_has_no_curve_there(page_of) -> None:
    page = page_of(
        f"{PERSONAS}{STEPS}- {{name: B, emotion: {{by_persona: {{rina: 1}}}}}}\n- {{name: C, emotion: -1}}\n"
    )
    curves = {series.name: [(point.at, point.score) for point in series.points] for series in _curve(page).series}
    assert curves == {"Rina": [(0.5, 1), (1.5, -1)], "Tom": [(1.5, -1)]}


def test_personas_who_feel_alike_share_a_curve(page_of) -> None:
    assert _runs(page_of(f"{PERSONAS}{STEPS}- {{name: B, emotion: 1}}")) == [[(0.5, 1)]]


def test_nobody_s_feelings_make_no_lane(page_of) -> None:
    assert "Feeling" not in _titles(page_of(f"{STEPS}- {{name: B, thoughts: C}}"))


# The lanes


def test_lanes_that_hold_something_stand_in_the_usual_order(page_of) -> None:
    page = page_of(
        f"{STEPS}- {{name: B, support: S, emotion: 1, thoughts: T, action: Does, notes: N, pain_points: P, x-own: X}}"
    )
    titles = ["Doing", "Thinking", "Feeling", "Pain points", "Line of visibility", "Support"]
    assert list(_titles(page)) == titles


@pytest.mark.parametrize(
    ("lanes", "titles"),
    [
        ("[pain_points, actions]", ["Pain points", "Doing"]),
        ("[actions, {key: pain_points, hidden: true}]", ["Doing"]),
        ("[{key: actions, title: What she does}]", ["What she does"]),
        ("[notes, evidence]", ["Notes"]),
        ("[x-risk-level, emotion]", ["Risk level", "Feeling"]),
        ("[{key: x-risk-level, title: Risk}]", ["Risk"]),
        ("[gains]", []),
        ("[support, actions, backstage]", ["Line of visibility", "Support", "Doing", "Backstage"]),
    ],
)
def test_a_journey_chooses_its_lanes(page_of, lanes, titles) -> None:
    step = "- {name: B, action: C, pain_points: P, notes: N, emotion: 1, support: S, backstage: T, x-risk-level: high}"
    assert list(_titles(page_of(f"lanes: {lanes}\n{STEPS}{step}"))) == titles


@pytest.mark.parametrize("lanes", ["[{key: pain_points, hidden: true}]", "[{key: notes, hidden: true}]"])
def test_hiding_a_lane_leaves_the_others(page_of, lanes) -> None:
    titles = list(_titles(page_of(f"lanes: {lanes}\n{STEPS}- {{name: B, action: C, pain_points: P, emotion: 1}}")))
    assert titles == [
        title for title in ("Doing", "Feeling", "Pain points") if title != "Pain points" or "notes" in lanes
    ]


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("high", ["high"]),
        ("3", ["3"]),
        ("[a, b]", ["a", "b"]),
        ("{a: 1, b: [x, y]}", ["a: 1, b: x, y"]),
        ("", []),
        ("[a, ~]", ["a"]),
    ],
)
def test_a_lane_of_ones_own_shows_any_value(page_of, value, texts) -> None:
    page = page_of(f"lanes: [actions, x-own]\n{STEPS}- {{name: B, action: C, x-own: {value}}}\n- {{name: C, x-own: z}}")
    assert _texts(_lane(page, "x-own").cells) == [texts, ["z"]]


def test_the_line_of_visibility_stands_once_before_what_customers_do_not_see(page_of) -> None:
    page = page_of(f"{STEPS}- {{name: B, frontstage: F, backstage: G, support: S}}")
    assert [type(row) for row in _grid(page).rows] == [Lane, Divider, Lane, Lane]


def test_a_stage_says_its_own_above_what_its_steps_say(page_of) -> None:
    page = page_of(
        "title: A\nstages:\n- {name: S, thoughts: Own, steps: [{name: B, thoughts: One}, {name: C}]}\n- {name: T, thoughts: Two}"
    )
    lane = _lane(page, "thoughts")
    assert (_texts(lane.stage_cells), _texts(lane.cells)) == ([["Own"], []], [["One"], [], ["Two"]])


def test_channels_are_those_named_and_those_of_the_touchpoints_each_once(page_of) -> None:
    catalogue = (
        "channels: [{id: web, name: Web shop, kind: digital}, {id: shop, name: Shop, kind: physical}]\n"
        "touchpoints: [{id: cart, name: Shopping cart, channel: web}]\n"
    )
    step = "- {name: B, channels: [shop, Web shop], touchpoints: [cart, {name: Till, channel: shop}, {name: Radio, channel: Air}]}"
    page = page_of(f"{STEPS}{step}", {"cjm.yaml": catalogue})
    assert _texts(_lane(page, "touchpoints").cells) == [["Shopping cart", "Till", "Radio"]]
    assert [(item.text, item.icon) for item in _lane(page, "channels").cells[0]] == [
        ("Shop", "physical"),
        ("Web shop", "digital"),
        ("Air", "channel"),
    ]


def test_pain_points_are_numbered_in_reading_order_and_opportunities_wear_their_numbers(page_of) -> None:
    page = page_of(
        "title: A\nstages:\n"
        "- {name: S, pain_points: [{id: zero, text: Zero}], steps: ["
        "{name: B, pain_points: [{id: one, text: One}, Two], opportunities: [{text: X, addresses: [two, zero]}, Y]},"
        "{name: C, pain_points: [Three], opportunities: [{text: Z, addresses: [nothing]}]}]}\n"
    )
    pains, opportunities = _lane(page, "pain_points"), _lane(page, "opportunities")
    numbers = [[(item.text, item.number) for item in cell] for cell in (*pains.stage_cells, *pains.cells)]
    assert numbers == [[("Zero", "1")], [("One", "2"), ("Two", "3")], [("Three", "4")]]
    assert [[(item.text, item.number) for item in cell] for cell in opportunities.cells] == [
        [("X", "1, 3"), ("Y", "")],
        [("Z", "")],
    ]


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("true", Moment()),
        ("Here they leave", Moment("Here they leave")),
        ("{reason: Here, importance: 4}", Moment("Here", 4)),
        ("false", None),
    ],
)
def test_moments_of_truth_are_marked_where_they_are(page_of, given, moment) -> None:
    page = page_of(
        f"title: A\nstages:\n- {{name: S, moment_of_truth: {given}, steps: [{{name: B, moment_of_truth: {given}}}]}}\n"
        f"- {{name: T, moment_of_truth: {given}}}"
    )
    first, second = _grid(page).groups
    assert (first.moment, first.columns[0].moment) == (moment, moment)
    assert (second.moment, second.columns[0].moment) == (None, moment)


def test_a_step_without_a_name_is_called_by_what_is_done(page_of) -> None:
    page = page_of(f"{STEPS}- {{action: Looks around}}\n- {{name: Pays, action: Enters the card}}")
    assert [column.title for column in _grid(page).columns] == ["Looks around", "Pays"]
    assert _texts(_lane(page, "actions").cells) == [[], ["Enters the card"]]


def test_what_sort_of_step_it_is_stands_with_it(page_of) -> None:
    page = page_of(
        "personas: [{name: Rina}]\nactors: [{id: nurse, name: The nurse}]\n"
        f"{STEPS}- {{name: B, actor: nurse, kind: handoff, duration: 5 minutes, wait: 2 days, optional: true}}\n"
        "- {name: C, actor: rina, kind: action}\n- {name: D, actor: somebody}"
    )
    assert [column.remarks for column in _grid(page).columns] == [
        ("The nurse", "handoff", "5 minutes", "waits 2 days", "optional"),
        (),
        ("somebody",),
    ]


# Above and below


@pytest.mark.parametrize(
    ("text", "badges"),
    [
        ("", []),
        ("basis: hypothesis\n", [("Hypothesis", True)]),
        ("basis: research\nstate: current\nstatus: in-research\n", [("Current state", False), ("In research", False)]),
        ("state: future\nstatus: archived\n", [("Future state", True), ("Archived", True)]),
    ],
)
def test_what_a_map_is_stands_above_it(page_of, text, badges) -> None:
    found: tuple[Badge, ...] = _header(page_of(f"{text}{STEPS}- name: B")).badges
    assert [(badge.text, badge.ribbon) for badge in found] == badges


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Rina", "R"),
        ("Rina Okafor", "RO"),
        ("Rina von der Okafor", "RO"),
        ("élise b.", "ÉB"),
        ("山田 太郎", "山太"),
        ("🙂 Ann", "A"),
        ("(Ann) Bo", "B"),
        ("!?", ""),
    ],
)
def test_a_persona_without_a_portrait_has_initials(page_of, name, initials) -> None:
    (card,) = _header(page_of(f'persona: {{name: "{name}"}}\n{STEPS}- name: B')).personas
    assert card.initials == initials


def test_personas_come_from_their_files(page_of) -> None:
    rina = "name: Rina\nrole: Runner\nsummary: S\nquote: Q\ngoals: [G, H]\nneeds: N\nfears: F\n"
    page = page_of(f"persona: rina\n{STEPS}- name: B", {"rina.persona.yaml": rina})
    (card,) = _header(page).personas
    assert (card.name, card.role, card.summary, card.quote) == ("Rina", "Runner", "S", "Q")
    assert card.facts == (Fact("Goals", ("G", "H")), Fact("Needs", ("N",)))
    assert _section(page, "About Rina") == {"Fears": ("F",)}


def test_those_who_answer_stand_below(page_of) -> None:
    page = page_of(
        "owner: web\nreviewed: 2026-05-12\nreview_every: 1 month\nevidence: [Interviews, Survey]\n"
        f"{STEPS}- {{name: B, evidence: [survey]}}\n- {{name: C}}",
        {"cjm.yaml": "teams: [{id: web, name: The web team}]"},
    )
    assert _footer(page).facts == (
        Fact("Owner", ("The web team",)),
        Fact("Reviewed", ("2026-05-12, every month",)),
        Fact("Evidence", ("2 sources, 50 % of the steps",)),
    )


@pytest.mark.parametrize(
    ("step", "signs"),
    [
        ("{name: B}", []),
        ("{name: B, pain_points: P}", ["pain"]),
        ("{name: B, opportunities: P}", ["opportunity"]),
        ("{name: B, moment_of_truth: true, emotion: 1}", ["moment", "observed", "assumed"]),
    ],
)
def test_the_legend_explains_the_signs_that_are_used(page_of, step, signs) -> None:
    assert [entry.sign for entry in _footer(page_of(f"{STEPS}- {step}")).legend] == signs


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (f"summary: How Rina buys\n{STEPS}- name: B", "How Rina buys"),
        (f"{STEPS}- name: B", "A journey in 1 step"),
        (f"persona: {{name: Rina}}\n{STEPS}- name: B\n- name: C", "The journey of Rina in 2 steps"),
        (
            "title: A\npersonas: [{name: Rina}, {name: Tom}]\nstages: [{name: S}, {name: T}]",
            "The journey of Rina and Tom in 2 steps: S, T",
        ),
        ("title: A", "A journey in 0 steps"),
    ],
)
def test_a_page_is_described_for_those_who_do_not_see_it(page_of, text, description) -> None:
    assert page_of(text).description == description


def test_what_has_no_room_on_the_map_is_told_beneath_it(page_of) -> None:
    page = page_of(
        "evidence: [{id: talks, title: Interviews}]\nactors: [{name: Nurse, role: Helps}]\n"
        f"{STEPS}- {{name: B, description: D, notes: N, evidence: [talks],"
        " touchpoints: [Plain, {name: Checkout, owner: Web team, url: example.org}],"
        " quotes: [{text: Ah, evidence: talks, consent: may be published}],"
        " opportunities: [{text: O, metric: nps, solutions: [One, Two]}], next: [{to: c, when: it rains, share: 30%}]}\n"
        "- {name: C}"
    )
    assert _section(page, "B") == {
        "Description": ("D",),
        "Evidence": ("Interviews",),
        "Notes": ("N",),
        "Touchpoints": ("Checkout · Web team · example.org",),
        "Quotes": ("“Ah” · evidence: Interviews · consent: may be published",),
        "Opportunities": ("O · measured by: nps",),
        "Solutions": ("One", "Two"),
        "Goes on": ("to C · it rains · 30 %",),
    }
    assert _section(page, "About this map") == {"Other actors": ("Nurse · Helps",)}
    assert _section(page, "C") == {}


def test_bare_steps_are_those_of_one_stage_without_a_name(page_of) -> None:
    (group,) = _grid(page_of(f"{STEPS}- name: B\n- name: C")).groups
    assert (group.id, group.title, len(group.columns)) == ("", "", 2)


@pytest.mark.parametrize(("settings", "language"), [("", "en"), ("language: pt-BR", "pt-BR")])
def test_the_language_is_the_projects(page_of, settings, language) -> None:
    assert page_of(f"{STEPS}- name: B", {"cjm.yaml": settings}).language == language


# Addresses


@pytest.mark.parametrize(
    ("stages", "addresses"),
    [
        (
            "stages: [{name: Pay, steps: [{name: Confirm}, {id: my id/2, name: C}]}, {name: Wait}]",
            ["stages/pay", "pay/confirm", "pay/my-id-2", "stages/wait", "stages/wait"],
        ),
        ("steps: [{name: Confirm}]", ["", "steps/confirm"]),
        (
            "stages: [{name: A, steps: [{name: B}]}, {name: C, steps: [{name: B}]}]",
            ["stages/a", "a/b", "stages/c", "c/b"],
        ),
        (
            "stages: [{name: A, steps: [{name: B}, {name: b!}]}, {name: A, steps: [{name: B}]}]",
            ["stages/a", "a/b", "a/b~2", "stages/a~2", "a/b~3"],
        ),
        ("stages: [{name: 支払い, steps: [{name: '?'}]}]", ["stages/支払い", "支払い/step-1"]),
    ],
)
def test_a_step_has_an_address_of_its_own_that_can_be_read(page_of, stages, addresses) -> None:
    groups = _grid(page_of(f"title: A\n{stages}")).groups
    assert [id_ for group in groups for id_ in (group.id, *(column.id for column in group.columns))] == addresses


def test_what_is_told_beneath_the_map_has_the_address_of_its_step(page_of) -> None:
    page = page_of(
        "title: A\nstages: [{name: B, steps: [{name: D, notes: N}]}, {name: C, steps: [{name: D, notes: M}]}]"
    )
    sections = [block for block in page.blocks if isinstance(block, Section)]
    assert [(section.title, section.about) for section in sections] == [("D", "b/d"), ("D", "c/d")]


# Whose


@pytest.mark.parametrize(
    ("step", "personas"),
    [
        ("goal: B", ()),
        ("actor: tom", ("Tom",)),
        ("actor: nurse", ()),
        ("emotion: {by_persona: {rina: 1}}", ("Rina",)),
        ("emotion: {by_persona: {rina: 1, tom: 2}}", ()),
        ("emotion: {score: 1, by_persona: {rina: 2}}", ()),
    ],
)
def test_a_step_is_everybodys_unless_one_persona_acts_or_is_felt_with_alone(page_of, step, personas) -> None:
    (column,) = _grid(page_of(f"{PERSONAS}{STEPS}- {{name: Step, {step}}}")).columns
    assert column.personas == personas
