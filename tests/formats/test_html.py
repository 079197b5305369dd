"""An HTML page is one file and one real table, and no text of a map is ever anything but text."""

import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_cli.formats._html_assets import SCRIPTS
from cjm_cli.formats.html import encode
from cjm_cli.markup.html import linked, shown
from cjm_cli.page.cell import Cell, Form, Item, Moment, Tone
from cjm_cli.page.page import (
    Badge,
    Column,
    CurveLane,
    Divider,
    Fact,
    Footer,
    Grid,
    Group,
    Header,
    Lane,
    LegendEntry,
    Page,
    PersonaCard,
    Point,
    Section,
    Series,
)

ROOT = Path(__file__).parent.parent.parent
VOID = {"meta", "col", "br", "input"}
GUIDES = ((2.0, "very good"), (0.0, "neutral"), (-2.0, "very bad"))

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</td></table><h1>out</h1>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "]]><!-- -->",
    "&lt;b&gt; &amp;lt; &#x3c;",
    "{{ 7*7 }} {% include 'map.css' %} {# gone #}",
    "{{ cycler.__init__.__globals__ }}",
    "javascript:alert(1)",
    "\x00\x1b[31mred\x7f\x85",
    "abc\u202edcba\u2066x\u2028y",
    "\ud800 lone",
    "` = > < ' \"",
]


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str, **attributes: str) -> list["Element"]:
        given = {name.rstrip("_"): value for name, value in attributes.items()}
        return [e for e in self.walk() if e.tag == tag and all(e.attributes.get(n) == v for n, v in given.items())]

    def has_class(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class Tree(HTMLParser):
    """The document as elements; an end tag that does not fit is an error."""

    def __init__(self, html: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(html.decode())
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: Page) -> Element:
    return Tree(encode(page)).root


def widths(table: Element) -> list[int]:
    """How many columns each row fills, with those that rows above reach into."""
    found, reaching = [], {}
    for row in table.all("tr"):
        reaching = {column: rows - 1 for column, rows in reaching.items() if rows > 1}
        column = 0
        for cell in [*row.all("th"), *row.all("td")]:
            while column in reaching:
                column += 1
            for _ in range(int(cell.attributes.get("colspan", 1))):
                assert column not in reaching
                reaching[column] = int(cell.attributes.get("rowspan", 1))
                column += 1
        found.append(len(reaching))
    return found


def page(*blocks: object, title: str = "Title") -> Page:
    return Page("id", title, "Description", "en", blocks)  # type: ignore[arg-type]


def grid(*sizes: int, moment: Moment | None = None) -> Grid:
    """Stages of so many steps with a lane that each step fills."""
    groups = tuple(
        Group(f"g{i}", f"Stage {i}", "", (), tuple(Column(f"c{i}-{j}", f"Step {i}.{j}", (), moment) for j in range(n)))
        for i, n in enumerate(sizes)
    )
    cells = tuple((Item(f"does {group.title} {column.title}"),) for group in groups for column in group.columns)
    points = tuple(Point(index + 0.5, (-2, 0, 1.5)[index % 3], "1") for index in range(len(cells)))
    curve = CurveLane("emotion", "Feeling", (Series("", (points,)),), GUIDES, ((),) * len(sizes), cells)
    return Grid(groups, (Lane("actions", "Doing", ((),) * len(sizes), cells), curve))


def everything(text: str, *, series: str = "") -> Page:
    """A page that says `text` in every place that holds any, with every form and every sort of row."""
    number = Item(text, Form.CARD, Tone.PAIN, "1", (text, text))
    cell: Cell = (
        Item(text, details=(text,)),
        Item(text, Form.THOUGHT),
        Item(text, Form.QUOTE, details=(text,)),
        Item(text, Form.PILL, icon="digital"),
        Item(text, Form.PILL, icon="no-such-kind"),
        Item(text, Form.CARD, Tone.OPPORTUNITY, "1, 2"),
        number,
        Item(text, persona=text),
    )
    facts = (Fact(text, (text, text)), Fact("Label", (text,)))
    moment = Moment(text, 4)
    groups = (
        Group(
            "one",
            text,
            text,
            (text, text),
            (Column("a", text, (text,), moment, (text, text)), Column("b", text)),
            moment,
        ),
        Group("two", text, "", (), (Column("two", "", (), moment),)),
    )
    points = (Point(0.5, 1, text, assumed=True), Point(1.5, -2, text)), (Point(2.5, 0, text),)
    past = (Series("today", ((Point(0.5, -1, text), Point(2.5, 2, text)),)),)
    curve = CurveLane("emotion", text, (Series(series, points),), GUIDES, (cell, ()), (cell, (), cell), past)
    rows = (
        Lane("actions", text, (cell, ()), (cell, (), cell)),
        curve,
        Lane("metrics", text, ((), ()), ((), cell, ())),
        Divider(text),
        Lane(f"x-{text}", text, ((), ()), (cell, cell, cell)),
    )
    persona = PersonaCard(text, text, text, text, text, facts)
    signs = ("pain", "opportunity", "moment", "observed", "assumed", "before", "unknown")
    return Page(
        text,
        text,
        text,
        text,
        (
            Header(text, text, (Badge(text, text, ribbon=True), Badge(text)), (persona, persona), facts),
            Grid(groups, rows),
            Section(text, facts),
            Section("About", facts),
            Section(text, facts, about="one"),
            Section(text, facts, about="a"),
            Section(text, facts, about="nowhere"),
            Footer(tuple(LegendEntry(sign, text) for sign in signs), facts),
        ),
    )


def structure(document: Element) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.tag, tuple(sorted(e.attributes))) for e in document.walk() if e.tag != "a"]


