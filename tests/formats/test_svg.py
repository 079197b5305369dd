"""An SVG stands alone, is the same on every machine, and holds any text in its box."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from cjm_cli import plugins, views
from cjm_cli.commands._personas import personas_of
from cjm_cli.formats.svg import draw, encode
from cjm_cli.page.layout import lay_out
from cjm_cli.page.layout.curve import BEFORE
from cjm_cli.page.page import Page
from cjm_cli.page.palette import PALETTE
from cjm_cli.page.scene import Circle, Curve, Paint, Picture, Polygon, Rect, Scene, TextLine
from cjm_cli.page.text import measure
from cjm_cli.page.theme import Logo, Theme
from cjm_cli.session import open_session

ROOT = Path(__file__).parent.parent.parent
SVG = "{http://www.w3.org/2000/svg}"
TOLERANCE = 0.01

PageOf = Callable[[str], Page]

SMALL = """\
title: Buying running shoes
summary: How Rina buys her shoes
persona: {name: Rina Okafor, role: Runner, quote: I run to think}
state: current
basis: hypothesis
status: draft
scenario: Her shoes are worn out
goal: Run again within a week
owner: Web team
reviewed: 2026-05-12
stages:
  - name: Decision
    goal: Pay the price she saw
    steps:
      - name: Sees the total
        touchpoints: {name: Checkout, channel: Web}
        thoughts: Where do these seven euros come from?
        emotion: {score: -2, feeling: angry, reason: Fees appear at the end, basis: observed}
        moment_of_truth: Three in eight leave here
        pain_points: {id: fees, text: Hidden fees, severity: 5}
        opportunities: {text: Show fees beside the price, addresses: fees, owner: web-team}
        backstage: {text: Works out the fee, system: Order system}
      - name: Pays
        emotion: 0
  - name: Delivery
    emotion: {score: 1.5, reason: It came early}
"""

EVERY_TEXT = """\
title: "{0}"
summary: "{0}"
persona: {{name: "{0}", role: "{0}", summary: "{0}", quote: "{0}"}}
state: future
basis: hypothesis
status: archived
scenario: "{0}"
goal: "{0}"
expectations: ["{0}", "{0}"]
trigger: "{0}"
outcome: "{0}"
timeframe: "{0}"
owner: "{0}"
stages:
  - name: "{0}"
    goal: "{0}"
    duration: "{0}"
    thoughts: "{0}"
    moment_of_truth: "{0}"
    steps: &steps
      - name: "{0}"
        action: "{0}"
        actor: "{0}"
        duration: "{0}"
        wait: "{0}"
        touchpoints: [{{name: "{0}", channel: "{0}"}}]
        channels: ["{0} a", "{0} b", "{0}"]
        thoughts: ["{0}", "{0}"]
        questions: "{0}"
        needs: "{0}"
        quotes: {{text: "{0}", source: "{0}"}}
        emotion: [{{score: -2, feeling: "{0}", reason: "{0}", emoji: "{0}"}}, {{score: 2, feeling: "{0}"}}]
        pain_points: [{{text: "{0}", severity: 5, frequency: "{0}", cause: "{0}", accepted: "{0}"}}]
        gains: "{0}"
        opportunities: [{{text: "{0}", owner: "{0}", status: done, impact: 1, effort: 5, ticket: "{0}"}}]
        moment_of_truth: {{reason: "{0}", importance: 5}}
        metrics: [{{id: "{0}", name: "{0}", value: "{0}", target: "{0}", unit: "{0}", source: "{0}"}}]
        frontstage: {{text: "{0}", actor: "{0}", team: "{0}", system: "{0}"}}
        backstage: {{text: "{0}"}}
        support: "{0}"
        failures: {{text: "{0}", recovery: "{0}", owner: "{0}"}}
        barriers: "{0}"
        images: {{src: "{0}", alt: "{0}", caption: "{0}"}}
      - name: "{0}"
        emotion: 1
        opportunities: "{0}"
  - name: "{0}"
    actions: "{0}"
    emotion: 0
    moment_of_truth: true
  - name: "{0}"
    steps: *steps
"""
"""A map that says the same wherever it can say anything; for YAML's double quotes."""

