"""The flow with Graphviz and without it, and as DOT."""

import re
import shutil
from pathlib import Path

import pytest

from cjm_cli import graphviz_layout
from cjm_cli.graphviz_layout import BROKEN, MISSING, TOO_SLOW, layout_text, placement_of, with_graphviz
from cjm_cli.page.figures import Flow, Node, Way
from cjm_cli.page.page import Page
from cjm_cli.page.placement import Link, Size

SETTINGS = "extends: minimal\n"
BRANCHED = """\
title: Branched
steps:
  - {name: Ask, next: [{to: pay, when: Yes, share: 60%}, {to: think, when: No}]}
  - {name: Think, next: ask}
  - {name: Pay}
"""
PLAIN = "title: Plain\nsteps: [{name: Ask}, {name: Pay}]\n"
PAGE = Page(
    "id",
    "Title",
    "",
    "en",
    (Flow("", (Node("A"), Node("B"), Node("C")), (Way(0, 1), Way(1, 2), Way(0, 2, "Yes"), Way(2, 1, "Again"))),),
)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A program of the name of Graphviz's that runs a line of shell."""

    def made(line: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "dot").write_text(f"#!/bin/sh\n{line}\n")
        (folder / "dot").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    return made


def test_without_graphviz_it_is_drawn_and_one_line_says_how_to_get_it(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": BRANCHED, "b.journey.yaml": BRANCHED})
    drawn = cjm("render", "--view", "flow", "-f", "svg", env={"PATH": str(folder)})
    assert (drawn.returncode, drawn.stdout) == (0, "dist/a.flow.svg\ndist/b.flow.svg\n")
    assert drawn.stderr == f"{MISSING}.\nDrew 2 journeys in 2 files.\n"


def test_a_plain_sequence_asks_nobody(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": PLAIN})
    drawn = cjm("render", "--view", "flow", "-f", "svg", env={"PATH": str(folder)})
    assert drawn.stderr == "Drew 1 journey in 1 file.\n"


def test_a_drawing_is_for_the_flow_alone_in_dot(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": BRANCHED})
    assert cjm("render", "-f", "dot").stderr == 'error: format "dot" is only for the view "flow"; add --view flow\n'
    assert not (folder / "dist").exists()
    drawn = cjm("render", "-f", "dot", "-f", "md", "--view", "flow", "--view", "brief")
    assert drawn.returncode == 0
    assert sorted(path.name for path in (folder / "dist").iterdir()) == ["a.brief.md", "a.flow.dot", "a.flow.md"]


def test_dot_has_generated_names_and_quoted_words(cjm, write) -> None:
    write({"cjm.yaml": SETTINGS, "a.journey.yaml": BRANCHED.replace("name: Think", "id: think, name: '\"]; x'")})
    text = cjm("render", "-f", "dot", "--view", "flow", "-o", "-").stdout
    assert 'n2 [label="\\"]; x", shape=box];' in text
    assert 'n1 -> n3 [label="Yes\\n60 %"];' in text
    assert "n2 -> n1 [style=dashed];" in text
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert set(re.findall(r"[A-Za-z]\w*", bare)) <= {
        *("digraph", "graph", "node", "edge", "n0", "n1", "n2", "n3", "n4", "label", "labelloc", "t", "rankdir", "LR"),
        *("fontname", "fontsize", "shape", "box", "hexagon", "style", "dashed", "fillcolor", "fontcolor"),
    }


# Graphviz as a program


def test_what_graphviz_is_asked_holds_no_word_of_the_user() -> None:
    text = layout_text([Size(100, 40)] * 3, [Link(0, 1), Link(1, 2, Size(60, 20)), Link(2, 0)])
    words = set(re.findall(r"[A-Za-z]\w*", text))
    assert {word for word in words if not re.fullmatch(r"[ne]\d+", word)} == {
        *("digraph", "graph", "node", "edge", "rankdir", "LR", "nodesep", "ranksep", "shape", "box"),
        *("fixedsize", "true", "label", "arrowhead", "none", "width", "height", "tailport", "headport", "w", "s"),
    } | ({"e"} & words)


@pytest.mark.parametrize(
    ("line", "told"),
    [("echo nonsense", BROKEN), ("exit 3", BROKEN), ("echo graph 1 2", BROKEN), ("echo graph 1 2 3", BROKEN)],
)
def test_a_graphviz_that_fails_is_done_without(fake, line, told) -> None:
    fake(line)
    assert with_graphviz(PAGE) == (PAGE, told)


def test_a_graphviz_that_does_not_end_is_ended(fake, monkeypatch) -> None:
    fake("exec sleep 100")
    monkeypatch.setattr(graphviz_layout, "TIME_LIMIT", 0.2)
    assert with_graphviz(PAGE) == (PAGE, TOO_SLOW)


@pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz")
def test_graphviz_places_every_box_and_every_way() -> None:
    page, told = with_graphviz(PAGE)
    (flow,) = [block for block in page.blocks if isinstance(block, Flow)]
    assert told == ""
    assert flow.placement is not None
    assert (len(flow.placement.boxes), len(flow.placement.routes)) == (3, 4)
    assert [route.label is not None for route in flow.placement.routes] == [False, False, True, True]
    assert with_graphviz(PAGE)[0] == page


def test_its_coordinates_become_ours_upside_down() -> None:
    plain = (
        'graph 1 4 2\nnode n0 0.5 1.5 1 0.5 "" solid box black lightgrey\nnode n1 3.5 0.5 1 0.5 "" solid box black lightgrey\n'
        "edge n0 n1 4 1 1.5 2 1.5 2 0.5 3 0.5 solid black\nstop\n"
    )
    placed = placement_of(plain, [Size(72, 36), Size(72, 36)], [Link(0, 1)])
    assert placed.boxes == ((0, 18), (216, 90))
    assert placed.routes[0].d == "M72,36C144,36 144,108 216,108"
    assert (placed.width, placed.height) == (288, 144)
