"""The blueprint parts what the customer does, meets and does not see, and says who does what."""

import pytest

from cjm_cli.page.figures import Cards
from cjm_cli.page.page import Grid, Lane, Page

STEPS = "title: A\nsteps:\n"
INTERACTION, VISIBILITY, INTERNAL = "Line of interaction", "Line of visibility", "Line of internal interaction"


def _rows(page: Page) -> list[str]:
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    return [row.title for row in grid.rows]


def _lane(page: Page, key: str) -> Lane:
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    return next(row for row in grid.rows if isinstance(row, Lane) and row.key == key)


def _duties(page: Page) -> dict[str, list[str]]:
    decks = [block for block in page.blocks if isinstance(block, Cards)]
    return {card.title: [item.text for item in card.items] for deck in decks for card in deck.cards}


def test_the_three_lines_part_the_four_rows(view_of) -> None:
    page = view_of("blueprint", f"{STEPS}- {{name: B, action: C, frontstage: D, backstage: E, support: F}}\n")
    rows = ["Customer does", INTERACTION, "Frontstage", VISIBILITY, "Backstage", INTERNAL, "Support"]
    assert _rows(page) == rows


@pytest.mark.parametrize(
    ("step", "rows"),
    [
        ("action: C", ["Customer does"]),
        ("frontstage: D", [INTERACTION, "Frontstage"]),
        ("backstage: E", [INTERACTION, VISIBILITY, "Backstage"]),
        ("support: F", [INTERACTION, VISIBILITY, INTERNAL, "Support"]),
        ("frontstage: D, support: F", [INTERACTION, "Frontstage", VISIBILITY, INTERNAL, "Support"]),
        ("thoughts: T", []),
    ],
)
def test_a_row_that_holds_nothing_is_left_out_and_a_line_stays_where_something_lies_beyond_it(
    view_of, step, rows
) -> None:
    assert _rows(view_of("blueprint", f"{STEPS}- {{name: B, {step}}}\n")) == rows


def test_lines_are_drawn_whatever_lanes_the_map_chooses(view_of) -> None:
    page = view_of("blueprint", f"lanes: [actions]\n{STEPS}- {{name: B, action: C, backstage: E}}\n")
    assert [row for row in _rows(page) if row.startswith("Line")] == [INTERACTION, VISIBILITY]


def test_who_does_it_stands_before_what_is_done_and_with_what(view_of) -> None:
    page = view_of(
        "blueprint",
        f"actors: [{{id: clerk, name: Clerk}}]\n{STEPS}"
        "- {name: B, backstage: [{text: Looks, actor: clerk, team: web, system: CRM}, {text: Waits, system: CRM}]}\n",
        {"cjm.yaml": "teams: [{id: web, name: Web team}]\n"},
    )
    (cell,) = _lane(page, "backstage").cells
    assert [(item.text, item.details) for item in cell] == [
        ("Looks", ("Clerk · Web team", "CRM")),
        ("Waits", ("", "CRM")),
    ]


def test_everybody_who_does_anything_has_a_card_and_what_nobody_does_comes_last(view_of) -> None:
    page = view_of(
        "blueprint",
        "title: A\nstages:\n- {name: S, support: Pays, steps: ["
        "{name: B, frontstage: {text: Greets, actor: Clerk}, backstage: {text: Looks, team: web}},"
        "{name: C, backstage: {text: Writes, actor: Clerk, team: web}}]}\n",
        {"cjm.yaml": "teams: [{id: web, name: Web team}]\n"},
    )
    assert _duties(page) == {"Clerk": ["Greets", "Writes"], "Web team": ["Looks"], "Nobody named": ["Pays"]}


def test_a_step_of_somebody_else_is_no_deed_of_the_customer(view_of) -> None:
    actors = "actors: [{id: clerk, name: Clerk, kind: employee}, {id: son, name: Son, kind: customer}]\n"
    page = view_of(
        "blueprint",
        f"{actors}{STEPS}- {{name: B, action: Calls, actor: clerk}}\n- {{name: C, action: Asks, actor: son}}\n",
    )
    assert [[item.text for item in cell] for cell in _lane(page, "actions").cells] == [[], ["Asks"]]
    assert [[item.text for item in cell] for cell in _lane(page, "frontstage").cells] == [["Calls"], []]
    assert _duties(page) == {"Clerk": ["Calls"]}
