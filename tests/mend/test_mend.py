"""Fixes are made together, in any style of YAML, and not at all where they would do harm."""

import pytest

from cjm_cli.finding import Safety

JOURNEY = """\
title: Buying shoes
stages:
  - name: Awareness
    touchpoints: Instagram ad
    emotion: curious
"""


def _texts(mended):
    return {path.name: rewrite.new.decode() for path, rewrite in mended.files.items()}


def test_safe_fixes_are_made_without_those_that_leave_something_to_write(mend_in):
    text = _texts(mend_in({"a.journey.yaml": JOURNEY}, Safety.SAFE))["a.journey.yaml"]
    assert text == JOURNEY.replace("stages:", "basis: hypothesis\nstages:")


def test_stubs_are_told_as_placeholders_so_that_nobody_forgets_them(mend_in):
    mended = mend_in({"a.journey.yaml": JOURNEY}, Safety.UNSAFE)
    stubs = _texts(mended)["a.journey.yaml"].count("TODO")
    assert stubs == sum(finding.rule == "placeholder-text" for finding in mended.session.findings) > 0


def test_a_fix_that_reveals_other_findings_leads_to_their_fixes(mend_in):
    broken = JOURNEY.replace("touchpoints", "touchponts").replace("title: ", "titel: ")
    text = _texts(mend_in({"a.journey.yaml": broken}, Safety.SAFE))["a.journey.yaml"]
    assert text == JOURNEY.replace("stages:", "basis: hypothesis\nstages:")


STYLES = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "old mac": lambda text: text.replace("\n", "\r"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no last line break": lambda text: text.removesuffix("\n"),
    "comments": lambda text: text.replace("\n", " # as told\n"),
    "a document mark": lambda text: f"%YAML 1.2\n---\n{text}...\n",
    "blank lines": lambda text: text.replace("\n", "\n\n"),
}


@pytest.mark.parametrize("style", STYLES)
def test_what_is_not_mended_stays_as_it_is_byte_for_byte(style, mend_in):
    given = STYLES[style](JOURNEY)
    mended = _texts(mend_in({"a.journey.yaml": given}, Safety.SAFE))["a.journey.yaml"]
    line = "basis: hypothesis"
    assert line in mended
    left = mended.replace(f"{line}\r\n", "").replace(f"{line}\n", "").replace(f"{line}\r", "")
    assert left == given


FLOW = {
    "{title: Buying shoes, stages: [{name: Awareness, touchpoints: ad, emotion: calm}]}": ", basis: hypothesis}",
    "{title: Buying shoes, stages: [{name: Awareness, touchpoints: ad, emotion: calm}],}": ", basis: hypothesis,}",
    '{"title": "Buying shoes", "stages": [{"name": "Awareness", "touchpoints": "ad", "emotion": "calm"}]\n}': (
        ", basis: hypothesis\n}"
    ),
}


@pytest.mark.parametrize(("given", "end"), FLOW.items())
def test_brackets_are_extended_inside(given, end, mend_in):
    assert _texts(mend_in({"a.journey.yaml": given}, Safety.SAFE))["a.journey.yaml"].endswith(end)


SHARED = {
    "an anchored value": "title: Shoes\nowner: &o flat\nstate: &s curent\nstages: [{name: A}]\n",
    "an alias": "x-state: &s curent\ntitle: Shoes\nstate: *s\nstages: [{name: A}]\n",
    "a merge": "x-base: &b {state: curent}\ntitle: Shoes\n<<: *b\nstages: [{name: A}]\n",
    "an anchored list": "title: Shoes\nstages: &all\n  - {nam: A}\n",
    "a tagged value": "title: Shoes\nstate: !!str curent\nstages: [{name: A}]\n",
    "a folded text": "title: Shoes\nstate: >-\n  curent\nstages: [{name: A}]\n",
}