HOSTILE = {
    "an end tag and a script": "</svg><script>alert(1)</script>",
    "an end of CDATA": "]]>",
    "a start of CDATA": "<![CDATA[ x ]]>",
    "a comment": "<!-- x --> -->",
    "quotes": "\\\"quoted' \\\" onload='x'",
    "an ampersand": "a & b &amp; &#x41; &nosuch;",
    "an event handler": 'x\\" onload=\\"alert(1)',
    "a template": "{{7*7}} ${7*7} <%= 7*7 %>",
    "a style": "} @import url(//x.org); {",
    "bidi overrides": "\\u202eright to left\\u202c \\u2066isolated\\u2069",
    "zero width": "\\u200ba\\u200bb\\ufeffc",
    "a soft hyphen": "Donau\\u00addampf\\u00adschiff",
    "a line separator": "one\\u2028two\\u2029three",
    "line breaks": "one\\ntwo\\r\\nthree\\tfour",
    "a word of 5,000 letters": "x" * 5000,
    "34 W": "W" * 34,
    "many short words": "a " * 400,
    "emoji families": "👨‍👩‍👧‍👦" * 12,
    "emoji": "🏃🏽‍♀️ runs 🇩🇪 home 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Arabic": "تبحث رينا عن حذاء جديد للجري قبل السباق",
    "Hebrew and Latin": "שלום (hello) עולם 12",
    "Hindi": "वह अपने जूतों के लिए सबसे अच्छी कीमत ढूँढती है",
    "Thai": "เธอกำลังมองหารองเท้าวิ่งคู่ใหม่ก่อนการแข่งขัน",
    "Japanese": "彼女はレースの前に新しいランニングシューズを探しています。「高い！」と思う",
    "Tamil": "அவள் ஒரு புதிய ஓட்டக் காலணியைத் தேடுகிறாள்",
    "German compounds": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "many accents": "Z" + "̡̢̛̀́" * 40 + " a",
    "a URL": "https://example.org/a/very/long/path/that/never/ends?query=string&another=one#and-a-fragment",
    "a private letter": "\\ue000 \\U000f0000",
    "one letter": "x",
}


@pytest.fixture
def page_of(tmp_path: Path) -> PageOf:
    """The page of a journey given as YAML."""
    return partial(_page, tmp_path)


TAGS = {"svg", "title", "desc", "style", "rect", "circle", "polygon", "path", "text"}
ATTRIBUTES = {
    *("width", "height", "viewBox", "role", "aria-labelledby", "lang", "font-family", "id"),
    *("x", "y", "rx", "cx", "cy", "r", "points", "d", "class", "fill", "stroke", "stroke-width"),
    *("stroke-linecap", "stroke-linejoin", "stroke-dasharray"),
    *("font-size", "font-weight", "font-style", "text-anchor", "textLength", "lengthAdjust"),
}


class Drawn(NamedTuple):
    """A map on the way from the page to the file."""

    scene: Scene
    content: bytes


@pytest.fixture(scope="module", params=HOSTILE.values(), ids=HOSTILE)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """A map that says a hostile text everywhere."""
    scene = lay_out(_page(tmp_path_factory.mktemp("hostile"), EVERY_TEXT.format(request.param)))
    return Drawn(scene, draw(scene).encode())


def _page(folder: Path, text: str, view: str = "journey") -> Page:
    (folder / "cjm.yaml").touch()
    (folder / "map.journey.yaml").write_text(text, "utf-8", newline="")
    (project,) = open_session([folder], None, lambda line: None).projects
    assert project.workspace is not None
    entry = next(entry for entry in project.workspace.entries if entry.source.path.name == "map.journey.yaml")
    if view == "persona":
        return plugins.load(views, view).arrange(next(personas_of(project, [entry])), project.workspace)
    return plugins.load(views, view).arrange(entry, project.workspace)


def test_a_small_map_is_drawn_as_it_was(page_of, golden) -> None:
    golden("small.svg", encode(page_of(SMALL)).decode())


def test_a_map_has_a_name_and_a_description_for_those_who_do_not_see_it(page_of) -> None:
    root = ElementTree.fromstring(encode(page_of(SMALL)))
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Buying running shoes")
    assert (description.tag, description.text) == (f"{SVG}desc", "How Rina buys her shoes")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert root.get("lang") == "en"


def test_the_journeys_id_keeps_the_ids_of_two_drawings_apart(page_of) -> None:
    first = page_of(f"id: one\n{SMALL}")
    second = page_of(f"id: two\n{SMALL}")
    assert not set(_ids(encode(first))) & set(_ids(encode(second)))


