"""What a file says, one fact a line, however it is written."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from cjm_cli.outline import outline
from cjm_cli.source import read
from cjm_cli.source.changed import same_data

from .trees import Journey, Part, edited, journeys

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").rglob("*.yaml"))


def lines(text: str) -> list[str]:
    return outline(text.encode()).splitlines()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("title: A\nowner:  'web   team' # why\n", ["journey: A", "  owner: web team"]),
        ("kind: journey\ncjm: 1\ntitle: A\n", ["journey: A"]),
        ("title: A\nsummary: >-\n  one\n  two\n\n  three\n", ["journey: A", "  summary: one two three"]),
        ("title: A\ntags: one\n", ["journey: A", "  tag: one"]),
        ("title: A\ntags: [one]\n", ["journey: A", "  tag: one"]),
        ("title: A\nstages:\n- {id: pay-now, name: Pay now}\n", ["journey: A", "  stage: Pay now"]),
        ("title: A\nstages:\n- {id: pay, name: Pay now}\n", ["journey: A", "  stage: Pay now", "    id: pay"]),
        ("title: A\nscope: {out: [b], in: a}\n", ["journey: A", "  scope in: a", "  scope out: b"]),
        ("title: A\nowner:\n", ["journey: A", "  owner: (empty)"]),
        (
            "title: A\nx-own: {b: [1, {c: -2}], a: }\n",
            ["journey: A", "  x-own a: (empty)", "  x-own b: 1", "  x-own b c: −2"],
        ),
        ("name: Rina\ngoals: Run\nquote: Go.\n", ["persona: Rina", "  goal: Run", "  quote: Go."]),
        ("scale: {min: 1}\nrules: {flat-curve: off}\n", ["project", "  rules flat-curve: off", "  scale min: 1"]),
        ('title: "A\\u202e\\u200bb"\n', ["journey: A\\u202e\\u200bb"]),
    ],
)
def test_a_fact_is_a_line(written, told):
    assert lines(written) == told


@pytest.mark.parametrize(
    ("emotion", "told"),
    [
        ("angry", ["emotion: angry"]),
        ("-2", ["emotion: −2"]),
        ("{feeling: angry, score: -2, reason: Fees}", ["emotion: −2 angry – Fees"]),
        ("{score: 1, basis: observed, emoji: 😀, x-n: 5}", ["emotion: 1 😀 (observed)", "  emotion x-n: 5"]),
        ("[hopeful, {score: 1}]", ["emotion: hopeful", "emotion: 1"]),
        ("{by_persona: {tom: -1, rina: calm}}", ["emotion of rina: calm", "emotion of tom: −1"]),
    ],
)
def test_a_feeling_is_told_as_one_thing(emotion, told):
    found = lines(f"title: A\nstages: [{{name: B, emotion: {emotion}}}]\n")[2:]
    assert [line.removeprefix("    ") for line in found] == told


def test_the_facts_of_an_item_say_whose_they_are():
    text = "title: A\nsteps: [{name: B, pain_points: [{severity: 4, text: Fees, evidence: [x, y]}, Queue]}]\n"
    assert lines(text)[2:] == [
        "    pain point: Fees",
        "      pain point severity: 4",
        "      pain point evidence: x",
        "      pain point evidence: y",
        "    pain point: Queue",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a: [b\r\nc\x1b:\td\n", "a: [b\nc\\x1b:\td\n"),
        (b"a: \xff\n", "a: \\xff\n"),
        (b"- a\n- b", "- a\n- b\n"),
        (b"just text", "just text\n"),
        (b"", ""),
    ],
)
def test_what_is_no_mapping_is_told_as_it_stands(content, told):
    assert outline(content) == told


def test_a_conflict_is_told_in_words():
    text = "title: A\nstages:\n- name: B\n<<<<<<< ours\n  emotion: sad\n=======\n  emotion: -2\n>>>>>>> theirs\n  goal: C\n"
    assert lines(text) == [
        "journey: A",
        "  stage: B",
        "    goal: C",
        "<<<<<<< ours",
        "    emotion: sad",
        "=======",
        "    emotion: −2",
        ">>>>>>> theirs",
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_every_text_of_an_example_is_told(path):
    told = " ".join(outline(path.read_bytes()).split())
    document, _ = read("", path.read_bytes())
    assert document is not None
    missing = [text for text in _texts(document.data) if " ".join(text.replace("-", "−", 1).split()) not in told]
    missing = [text for text in missing if " ".join(text.split()) not in told]
    assert set(missing) <= {"journey"}


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        # An id that follows from a name is not told.
        return [text for key, value in data.items() if key not in ("id", "cjm") for text in _texts(value)]
    return [text for value in data for text in _texts(value)] if isinstance(data, list) else [data]


def _sorted(parts: list[Part]) -> list[Part]:
    """Other order of keys, no comments."""
    for part in parts:
        part.comment = part.trail = ""
        if isinstance(part.value, list):
            part.value = _sorted(part.value)
    return sorted(parts, key=lambda part: part.key, reverse=True) if parts and parts[0].key else parts


@settings(max_examples=100)
@given(st.data())
def test_only_what_is_said_counts(data):
    journey, names = data.draw(journeys())
    other = Journey(_sorted(deepcopy(journey.parts)))
    assert lines(journey.written()) == lines(other.written())
    changed = data.draw(edited(journey, names)).written()
    before, after = (read("", text.encode())[0] for text in (journey.written(), changed))
    assert (lines(journey.written()) == lines(changed)) == same_data(before.data, after.data)
