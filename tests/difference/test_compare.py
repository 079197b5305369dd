"""What is told of two versions, beyond the cases that are written as files."""

from collections import Counter

import pytest

from cjm_cli.difference.compare import compare
from cjm_cli.difference.difference import Impact, Kind
from cjm_cli.difference.sorts import JOURNEY, PERSONA, PROJECT, STAGE, STEP
from cjm_cli.difference.version import Version, mentioned
from cjm_cli.difference.words import counts, shortened
from cjm_cli.model import Journey, Persona, Project, Stage, Step
from cjm_cli.model.references import Target

WITH_STORE = {"cjm.yaml": "channels: [{id: web, name: Web}, {id: store, name: Our store}]\n"}
WITHOUT = {"cjm.yaml": "channels: [{id: web, name: Web}]\n"}


def test_files_that_did_not_change_count_where_something_is_gone(side) -> None:
    untouched = side("a", {"b.journey.yaml": "title: B\nstages: [{name: C, channels: [store]}]\n"})
    old, new = side("old", WITH_STORE), side("new", WITHOUT)
    assert [change.impact for change in compare(old, new).changes] == [Impact.MINOR]

    def mentions(keys):
        return mentioned(old.project, [*old.loaded, *untouched.loaded], keys)

    [change] = compare(Version("old", old.project, old.loaded, mentions), new).changes
    assert (change.impact, change.reason) == (Impact.MAJOR, "another refers to it")


def test_nobody_is_asked_who_refers_to_it_when_nothing_is_gone(side) -> None:
    def mentions(keys):
        raise AssertionError(keys)

    old, new = side("old", WITHOUT), side("new", WITH_STORE)
    [change] = compare(Version("old", old.project, old.loaded, mentions), new).changes
    assert change.kind is Kind.ADDED


def test_a_channel_is_referred_to_by_its_name_as_well(side) -> None:
    version = side("a", {"b.journey.yaml": "title: B\nstages: [{name: C, channels: [Our store, our-store]}]\n"})
    key = (Target.CHANNEL, "our-store")
    assert mentioned(version.project, version.loaded, frozenset({key})) == Counter({key: 2})


def test_what_a_journey_defines_itself_it_does_not_refer_to_elsewhere(side) -> None:
    text = "title: B\nstages: [{name: C, pain_points: D, opportunities: {text: E, addresses: [d, f]}}]\n"
    version = side("a", {"b.journey.yaml": text})
    keys = frozenset({(Target.PAIN_POINT, "d"), (Target.PAIN_POINT, "f")})
    assert mentioned(version.project, version.loaded, keys) == Counter({(Target.PAIN_POINT, "f"): 1})


def test_places_are_those_of_each_side(side) -> None:
    before = "title: B\nstages:\n- name: C\n  steps:\n  - name: D\n    emotion: 1\n- name: E\n"
    after = "title: B\nstages:\n- name: E\n- name: C\n  steps:\n  - name: D\n    emotion: 2\n"
    moved, changed = compare(side("a", {"b.journey.yaml": before}), side("b", {"b.journey.yaml": after})).changes
    assert (moved.kind, moved.old.route, moved.new.route) == (Kind.MOVED, ("stages", 1), ("stages", 0))
    assert changed.within == ("C",)
    assert [changed.old.location.span.line, changed.new.location.span.line] == [6, 7]
    assert changed.new.route == ("stages", 1, "steps", 0, "emotion")
    assert changed.new.location.logical == "stages[c] › steps[d] › emotion"


def test_a_thousand_steps_of_a_thousand_others_come_to_an_end(side) -> None:
    before = "".join(f"- {{name: Step {number}, thoughts: Thought of {number}}}\n" for number in range(1000))
    after = "".join(f"- {{name: Deed {number}, thoughts: Idea of {number}}}\n" for number in reversed(range(1000)))
    versions = [side("a", {"b.journey.yaml": f"title: B\nsteps:\n{text}"}) for text in (before, after)]
    assert compare(*versions).changes


@pytest.mark.parametrize(
    ("sort", "kind"), [(JOURNEY, Journey), (STAGE, Stage), (STEP, Step), (PERSONA, Persona), (PROJECT, Project)]
)
def test_every_list_is_compared_item_by_item_but_settings_and_feelings(sort, kind) -> None:
    whole = {"emotion", "include", "exclude", "extends", "overrides"}
    lists = {field.alias or name for name, field in kind.model_fields.items() if field.default == ()}
    assert lists - whole <= set(sort.parts)
    assert not whole & set(sort.parts)


def test_counts_are_said_in_words(side) -> None:
    old = side("a", {"b.journey.yaml": "title: B\nstages: [{name: C}, {name: D}]\n"})
    new = side("b", {"b.journey.yaml": "title: E\nstages: [{name: C}]\n"})
    assert counts(compare(old, new).changes) == "1 major and 1 wording change"
    assert counts(()) == "no changes"
    assert shortened("word " * 40) == f"{'word ' * 15}word…"