@pytest.mark.parametrize(
    "journey",
    [
        "title: Nothing yet\n",
        "title: Nothing yet\nevidence: [{title: Interviews}]\nbasis: hypothesis\n",
        "title: Bare\nstages: [{name: Only}]\n",
        "title: Steps\nsteps: [{name: One}, {action: Two}]\n",
        "title: Both\nstages: [{name: A, steps: [{name: One}]}]\nsteps: [{name: Two}]\n",
        "title: No lanes\nlanes: [x-nothing]\nstages: [{name: A}]\n",
        "title: Feelings\nlanes: [emotion]\nstages: [{name: A, emotion: unheard-of}]\n",
    ],
    ids=["nothing", "evidence", "stage", "steps", "both", "lanes", "feeling"],
)
def test_a_map_that_says_little_is_drawn(page_of, journey) -> None:
    _check_scene(lay_out(page_of(journey)))


def test_a_text_never_becomes_markup(hostile) -> None:
    elements = list(ElementTree.fromstring(hostile.content).iter())
    assert {element.tag.removeprefix(SVG) for element in elements} <= TAGS
    assert {name for element in elements for name in element.attrib} <= ATTRIBUTES


def test_what_turns_a_line_round_or_cannot_be_seen_is_shown(hostile) -> None:
    texts = "".join(map(_without_our_isolates, ElementTree.fromstring(hostile.content).itertext()))
    assert not re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", texts)


def _without_our_isolates(text: str) -> str:
    return text[1:-1] if text.startswith("\u2067") and text.endswith("\u2069") else text


def test_every_line_of_text_stays_in_its_box_on_the_page_and_off_all_others(hostile) -> None:
    _check_scene(hostile.scene)


def test_ids_are_two_and_have_no_space(hostile) -> None:
    first, second = _ids(hostile.content)
    assert first != second
    assert all(re.fullmatch(r"\S+", id_) for id_ in (first, second))


def test_colours_are_those_of_the_palette(page_of) -> None:
    elements = list(ElementTree.fromstring(encode(page_of(EVERY_TEXT.format("x")))).iter())
    used = {element.get(name) for element in elements for name in ("fill", "stroke")} - {None, "none"}
    assert used <= {shade.light for shade in PALETTE.values()}
    classes = {name for element in elements for name in (element.get("class") or "").split()}
    assert classes <= {f"{prefix}-{name}" for prefix in "fs" for name in PALETTE}


def test_every_colour_has_its_dark_counterpart_in_the_one_style(page_of) -> None:
    (style,) = ElementTree.fromstring(encode(page_of(SMALL))).iter(f"{SVG}style")
    assert style.text is not None
    assert style.text.startswith("@media (prefers-color-scheme: dark){")
    assert all(f".f-{name}{{fill:{shade.dark}}}" in style.text for name, shade in PALETTE.items())


@pytest.mark.parametrize(
    "forbidden", ["foreignObject", "dominant-baseline", "var(", "oklch", "http:", "https:", "url("]
)
def test_a_drawing_asks_for_nothing_that_some_readers_lack(page_of, forbidden) -> None:
    drawing = encode(page_of(SMALL)).decode().replace("http://www.w3.org/2000/svg", "", 1)
    assert forbidden not in drawing


def test_the_bytes_are_the_same_whatever_the_machine(tmp_path, environment) -> None:
    (tmp_path / "map.journey.yaml").write_text(EVERY_TEXT.format("Größe"), "utf-8")
    machines = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8", "LANGUAGE": "tr"},
    )
    command = [sys.executable, "-m", "cjm_cli", "render", "map.journey.yaml", "-f", "svg", "-o", "-", "--no-validate"]
    drawn = {
        subprocess.run(command, cwd=tmp_path, env=environment | machine, capture_output=True, check=False).stdout
        for machine in machines
    }
    assert len(drawn) == 1
    assert drawn.pop().startswith(b"<svg")


@pytest.mark.parametrize("columns", [1, 2, 5, 9, 14, 40])
def test_a_map_of_any_width_holds_its_texts(page_of, columns) -> None:
    steps = "".join(f"      - {{name: Step {i} of many, emotion: {i % 5 - 2}}}\n" for i in range(columns))
    _check_scene(lay_out(page_of(f"title: Wide\nstages:\n  - name: Stage\n    steps:\n{steps}")))


