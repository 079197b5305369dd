"""The brief shows what is worst and what is best, and leaves out the rest."""

import pytest

from cjm_cli.page.figures import Card, Cards
from cjm_cli.page.page import Page

STEPS = "title: A\nsteps:\n"


def _cards(page: Page, word: str) -> tuple[Card, ...]:
    return next((block.cards for block in page.blocks if isinstance(block, Cards) and word in block.title), ())


def _titles(page: Page, word: str) -> list[str]:
    return [card.title for card in _cards(page, word)]


@pytest.mark.parametrize(
    ("steps", "worst"),
    [
        ("- {name: B, emotion: -1}\n- {name: C, emotion: -2}\n- {name: D, emotion: 1}", ["C", "B"]),
        ("- {name: B, emotion: -1}\n- {name: C, emotion: -1, pain_points: {text: P, severity: 3}}", ["C", "B"]),
        (
            "- {name: B, emotion: -1}\n- {name: C, emotion: -1}\n- {name: D, emotion: -2}\n- {name: E, emotion: -1}",
            ["D", "B", "C"],
        ),
        ("- {name: B, emotion: 0}\n- {name: C, emotion: 2}", []),
        ("- {name: B, pain_points: P}\n- {name: C}", ["B"]),
        ("- {name: B, emotion: [2, -2]}\n- {name: C, emotion: -0.5}", ["C"]),
    ],
)
def test_the_worst_moments_are_those_of_the_lowest_scores_then_of_the_gravest_pain(view_of, steps, worst) -> None:
    assert _titles(view_of("brief", f"{STEPS}{steps}"), "worst") == worst


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (1, "The worst moment"),
        (2, "The two worst moments"),
        (3, "The three worst moments"),
        (5, "The three worst moments"),
    ],
)
def test_the_heading_counts_them(view_of, count, title) -> None:
    page = view_of("brief", STEPS + "".join(f"- {{name: B{i}, emotion: -1}}\n" for i in range(count)))
    assert [block.title for block in page.blocks if isinstance(block, Cards)] == [title]


def test_opportunities_come_by_impact_then_effort_and_those_that_are_over_do_not_come(view_of) -> None:
    page = view_of(
        "brief",
        f"{STEPS}- name: B\n  opportunities:\n"
        "  - {text: small, impact: 1, effort: 1}\n  - {text: dear, impact: 5, effort: 5}\n"
        "  - {text: cheap, impact: 5, effort: 1}\n  - {text: done, impact: 5, effort: 1, status: done}\n"
        "  - {text: rejected, impact: 5, status: rejected}\n  - unknown\n",
    )
    assert _titles(page, "best") == ["cheap", "dear", "small", "unknown"]


def test_an_opportunity_says_who_owns_it_and_what_it_answers(view_of) -> None:
    page = view_of(
        "brief",
        f"{STEPS}- name: B\n  pain_points: {{id: fees, text: Hidden fees}}\n  opportunities:\n"
        "  - {text: Show fees, addresses: fees, owner: web, impact: 5, effort: 2}\n  - Nobody's\n",
        {"cjm.yaml": "teams: [{id: web, name: Web team}]\n"},
    )
    owned, orphan = _cards(page, "best")
    assert (owned.label, orphan.label) == ("Web team", "No owner yet")
    assert [item.text for item in owned.items] == ["impact 5 · effort 2", "Answers: Hidden fees"]


def test_what_a_stage_says_as_a_whole_counts_as_well(view_of) -> None:
    page = view_of(
        "brief", "title: A\nstages:\n- {name: S, opportunities: Own, steps: [{name: B, opportunities: Its}]}\n"
    )
    assert _titles(page, "best") == ["Own", "Its"]