PAGE = everything("Some text", series="Rina Costa")


# One file that asks nobody for anything


def test_the_policy_comes_first_and_allows_our_styles_and_our_script_and_nothing_else() -> None:
    document = parse(PAGE)
    first = next(child for child in document.all("head")[0].children if isinstance(child, Element))
    assert first.attributes["http-equiv"] == "Content-Security-Policy"
    styles = " ".join(source(style.text) for style in document.all("style"))
    (script,) = document.all("script")
    assert first.attributes["content"].split("; ") == [
        "default-src 'none'",
        f"style-src {styles}",
        f"script-src {source(script.text)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ]


def source(text: str) -> str:
    """The source of a policy that lets in this text alone."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_nothing_is_loaded_and_no_text_can_run() -> None:
    document = parse(PAGE)
    assert not {e.tag for e in document.walk()} & {"link", "img", "iframe", "object", "base", "form"}
    assert [e.attributes for e in document.all("script")] == [{}]
    for element in document.walk():
        assert not {name for name in element.attributes if name.startswith("on") or name in {"style", "src"}}
        if element.tag != "a":
            assert element.attributes.get("href", "#").startswith("#")
    for style in document.all("style"):
        assert not re.search(r"@import|https?:|url\((?!#)", style.text)


def test_the_script_is_one_strict_function_that_makes_no_markup_and_asks_nobody() -> None:
    script = parse(PAGE).all("script")[0].text
    assert script.startswith("(()=>{'use strict';\n")
    assert script.endswith("\n})();")
    forbidden = (
        "innerHTML outerHTML insertAdjacentHTML document.write eval( Function( fetch( XMLHttpRequest import( http:"
    )
    assert [word for word in forbidden.split() if word in script] == []
    assert "</" not in script
    assert "<!--" not in script


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_comments_of_the_script_stay_at_home(name: str) -> None:
    lines = (ROOT / "templates" / "script" / f"{name}.js").read_text("utf-8").splitlines()
    assert lines[0].startswith("// ")
    assert [line for line in lines if re.search(r"/\*|\*/|[^\s:'] ?//", line)] == []
    script = parse(PAGE).all("script")[0].text
    assert "//" not in script


def test_without_the_script_no_tool_is_there() -> None:
    document = parse(PAGE)
    lying = [e for template in document.all("template") for e in template.walk()]
    tools = [e for tag in ("button", "input", "select", "dialog", "search") for e in document.all(tag)]
    assert tools
    assert all(any(tool is one for one in lying) for tool in tools)
    assert not parse(page()).all("template")


def test_every_reference_within_the_page_has_its_aim() -> None:
    document = parse(PAGE)
    ids = [e.attributes["id"] for e in document.walk() if "id" in e.attributes]
    assert len(set(ids)) == len(ids)
    aims = {e.attributes["href"][1:] for tag in ("use", "a") for e in document.all(tag)}
    assert {"one", "a"} <= aims
    labels = {e.attributes["aria-labelledby"] for e in document.walk() if "aria-labelledby" in e.attributes}
    painted = set(re.findall(r"url\(#([^)]*)\)", document.all("style")[0].text))
    assert aims | labels | painted <= set(ids)


def test_the_same_page_is_the_same_bytes_in_every_process() -> None:
    code = (
        "import runpy, sys; test = runpy.run_path(sys.argv[1]); sys.stdout.buffer.write(test['encode'](test['PAGE']))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code, __file__],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {encode(PAGE)}


def test_it_is_written_from_a_zip_as_well(tmp_path: Path) -> None:
    archive = tmp_path / "cjm.zip"
    with ZipFile(archive, "w") as zipped:
        for file in (ROOT / "cjm_cli").rglob("*.py"):
            zipped.write(file, file.relative_to(ROOT))
        for file in (ROOT / "templates").rglob("*.*"):
            zipped.write(file, Path("cjm_cli/_data") / file.relative_to(ROOT))
    code = (
        "import sys; from cjm_cli.formats.html import encode; from cjm_cli.page.page import Page;"
        "sys.stdout.buffer.write(encode(Page('id', 'Title', 'Description', 'en', ())))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env={"PYTHONPATH": str(archive)}, cwd=tmp_path, stdout=subprocess.PIPE, check=True)
    assert done.stdout == encode(page())


def test_it_stays_small() -> None:
    one, two = len(encode(typical(7))), len(encode(typical(14)))
    assert (two - one) / 7 <= 1_200
    assert 2 * one - two <= 40_000


def test_beyond_a_sheet_a_step_comes_twice_for_paper() -> None:
    assert len(encode(typical(48))) - len(encode(typical(24))) <= 24 * 2 * 1_400


def typical(steps: int) -> Page:
    """A map in which every step says what people usually say of one."""
    columns = [Column(f"stage/step-{i}", f"Sees the real total {i}") for i in range(steps)]
    groups = tuple(Group(f"stages/{i}", f"Stage {i}", "Pay", (), tuple(columns[i : i + 7])) for i in range(0, steps, 7))
    none = ((),) * len(groups)
    pain = Item("Hidden fees at checkout", Form.CARD, Tone.PAIN, "1", ("severity 4 of 5",))
    opportunity = Item("Show fees beside the price", Form.CARD, Tone.OPPORTUNITY, "1", ("impact 5 · effort 2",))
    says = {
        "actions": Item("Reads two new lines of fees below the total"),
        "thoughts": Item("Where do these seven euros come from?", Form.THOUGHT),
        "touchpoints": Item("Checkout page"),
        "channels": Item("Web shop", Form.PILL, icon="digital"),
        "pain_points": pain,
        "opportunities": opportunity,
    }
    lanes = (Lane(key, key, none, ((item,),) * steps) for key, item in says.items())
    points = tuple(Point(i + 0.5, (-1, 0.5, 1)[i % 3], "1") for i in range(steps))
    words = ((Item("−1 · angry", details=("Fees appear at the end",)),),) * steps
    curve = CurveLane("emotion", "Feeling", (Series("", (points,)),), GUIDES, none, words)
    return page(Grid(groups, (*lanes, curve)))


# One real table


def test_every_row_fills_the_table() -> None:
    (table,) = parse(PAGE).all("table")
    assert set(widths(table)) == {4}


def test_heads_say_what_they_are_heads_of() -> None:
    (table,) = parse(PAGE).all("table")
    assert [len(table.all("th", scope=scope)) for scope in ("colgroup", "col")] == [2, 2]
    for row in table.all("tr"):
        cells = [child for child in row.children if isinstance(child, Element)]
        spanned = cells[0].tag == "td"
        assert spanned or cells[0].attributes["scope"] == "row"
    assert all("scope" in head.attributes and head.text.strip() for head in table.all("th"))
    assert len(table.all("caption")) == 1


def test_a_lane_with_words_of_whole_stages_has_two_rows_under_one_head() -> None:
    (table,) = parse(PAGE).all("table")
    rows = [row for row in table.all("tr") if row.attributes.get("data-lane") == "actions"]
    assert [len(row.all("th")) for row in rows] == [1, 0]
    assert rows[0].all("th")[0].attributes["rowspan"] == "2"
    assert rows[0].all("td")[0].attributes["colspan"] == "2"


def test_a_stage_without_steps_wears_its_moment_of_truth_itself() -> None:
    stages = Grid((Group("a", "Stage", "", (), (Column("a", "", (), Moment("Because", 5)),)),), ())
    (table,) = parse(page(stages)).all("table")
    assert [row.attributes["class"] for row in table.all("tr")] == ["stages"]
    (head,) = table.all("th", scope="col")
    assert head.text == "StageMoment of truthBecauseimportance 5 of 5"


def test_a_moment_of_truth_is_said_in_words() -> None:
    (table,) = parse(page(grid(2, moment=Moment("Because", 3)))).all("table")
    steps = [e.text for e in table.all("th", scope="col")]
    assert steps == ["Step 0.0Moment of truth", "Step 0.1Moment of truth"]
    assert [e.text for e in table.all("tr")[2].all("td")] == ["Becauseimportance 3 of 5"] * 2


def test_an_empty_cell_is_empty() -> None:
    (table,) = parse(PAGE).all("table")
    (metrics,) = [row for row in table.all("tr") if row.attributes.get("data-lane") == "metrics"]
    assert [bool(cell.children) for cell in metrics.all("td")] == [False, True, False]


def test_bare_steps_have_no_row_of_stages() -> None:
    bare = Grid((Group("", "", "", (), (Column("a", "A"), Column("b", "B"))),), ())
    (table,) = parse(page(bare)).all("table")
    assert [row.attributes["class"] for row in table.all("tr")] == ["steps"]


# Every text


UNSAID = {"id", "key", "form", "tone", "icon", "sign", "language", "description", "persona", "personas", "about"}


def texts(value: object) -> Iterator[str]:
    """What a page says; not its ids and the names of its parts, and not the curve, which its cells put in words."""
    if isinstance(value, Series):
        return
    if isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in {
                "id",
                "key",
                "form",
                "tone",
                "icon",
                "sign",
                "language",
                "description",
                "persona",
                "personas",
                "about",
            }:
                yield from texts(getattr(value, one.name))
    elif isinstance(value, str) and value:
        yield value


def numbered(value: object, count: Iterator[int]) -> object:
    """The same page with another text in every place."""
    if isinstance(value, tuple):
        return tuple(numbered(item, count) for item in value)
    if is_dataclass(value) and not isinstance(value, Series | Point):
        return type(value)(**{one.name: numbered(getattr(value, one.name), count) for one in fields(value)})
    return f"text{next(count)}." if value == "text" else value


def test_no_text_of_the_page_is_missing() -> None:
    whole = numbered(everything("text"), iter(range(1000)))
    assert isinstance(whole, Page)
    seen = parse(whole).text
    assert len(set(texts(whole))) > 100
    assert [text for text in texts(whole) if text not in seen] == []
    assert f'content="{whole.description}"' in encode(whole).decode()


# On paper


def test_a_map_of_fourteen_steps_is_one_table() -> None:
    document = parse(page(grid(7, 7)))
    assert len(document.all("table")) == 1
    assert not document.all("div", class_="paper")


@pytest.mark.parametrize(
    ("sizes", "parts"),
    [((7, 8), [7, 8]), ((3, 5, 2, 4, 2), [8, 8]), ((15,), [8, 7]), ((2, 24, 2), [14, 14])],
)
def test_a_wider_map_is_printed_in_parts_of_about_the_same_width(sizes: tuple[int, ...], parts: list[int]) -> None:
    document = parse(page(grid(*sizes)))
    (paper,) = document.all("div", class_="paper")
    assert paper.attributes["aria-hidden"] == "true"
    tables = paper.all("table")
    assert [set(widths(table)) for table in tables] == [{part + 1} for part in parts]
    shown_on_paper = [cell.text for table in tables for cell in table.all("td")]
    on_screen = [cell.text for cell in document.all("table")[0].all("td")]
    assert sorted(text for text in shown_on_paper if "does" in text) == sorted(t for t in on_screen if "does" in t)


def test_the_curve_on_paper_is_that_of_the_screen() -> None:
    document = parse(page(grid(10, 10, 10)))
    whole, *parts = [table.all("path", class_="run")[0].attributes["d"].split("C") for table in document.all("table")]
    assert [len(part) for part in parts] == [12, 14, 12]
    for index, part in enumerate(parts):
        # One segment more at either side leads in and out; the last beyond that is not seen.
        seen = part[1:-1] if index == 0 else part[2:-1] if index == 1 else part[2:]
        assert not set(seen) - set(whole)


def test_each_part_on_paper_draws_its_own_faces() -> None:
    document = parse(page(grid(10, 10)))
    whole, *parts = [len([e for e in table.all("g") if e.has_class("face")]) for table in document.all("table")]
    assert (whole, parts) == (20, [10, 10])
    boxes = [e.attributes["viewbox"] for e in document.all("svg", class_="plot")]
    assert boxes == ["0 0 3520 176", "0 0 1760 176", "1760 0 1760 176"]


# The curve


def test_the_curve_breaks_where_nothing_is_known_and_shows_what_is_assumed() -> None:
    (plot,) = parse(PAGE).all("svg", class_="plot")
    assert plot.attributes["aria-hidden"] == "true"
    assert [len(plot.all("path", class_=name)) for name in ("run", "bridge", "area")] == [1, 1, 1]
    assert [e.attributes["class"] for e in plot.all("g") if e.has_class("face")] == [
        "face high assumed",
        "face low",
        "face neutral",
    ]
    assert [e.attributes["transform"] for e in plot.all("g") if e.has_class("face")] == [
        "translate(88 56)",
        "translate(264 152)",
        "translate(440 88)",
    ]


def test_the_curve_of_today_lies_beneath_with_dots_and_its_name() -> None:
    (plot,) = parse(PAGE).all("svg", class_="plot")
    groups = [e for e in plot.all("g") if e.has_class("before") or e.has_class("line")]
    assert [e.attributes["class"] for e in groups] == ["before", "line s0"]
    before = groups[0]
    assert [(dot.attributes["cx"], dot.attributes["cy"]) for dot in before.all("circle")] == [
        ("88", "120"),
        ("440", "24"),
    ]
    heights = [float(e.attributes["y"]) for group in groups for e in group.all("text")]
    assert before.text.strip() == "today"
    assert all(abs(one - other) >= 14 for one, other in pairwise(sorted(heights)))


def test_curves_of_several_personas_bear_their_names_apart() -> None:
    names = ("Rina Costa", "Tom Brandt", "Rina Costa")
    series = tuple(Series(name, ((Point(0.5, 1, "+1"), Point(1.5, 1, "+1")),)) for name in names)
    lane = CurveLane("emotion", "Feeling", series, GUIDES, ((),), ((), ()))
    (plot,) = parse(page(Grid(grid(2).groups, (lane,)))).all("svg", class_="plot")
    labels = [e for e in plot.all("text") if e.has_class("series")]
    assert " ".join(label.text for label in labels) == " ".join(names)
    places = sorted(float(label.attributes["y"]) for label in labels)
    assert all(below - above >= 14 for above, below in pairwise(places))
    assert [e.attributes["class"] for e in plot.all("g") if e.has_class("line")] == ["line s0", "line s1", "line s2"]


# Text stays text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_but_the_text(text: str) -> None:
    document = parse(everything(text))
    assert structure(document) == structure(parse(everything("text")))
    assert {e.attributes["href"] for e in document.all("a")} == {"#one", "#a"}
    assert shown(text) in document.text


@given(st.text(min_size=1))
@settings(max_examples=25)
def test_no_text_changes_the_structure(text: str) -> None:
    assert structure(parse(everything(text))) == PLAIN


PLAIN = structure(parse(everything("text")))


def test_what_cannot_be_seen_is_shown_and_line_breaks_stay() -> None:
    assert shown("a\tb\nc\u202ed\x00") == "a b\nc\\u202ed\\x00"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://example.org/a?b=c&d=e#f.", ["https://example.org/a?b=c&d=e#f"]),
        ("(http://example.org), then HTTPS://EXAMPLE.ORG", ["http://example.org", "HTTPS://EXAMPLE.ORG"]),
        ("write to mailto:team@example.org!", ["mailto:team@example.org"]),
        ("javascript:alert(1)", []),
        ("data:text/html,https", []),
        ("javascript:/*https://example.org*/alert(1)", []),
        ("https://example.org\u2044evil.org https://*", []),
        ("http://[::1]:80/x https://bücher.example", ["http://[::1]:80/x", "https://bücher.example"]),
        ("ftp://example.org file:///etc/passwd //example.org", []),
        ("https:// http:///path https://[::1 mailto:nobody", []),
        ("https://user:secret@example.org", []),
        ("https://example.org\\@evil.org", []),
        ("https://exa\u202emple.org", []),
        ('https://example.org/"onclick="alert(1)', []),
        ("mailto:a@b.org?body=<script>", []),
    ],
)
def test_only_addresses_of_pages_and_mailboxes_are_links(text: str, links: list[str]) -> None:
    document = Tree(linked(text).encode()).root
    assert [link.attributes["href"] for link in document.all("a")] == links
    assert document.text == shown(text)
    assert all(link.attributes["rel"] == "noopener noreferrer" for link in document.all("a"))
