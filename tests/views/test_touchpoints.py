"""The matrix of touchpoints says which stage each of them serves, and where the channel changes."""

import pytest

from cjm_cli.page.page import Grid, Header, Lane, Page

CATALOGUE = (
    "channels: [{id: web, name: Web shop}, {id: chat, name: Live chat}, {id: home, name: At home}]\n"
    "touchpoints: [{id: cart, name: Cart, channel: web, owner: shop-team}, {id: desk, name: Helpdesk, channel: chat}]\n"
    "teams: [{id: shop-team, name: Shop team}]\n"
)


def _grid(page: Page) -> Grid:
    return next(block for block in page.blocks if isinstance(block, Grid))


def _lane(page: Page, title: str) -> Lane:
    return next(row for row in _grid(page).rows if isinstance(row, Lane) and row.title == title)


def _titles(page: Page) -> list[str]:
    return [row.title for row in _grid(page).rows]


def _texts(page: Page, title: str) -> list[list[str]]:
    return [[item.text for item in cell] for cell in _lane(page, title).cells]


def _facts(page: Page) -> dict[str, tuple[str, ...]]:
    header = next(block for block in page.blocks if isinstance(block, Header))
    return {fact.label: fact.texts for fact in header.facts}


@pytest.fixture
def page(view_of) -> Page:
    journey = (
        "title: A\nstages:\n"
        "- {name: S, steps: [{name: B, touchpoints: cart}, {name: C, touchpoints: [cart, desk]}]}\n"
        "- {name: T, channels: home, touchpoints: Parcel}\n"
        "- {name: U, thoughts: Nothing to see}\n"
        "- {name: V, steps: [{name: D, channels: chat}, {name: E, touchpoints: {name: Radio}}]}\n"
    )
    return view_of("touchpoints", journey, {"cjm.yaml": CATALOGUE})


def test_every_touchpoint_has_a_row_and_those_of_one_channel_stand_together(page) -> None:
    assert _titles(page) == ["Channels", "Switches", "Cart", "Helpdesk", "Live chat", "Parcel", "Radio"]


def test_a_row_says_at_which_steps_of_which_stage_it_is_met(page) -> None:
    assert _texts(page, "Cart") == [["B", "C"], [], [], []]
    assert _texts(page, "Parcel") == [[], ["T"], [], []]
    assert _texts(page, "Live chat") == [[], [], [], ["D"]]


def test_a_row_says_its_channel_and_its_owner(page) -> None:
    remarks = {title: _lane(page, title).remarks for title in ("Cart", "Helpdesk", "Parcel", "Live chat", "Radio")}
    assert remarks == {
        "Cart": ("Web shop", "owned by Shop team"),
        "Helpdesk": ("Live chat",),
        "Parcel": ("At home",),
        "Live chat": ("no touchpoint named",),
        "Radio": ("channel not named",),
    }


def test_a_switch_is_where_no_channel_goes_on_and_is_said_in_words(page) -> None:
    switches = [[(item.text, item.details) for item in cell] for cell in _lane(page, "Switches").cells]
    assert switches == [
        [],
        [("⇄ From Web shop and Live chat to At home", ("at: T",))],
        [],
        [("⇄ From At home to Live chat", ("at: D",))],
    ]
    ((item,),) = [cell for cell in _lane(page, "Parcel").cells if cell]
    assert item.details == ("⇄ switch from Web shop and Live chat",)


def test_above_it_stands_what_it_comes_to(page) -> None:
    assert _facts(page) == {
        "Breadth": ("4 touchpoints in 3 channels",),
        "Channel changes": ("2 times in 6 steps",),
        "Met most often": ("Cart, at 2 steps",),
        "Without a touchpoint": ("U",),
    }


@pytest.mark.parametrize(
    ("channels", "times"),
    [
        (["a", "a"], "never"),
        (["a", "b"], "once"),
        (["a, b", "b"], "never"),
        (["a", "", "a"], "never"),
        (["a", "", "b"], "once"),
    ],
)
def test_switches_are_counted_over_steps_that_name_no_channel(view_of, channels, times) -> None:
    steps = "".join(f"- {{name: S{index}, channels: [{given}]}}\n" for index, given in enumerate(channels))
    facts = _facts(view_of("touchpoints", f"title: A\nsteps:\n{steps}"))
    assert facts["Channel changes"][0].startswith(f"{times} in")


def test_a_stage_of_the_same_name_is_not_confused_with_another(view_of) -> None:
    page = view_of("touchpoints", "title: A\nstages: [{name: S, touchpoints: T}, {name: S, id: s2, touchpoints: R}]\n")
    assert (_texts(page, "T"), _texts(page, "R")) == ([["S"], []], [[], ["S"]])
