"""A persona's page holds who they are, what they want and what it rests on, and nothing that is empty."""

from cjm_cli.page.cell import Form, Tone
from cjm_cli.page.figures import Cards
from cjm_cli.page.page import Badge, Fact, Page, Profile


def _profile(page: Page) -> Profile:
    return next(block for block in page.blocks if isinstance(block, Profile))


def _cards(page: Page) -> dict[str, list[str]]:
    decks = [block for block in page.blocks if isinstance(block, Cards)]
    return {card.title: [item.text for item in card.items] for deck in decks for card in deck.cards}


def _page(view_of, persona: str, journey: str = "title: A\n", **files: str) -> Page:
    return view_of("persona", f"persona: rina\n{journey}", {"rina.persona.yaml": persona, **files})


def test_what_is_empty_is_left_out(view_of) -> None:
    page = _page(view_of, "name: Rina\ngoals: Run\n")
    assert _cards(page) == {"Goals": ["Run"], "Journeys": ["A"]}
    assert (_profile(page).facts, _profile(page).badges) == ((), ())


def test_keys_of_ones_own_are_facts_in_plain_words(view_of) -> None:
    page = _page(view_of, "name: Rina\ndemographics: {age: 34, home_town: Porto}\nattributes: {pays: [card, cash]}\n")
    assert _profile(page).facts == (Fact("Age", ("34",)), Fact("Home town", ("Porto",)), Fact("Pays", ("card, cash",)))


def test_a_hypothesis_says_so_across_the_top(view_of) -> None:
    (badge,) = _profile(_page(view_of, "name: Rina\nbasis: hypothesis\n")).badges
    assert (badge.text, badge.ribbon) == ("Hypothesis", True)
    assert _profile(_page(view_of, "name: Rina\nbasis: research\nstatus: draft\n")).badges == (
        Badge("Based on research"),
        Badge("Draft"),
    )


def test_pain_points_say_how_bad_they_are_and_what_shows_it(view_of) -> None:
    page = _page(
        view_of, "name: Rina\npain_points: {text: Fees, severity: 4, evidence: e}\nevidence: {id: e, title: Talks}\n"
    )
    (card,) = [
        card for block in page.blocks if isinstance(block, Cards) for card in block.cards if card.tone is Tone.PAIN
    ]
    (item,) = card.items
    assert (item.text, item.form, item.details) == ("Fees", Form.BULLET, ("severity 4 of 5", "evidence: Talks"))


def test_their_journeys_are_named_and_others_are_not(view_of) -> None:
    page = _page(
        view_of,
        "name: Rina\n",
        **{"b.journey.yaml": "title: B\npersonas: [tom, rina]\n", "c.journey.yaml": "title: C\npersona: tom\n"},
        **{"tom.persona.yaml": "name: Tom\n"},
    )
    assert _cards(page)["Journeys"] == ["B", "A"]