@pytest.mark.parametrize("text", SHARED.values(), ids=SHARED)
def test_what_other_places_share_keeps_its_finding_and_gets_no_fix(text, mend_in):
    mended = mend_in({"a.journey.yaml": text})
    assert not mended.files
    soundness = [finding for finding in mended.session.findings if finding.rule in ("unknown-choice", "unknown-field")]
    assert soundness
    assert not any(finding.fix for finding in soundness)


def test_a_fix_that_breaks_another_file_is_not_made(mend_in):
    """A future map answers the pain points of today's, which it names by their ids."""
    today = JOURNEY + "    pain_points: {id: Late_Fee, text: The fee comes as a surprise, accepted: It is the law}\n"
    future = (
        "title: Shoes, as it shall be\nstate: future\nbased_on: today\n" + JOURNEY.partition("\n")[2]
        + "    opportunities: {text: Show it early, addresses: Late_Fee, owner: Web team}\n"
    )  # fmt: skip
    mended = mend_in({"today.journey.yaml": today, "b.journey.yaml": future}, rule="id-not-kebab-case")
    assert not mended.files


def test_one_fix_that_does_harm_does_not_hold_up_the_others(mend_in):
    today = (
        JOURNEY.replace("name: Awareness", "name: Awareness\n    id: A_W")
        + "    pain_points: {id: Late_Fee, text: The fee comes as a surprise, accepted: It is the law}\n"
    )
    future = (
        "title: Shoes, as it shall be\nstate: future\nbased_on: today\n" + JOURNEY.partition("\n")[2]
        + "    opportunities: {text: Show it early, addresses: Late_Fee, owner: Web team}\n"
    )  # fmt: skip
    mended = mend_in({"today.journey.yaml": today, "b.journey.yaml": future}, rule="id-not-kebab-case")
    assert _texts(mended) == {"today.journey.yaml": today.replace("A_W", "a-w")}


def test_an_id_is_not_renamed_to_one_that_is_taken(mend_in):
    twice = JOURNEY + "  - {id: Awareness, name: More of it, touchpoints: ad, emotion: calm}\n"
    assert not mend_in({"a.journey.yaml": twice}, rule="id-not-kebab-case").files


def test_a_typo_that_may_mean_two_things_is_left_to_its_author(mend_in):
    journey = JOURNEY.replace("title: Buying shoes", "title: Buying shoes\npersona: rino")
    personas = {"rina.persona.yaml": "name: Rina\n", "rona.persona.yaml": "name: Rona\n"}
    assert mend_in({"a.journey.yaml": journey, "rina.persona.yaml": "name: Rina\n"}, rule="unknown-persona").files
    assert not mend_in({"a.journey.yaml": journey, **personas, "rine.persona.yaml": ""}, rule="unknown-persona").files


def test_settings_in_toml_are_not_edited(mend_in):
    settings = '[tool.cjm]\nname = "Shop"\ntouchpoints = [{id = "Web_Shop", name = "Web shop"}]\n'
    mended = mend_in({"pyproject.toml": settings, "a.journey.yaml": JOURNEY}, rule="id-not-kebab-case")
    assert not mended.files


def test_the_last_entry_of_a_baseline_may_go(mend_in):
    entry = 'baseline: 1\nfindings:\n  stage-without-emotion:\n    "a/stages[awareness]/name": 1\n'
    mended = mend_in({".cjm-baseline.yaml": entry, "a.journey.yaml": JOURNEY}, rule="unused-baseline-entry")
    assert _texts(mended) == {".cjm-baseline.yaml": "baseline: 1\n"}


def test_mistakes_in_the_settings_are_mended_too(mend_in):
    mended = mend_in({"cjm.yaml": "chanels: [{id: web, name: Web}]\n", "a.journey.yaml": JOURNEY}, rule="unknown-field")
    assert _texts(mended) == {"cjm.yaml": "extends: strict\nchannels: [{id: web, name: Web}]\n"}
    assert not mended.session.unusable
