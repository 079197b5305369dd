"""What holds for every view: it draws in every format, the same every time, and no text of a map is ever markup."""

import re
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from cjm_cli import formats, plugins, views
from cjm_cli.page.layout import lay_out
from cjm_cli.page.scene import TextLine

VIEWS = plugins.names(views)
FORMATS = plugins.names(formats)

CATALOGUE = """\
name: Shoe shop
channels:
  - {id: web, name: Web shop, kind: digital}
  - {id: chat, name: Live chat, kind: human}
  - {id: home, name: At home, kind: physical}
touchpoints:
  - {id: page, name: Product page, channel: web, owner: web-team}
  - {id: checkout, name: Checkout, channel: web, owner: web-team}
  - {id: helpdesk, name: Service chat, channel: chat}
teams: [{id: web-team, name: Web team}]
"""
JOURNEY = """\
title: Buying running shoes
persona: rina
state: current
basis: research
status: draft
scenario: Her shoes are worn out
goal: Run again within a week
trigger: Her knee aches
outcome: She runs in new shoes
objective: Decide what the checkout team changes
owner: web-team
reviewed: 2026-05-12
stages:
  - name: Choosing
    goal: Be sure about the size
    steps:
      - id: find-size
        name: Looks for her size
        action: Measures her foot
        touchpoints: page
        channels: web
        emotion: {score: -1, feeling: frustrated, reason: No chart}
        pain_points: {id: charts, text: Missing size charts, severity: 4}
        frontstage: {text: Shows the chart, team: web-team}
        next:
          - {to: ask, when: No chart, share: 40%}
          - {to: pay, when: Chart found, share: 60%}
      - id: ask
        name: Asks in the chat
        action: Types her question
        kind: communication
        touchpoints: helpdesk
        emotion: 0.5
        frontstage: {text: Answers within a minute, actor: Agent}
        support: {text: Supplies charts, actor: Brands}
        next: find-size
  - name: Paying
    steps:
      - id: pay
        name: Sees the real total
        action: Reads two lines of fees
        kind: decision
        touchpoints: checkout
        emotion: {score: -2, feeling: angry, basis: observed}
        moment_of_truth: {reason: Three in eight leave here, importance: 5}
        quotes: {text: They waited until I was done typing, source: Customer}
        pain_points: {id: fees, text: Hidden fees, severity: 5, cause: The address is known late}
        opportunities:
          - {text: Show fees beside the price, addresses: fees, owner: web-team, impact: 5, effort: 2, status: planned}
          - {text: A chart for every model, addresses: charts, impact: 4, effort: 3}
        backstage: {text: Works out the fee, team: web-team, system: Order system}
        failures: {text: Fee service is down, recovery: Flat fee, owner: web-team}
      - {id: wait, name: Waits for the parcel, kind: wait, wait: 3 days, touchpoints: {name: Parcel, channel: home}, emotion: 1}
"""
PERSONA = """\
name: Rina Costa
role: Runs three times a week
summary: Has wide feet, so size is her first question.
quote: A bad shoe hurts.
goals: [The right width, One price]
needs: [Sizes in centimetres]
behaviours: [Orders two sizes]
pain_points: [Fees that appear at the end]
channels: [web]
demographics: {age: 34}
basis: research
owner: web-team
"""
FILES = {"cjm.yaml": CATALOGUE, "rina.persona.yaml": PERSONA}

HOSTILE = [
    "<script>alert(1)</script>",
    "</svg></style></title>",
    '\\" onload=\\"alert(1)',
    "]]> & &amp; <b>bold</b>",
    "back\\\\slash \\\\n \\\\l {record|label} \\\\",
    "line\\nbreak\\r\\ntwo",
    "\\u202eright to left",
    "größe 鞋 👨‍👩‍👧‍👦 שלום",
    "W" * 60,
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("format_", ["md", "svg"])
def test_a_small_journey_is_drawn_as_it_was(view_of, golden, view, format_) -> None:
    page = view_of(view, JOURNEY, FILES)
    golden(f"{view}.{format_}", plugins.load(formats, format_).encode(page).decode())


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_journey_makes_the_same_bytes(view_of, view, format_) -> None:
    encode = plugins.load(formats, format_).encode
    assert encode(view_of(view, JOURNEY, FILES)) == encode(view_of(view, JOURNEY, FILES))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "journey", ["title: Nothing\n", "title: A\nstages: [{name: B}]\n", "title: A\nsteps: [{name: B}]\n"]
)
def test_a_journey_that_says_little_is_drawn(view_of, view, journey) -> None:
    page = view_of(view, f"persona: {{name: Rina}}\n{journey}")
    for format_ in FORMATS:
        assert plugins.load(formats, format_).encode(page)


class _Tags(HTMLParser):
    """The names of elements and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(view_of, view, text) -> None:
    quoted = JOURNEY
    for said in (
        "Sees the real total",
        "Hidden fees",
        "Works out the fee",
        "Chart found",
        "Asks in the chat",
        "Choosing",
    ):
        quoted = quoted.replace(said, f'"{text}"')
    page = view_of(view, quoted, {**FILES, "rina.persona.yaml": PERSONA.replace("The right width", f'"{text}"')})
    root = ElementTree.fromstring(plugins.load(formats, "svg").encode(page))
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {
        *("svg", "title", "desc", "style", "rect", "circle", "polygon", "path", "text")
    }
    html = plugins.load(formats, "html").encode(page).decode()
    tags = _Tags(html)
    assert html.count("<script") == 1, "our own"
    assert not {name for name in tags.attributes if name.startswith("on")}


@pytest.mark.parametrize("view", VIEWS)
def test_every_sign_that_a_page_shows_is_on_it(view_of, view) -> None:
    html = plugins.load(formats, "html").encode(view_of(view, JOURNEY, FILES)).decode()
    shown = set(re.findall(r'<use href="#([^"]+)"', html))
    assert shown <= set(re.findall(r' id="([^"]+)"', html))


@pytest.mark.parametrize("view", VIEWS)
def test_every_line_stays_on_the_drawing(view_of, view) -> None:
    scene = lay_out(view_of(view, JOURNEY, FILES))
    lines = [shape for shape in scene.shapes if isinstance(shape, TextLine)]
    assert lines
    assert [line.text for line in lines if not 0 < line.y < scene.height or line.x + line.room > scene.width] == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_says_whose_it_is_and_names_itself(view_of, view) -> None:
    page = view_of(view, JOURNEY, FILES)
    assert page.description
    assert ("Rina Costa" if view == "persona" else "Buying running shoes") in page.title
    for format_ in ("html", "md", "svg"):
        assert "Rina Costa" in unescape(plugins.load(formats, format_).encode(page).decode())


def test_pages_of_one_journey_have_ids_of_their_own(view_of) -> None:
    assert len({view_of(view, JOURNEY, FILES).id for view in VIEWS}) == len(VIEWS)