def test_hundreds_of_pain_points_have_numbers_that_fit(page_of) -> None:
    pains = "".join(f"      - Pain {i}\n" for i in range(300))
    _check_scene(lay_out(page_of(f"title: Pains\nstages:\n  - name: Stage\n    pain_points:\n{pains}")))


@pytest.mark.parametrize("text", ["x", "a much longer one " * 20])
def test_its_height_is_a_whole_number_that_no_program_rounds_otherwise(page_of, text) -> None:
    scene = lay_out(page_of(EVERY_TEXT.format(text)))
    assert (scene.width % 1, scene.height % 1) == (0, 0)


def test_a_text_from_right_to_left_starts_at_the_right_on_every_line(page_of) -> None:
    title = "שלום " * 12 + "hello there my friends and all others " * 2
    lines = [line for line in _lines(lay_out(page_of(f"title: {title}"))) if line.font.size == 24]
    assert len(lines) > 2
    assert {line.direction for line in lines} == {"rtl"}
    drawn = ElementTree.fromstring(encode(page_of(f"title: {title}"))).iter(f"{SVG}text")
    titles = [element for element in drawn if element.get("font-size") == "24"]
    assert {(element.get("text-anchor"), element.get("x")) for element in titles} == {("end", "368.56")}
    assert all((element.text or "")[:: len(element.text or "") - 1] == "\u2067\u2069" for element in titles)


@pytest.mark.parametrize("size", [(440, 96), (96, 440), (16, 16), (2000, 1)])
def test_a_logo_has_its_room_at_the_right_edge_and_the_states_stand_beneath_it(page_of, size) -> None:
    logo = Logo("data:image/png;base64,AAAA", *size, "Shoe shop")
    scene = lay_out(replace(page_of(SMALL), theme=Theme(logo=logo)))
    _check_scene(scene)
    (picture,) = (shape for shape in scene.shapes if isinstance(shape, Picture))
    assert picture.x + picture.width == scene.width - 24
    assert picture.height <= 44
    assert picture.width / picture.height == pytest.approx(size[0] / size[1])
    (state,) = (line for line in _lines(scene) if line.text == "Current state")
    assert state.y > picture.y + picture.height


def test_many_opportunities_that_answer_many_pain_points_fit(page_of) -> None:
    ids = ", ".join(f"p{i}" for i in range(30))
    pains = "".join(f"      - {{id: p{i}, text: Pain}}\n" for i in range(30))
    stage = f"    pain_points:\n{pains}    opportunities: {{text: All at once, addresses: [{ids}]}}\n"
    _check_scene(lay_out(page_of(f"title: Pains\nstages:\n  - name: Stage\n{stage}")))


def test_a_lanes_own_title_may_be_long(page_of) -> None:
    title = "What the customer feels and does at this very moment of the whole journey"
    lanes = "".join(f"  - {{key: {key}, title: {title}}}\n" for key in ("actions", "emotion", "backstage"))
    stage = "  - {name: A, actions: x, emotion: 1, backstage: y}\n"
    _check_scene(lay_out(page_of(f"title: Lanes\nlanes:\n{lanes}stages:\n{stage}")))


def test_curves_of_several_personas_have_their_names_beside_them(page_of) -> None:
    names = ["Rina", "Tom the second-best buyer of the whole wide world", "Ada", "Bo"]
    personas = ", ".join(f"{{name: {name}}}" for name in names)
    by_persona = ", ".join(f"{name.lower().replace(' ', '-')}: {i % 5 - 2}" for i, name in enumerate(names))
    stage = f"  - {{name: A, emotion: {{by_persona: {{{by_persona}}}}}}}\n"
    scene = lay_out(page_of(f"title: Four\npersonas: [{personas}]\nstages:\n{stage}"))
    _check_scene(scene)
    assert {"Rina", "Ada", "Bo"} <= {line.text for line in _lines(scene)}


def test_a_future_map_shows_the_curve_of_today_with_its_name_beside_it(page_of, tmp_path) -> None:
    steps = "steps: [{{name: A, emotion: {0}}}, {{name: B, emotion: {1}}}]"
    (tmp_path / "today.journey.yaml").write_text(f"title: Today\n{steps.format(-2, -1)}", "utf-8")
    scene = lay_out(page_of(f"title: Soon\nstate: future\nbased_on: today\n{steps.format(1, 2)}"))
    _check_scene(scene)
    assert {"today", "was −2 → will be +1", "How it feels today: Today"} <= {line.text for line in _lines(scene)}
    dashed = [shape for shape in scene.shapes if isinstance(shape, Curve) and shape.paint == BEFORE]
    assert len([shape for shape in dashed if "C" in shape.d]) == 1


@pytest.mark.parametrize("view", [view for view in plugins.names(views) if view != "journey"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_view_holds_any_text_in_its_box(tmp_path, view, text) -> None:
    _check_scene(lay_out(_page(tmp_path, EVERY_TEXT.format(text), view)))


class _Box(NamedTuple):
    """A rectangle round a shape."""

    left: float
    top: float
    right: float
    bottom: float
    shape: TextLine | Rect | Circle | Polygon


def _check_scene(scene: Scene) -> None:
    lines = [_around(line) for line in _lines(scene)]
    page = _Box(0, 0, scene.width, scene.height, Rect(0, 0, scene.width, scene.height, Paint()))
    assert [line for line in _lines(scene) if not _fits(line)] == []
    assert [box.shape for box in lines if not _within(box, page)] == []
    assert [(one.shape, other.shape) for one, other in _overlapping(lines)] == []
    assert _texts_under_signs(scene, lines) == []
    grounds = [_around(shape) for shape in scene.shapes if isinstance(shape, Rect)]
    assert [pair for pair in _overlapping(grounds) if not _within(*pair) and not _within(*reversed(pair))] == []


def _lines(scene: Scene) -> Iterator[TextLine]:
    return (shape for shape in scene.shapes if isinstance(shape, TextLine))


def _fits(line: TextLine) -> bool:
    alone = len(line.font.advances.clusters(line.text)) == 1
    return alone or measure(line.text, line.font) <= line.room + TOLERANCE


def _texts_under_signs(scene: Scene, lines: Sequence[_Box]) -> list[str]:
    """Texts that a sign lies on, but for numbers and initials in the middle of theirs."""
    found = []
    for one, other in _overlapping([*lines, *map(_around, _signs(scene))]):
        line, sign = (one, other) if isinstance(one.shape, TextLine) else (other, one)
        if isinstance(line.shape, TextLine) and not isinstance(sign.shape, TextLine):
            is_its_own = line.shape.align == 0.5 and line.shape.room == pytest.approx(sign.right - sign.left)
            found += [] if is_its_own else [line.shape.text]
    return found


def _overlapping(boxes: Iterable[_Box]) -> Iterator[tuple[_Box, _Box]]:
    """Every two boxes that share more than an edge, found from top to bottom."""
    under_way: list[_Box] = []
    for box in sorted(boxes, key=lambda box: box.top):
        under_way = [other for other in under_way if other.bottom > box.top + TOLERANCE]
        yield from ((other, box) for other in under_way if _abreast(other, box))
        under_way.append(box)


def _abreast(one: _Box, other: _Box) -> bool:
    return one.right > other.left + TOLERANCE and other.right > one.left + TOLERANCE


def _within(one: _Box, other: _Box) -> bool:
    return (
        one.left >= other.left - TOLERANCE
        and one.right <= other.right + TOLERANCE
        and one.top >= other.top - TOLERANCE
        and one.bottom <= other.bottom + TOLERANCE
    )


def _around(shape: TextLine | Rect | Circle | Polygon) -> _Box:
    """What a shape covers; a line of text from the height of a capital to the descenders."""
    match shape:
        case TextLine():
            width = measure(shape.text, shape.font)
            left, size = shape.x + (shape.room - width) * shape.align, shape.font.size
            return _Box(left, shape.y - 0.72 * size, left + width, shape.y + 0.2 * size, shape)
        case Rect():
            return _Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height, shape)
        case Circle():
            r = shape.radius
            return _Box(shape.x - r, shape.y - r, shape.x + r, shape.y + r, shape)
        case Polygon():
            xs, ys = zip(*shape.points, strict=True)
            return _Box(min(xs), min(ys), max(xs), max(ys), shape)


def _signs(scene: Scene) -> Iterator[Circle | Polygon]:
    """Faces, stars, numbers and portraits."""
    for shape in scene.shapes:
        if (isinstance(shape, Circle) and shape.radius > 5) or (isinstance(shape, Polygon) and len(shape.points) == 10):
            yield shape


def _ids(content: bytes) -> list[str]:
    return [id_ for element in ElementTree.fromstring(content).iter() if (id_ := element.get("id"))]
