"""Each mistake is one finding, at the nearest place that exists, in words that help."""

from typing import Any

import pytest

from cjm_cli.finding import Finding
from cjm_cli.model import Journey, validate
from cjm_cli.model.base import Model
from cjm_cli.model.schema import KINDS
from cjm_cli.source import read

EMPTY_TEXT = "write a text, or remove the key"
EMPTY = "write a value, or remove the key"
PLAIN = "write it without quotes or unit"

# The snippet; then for each finding rule, line, column, message and help, the list of known fields cut off.
JOURNEYS: list[tuple[str, list[tuple[str, int, int, str, str]]]] = [
    # fields that are not known, or missing
    ("title: A\ngaol: B", [("unknown-field", 2, 1, 'unknown field "gaol"', 'did you mean "goal"?')]),
    ("title: A\nzzz: B", [("unknown-field", 2, 1, 'unknown field "zzz"', "")]),
    ("title: A\n1: B", [("unknown-field", 2, 1, 'unknown field "1"', "")]),
    ("title: A\nX-own: B", [("unknown-field", 2, 1, 'unknown field "X-own"', 'did you mean "x-own"?')]),
    ("title: A\nscope: {inside: B}", [("unknown-field", 2, 9, 'unknown field "inside"', "")]),
    ("titel: A", [("unknown-field", 1, 1, 'unknown field "titel"', 'did you mean "title"?')]),
    ("goal: A", [("missing-field", 1, 1, '"title" is missing', 'add "title: …"')]),
    ("persona: {role: B}\ntitle: A", [("missing-field", 1, 1, '"name" is missing', 'add "name: …"')]),
    ("title: A\nstages:\n  - goal: B", [("missing-field", 3, 5, '"name" is missing', 'add "name: …"')]),
    ("title: A\nstages:\n  - nmae: B", [("unknown-field", 3, 5, 'unknown field "nmae"', 'did you mean "name"?')]),
    (
        "title: A\nsteps:\n  - kind: wait",
        [("missing-field", 3, 5, 'an item of "steps" needs "name" or "action"', "add one of them")],
    ),
    (
        "title: A\nmetrics: {value: 3}",
        [("missing-field", 2, 10, '"metrics" needs "id", "name" or "kind"', "add one of them")],
    ),
    (
        "zzz: A\nstages: [{nme: B}]",
        [
            ("unknown-field", 1, 1, 'unknown field "zzz"', ""),
            ("missing-field", 1, 1, '"title" is missing', 'add "title: …"'),
            ("unknown-field", 2, 11, 'unknown field "nme"', 'did you mean "name"?'),
        ],
    ),
    # values of another type
    ("title: [A]", [("wrong-type", 1, 8, '"title" must be a text, found a list', "")]),
    ("title: {a: b}", [("wrong-type", 1, 8, '"title" must be a text, found keys and values', "")]),
    ("title: A\ntags: [B, [C]]", [("wrong-type", 2, 11, 'an item of "tags" must be a text, found a list', "")]),
    ("title: A\nstages: B", [("wrong-type", 2, 9, '"stages" must be keys and values, found "B"', "")]),
    ("title: A\nstages: [B]", [("wrong-type", 2, 10, 'an item of "stages" must be keys and values, found "B"', "")]),
    ("title: A\nlevel: '2'", [("wrong-type", 2, 8, '"level" must be a whole number, found "2"', PLAIN)]),
    ("title: A\nlevel: 1.5", [("wrong-type", 2, 8, '"level" must be a whole number, found "1.5"', PLAIN)]),
    ("title: A\nlevel: 1_0", [("wrong-type", 2, 8, '"level" must be a whole number, found "1_0"', PLAIN)]),
    ("title: A\nlevel: true", [("wrong-type", 2, 8, '"level" must be a whole number, found "true"', PLAIN)]),
    ("title: A\ncjm: one", [("wrong-type", 2, 6, '"cjm" must be a whole number, found "one"', PLAIN)]),
    (
        f"title: A\nlevel: {'x' * 50}",
        [("wrong-type", 2, 8, f'"level" must be a whole number, found "{"x" * 40}…"', PLAIN)],
    ),
    (
        "title: A\nsteps: [{name: B, optional: yes}]",
        [("wrong-type", 2, 29, '"optional" must be true or false, found "yes"', "")],
    ),
    (
        "title: A\nevidence: {title: B, sample: [8]}",
        [("wrong-type", 2, 30, '"sample" must be a number or a text, found a list', "")],
    ),
    # one arm of a union was meant
    (
        "title: A\npersona: [rina]",
        [("wrong-type", 2, 10, '"persona" must be a persona\'s id, or keys and values, found a list', "")],
    ),
    ("title: A\npersona: {nam: B}", [("unknown-field", 2, 11, 'unknown field "nam"', 'did you mean "name"?')]),
    (
        "title: A\npersonas: [rina, {name: B, kind: robot}]",
        [
            (
                "unknown-choice",
                2,
                34,
                '"kind" cannot be "robot"',
                "allowed: customer, user, employee, patient, citizen, student, persona",
            )
        ],
    ),
    # emotions
    (
        "title: A\nsteps: [{name: B, emotion: true}]",
        [("wrong-type", 2, 28, '"emotion" must be a number, found "true"', PLAIN)],
    ),
    (
        "title: A\nsteps: [{name: B, emotion: .nan}]",
        [("wrong-type", 2, 28, '"emotion" must be a number, found ".nan"', PLAIN)],
    ),
    (
        "title: A\nsteps: [{name: B, emotion: [1, [2]]}]",
        [("wrong-type", 2, 32, 'an item of "emotion" must be keys and values, found a list', "")],
    ),
    (
        "title: A\nsteps: [{name: B, emotion: {score: low}}]",
        [("wrong-type", 2, 36, '"score" must be a number, found "low"', PLAIN)],
    ),
    (
        "title: A\nsteps: [{name: B, emotion: {by_persona: {rina: 1, tom: [1]}}}]",
        [("wrong-type", 2, 56, '"tom" must be keys and values, found a list', "")],
    ),
    (
        "title: A\nsteps: [{name: B, emotion: {by_persona: {rina: {scor: 1}}}}]",
        [("unknown-field", 2, 49, 'unknown field "scor"', 'did you mean "score"?')],
    ),
    # nothing where something is meant
    ("title:", [("wrong-type", 1, 1, '"title" is empty', EMPTY)]),
    ("title: ''", [("wrong-type", 1, 8, '"title" is empty', EMPTY_TEXT)]),
    ('title: " "', [("wrong-type", 1, 8, '"title" is empty', EMPTY_TEXT)]),
    ("title: A\ngoal:", [("wrong-type", 2, 1, '"goal" is empty', EMPTY)]),
    ("title: A\ngoal: ~", [("wrong-type", 2, 7, '"goal" is empty', EMPTY)]),
    ("title: A\nstages:", [("wrong-type", 2, 1, '"stages" is empty', EMPTY)]),
    ("title: A\npersona:", [("wrong-type", 2, 1, '"persona" is empty', EMPTY)]),
    ("title: A\ntags:\n  - B\n  -", [("wrong-type", 4, 3, 'an item of "tags" is empty', EMPTY)]),
    ("title: A\nsteps:\n  - name: B\n    emotion:", [("wrong-type", 4, 5, '"emotion" is empty', EMPTY)]),
    (
        "title: A\nsteps:\n  - name: B\n    moment_of_truth:",
        [("wrong-type", 4, 5, '"moment_of_truth" is empty', EMPTY)],
    ),
    ("title: A\nmetrics: {id: b, value: ''}", [("wrong-type", 2, 25, '"value" is empty', EMPTY)]),
    # ranges
    ("title: A\nlevel: 4", [("value-out-of-range", 2, 8, '"level" must be at most 3, found "4"', "")]),
    ("title: A\nlevel: -1", [("value-out-of-range", 2, 8, '"level" must be at least 0, found "-1"', "")]),
    ("title: A\ncjm: 0", [("value-out-of-range", 2, 6, '"cjm" must be at least 1, found "0"', "")]),
    (
        "title: A\nsteps: [{name: B, next: {to: c, share: 170%}}]",
        [("value-out-of-range", 2, 40, '"share" must be at most 100, found "170%"', "")],
    ),
    (
        "title: A\nsteps: [{name: B, pain_points: {text: c, severity: 0x10}}]",
        [("value-out-of-range", 2, 52, '"severity" must be at most 5, found "0x10"', "")],
    ),
    # choices
    (
        "title: A\nstate: curent",
        [("unknown-choice", 2, 8, '"state" cannot be "curent"', 'did you mean "current"? allowed: current, future')],
    ),
    ("title: A\nstate: no", [("unknown-choice", 2, 8, '"state" cannot be "no"', "allowed: current, future")]),
    ("title: A\nstate: [current]", [("unknown-choice", 2, 8, '"state" cannot be a list', "allowed: current, future")]),
    ("title: A\nkind: persona", [("unknown-choice", 2, 7, '"kind" cannot be "persona" here', "write journey")]),
    (
        "title: A\nlanes: [emotions]",
        [("unknown-choice", 2, 9, 'an item of "lanes" cannot be "emotions"', 'did you mean "emotion"? allowed')],
    ),
    ("title: A\nlanes: {key: doing}", [("unknown-choice", 2, 14, '"key" cannot be "doing"', "allowed")]),
    # dates and times
    (
        "title: A\nreviewed: May",
        [("wrong-type", 2, 11, '"reviewed" is not a date such as 2026-05-31, found "May"', "")],
    ),
    (
        "title: A\nreviewed: 2026",
        [("wrong-type", 2, 11, '"reviewed" is not a date such as 2026-05-31, found "2026"', "")],
    ),
    (
        "title: A\nreviewed: 2026-02-30",
        [("wrong-type", 2, 11, '"reviewed" is not a date such as 2026-05-31, found "2026-02-30"', "")],
    ),
    (
        "title: A\nreview_every: ٣ months",
        [("wrong-type", 2, 15, '"review_every" must be a time such as "6 months", found "٣ months"', "")],
    ),
    ("title: A\nreviewed: [1]", [("wrong-type", 2, 11, '"reviewed" must be a text, found a list', "")]),
    (
        "title: A\nreview_every: half a year",
        [("wrong-type", 2, 15, '"review_every" must be a time such as "6 months", found "half a year"', "")],
    ),
    # the file as a whole
    (
        "cjm: 2\ntitel: A",
        [
            (
                "newer-format",
                1,
                6,
                "format 2 is newer than 1, the newest that this version of cjm knows",
                "upgrade cjm: pip install --upgrade cjm-cli",
            )
        ],
    ),
    (
        "- A",
        [("wrong-type", 1, 1, "a journey has keys and values, but the file holds a list", 'start it with "title: "')],
    ),
    ("A", [("wrong-type", 1, 1, 'a journey has keys and values, but the file holds "A"', 'start it with "title: "')]),
    (
        "",
        [("wrong-type", 1, 1, "a journey has keys and values, but the file holds nothing", 'start it with "title: "')],
    ),
    # aliases and merge keys point to where the value was written
    ("title: A\nx-a: &a [1]\ngoal: *a", [("wrong-type", 2, 9, '"goal" must be a text, found a list', "")]),
    (
        "title: A\nx-a: &a {name: B, gaol: C}\nstages:\n  - <<: *a",
        [("unknown-field", 2, 19, 'unknown field "gaol"', 'did you mean "goal"?')],
    ),
]

OTHERS: list[tuple[str, str, list[tuple[str, int, int, str, str]]]] = [
    ("persona", "nam: A", [("unknown-field", 1, 1, 'unknown field "nam"', 'did you mean "name"?')]),
    (
        "persona",
        "A",
        [("wrong-type", 1, 1, 'a persona has keys and values, but the file holds "A"', 'start it with "name: "')],
    ),
    (
        "persona",
        "name: A\ndemographics: [34]",
        [("wrong-type", 2, 15, '"demographics" must be keys and values, found a list', "")],
    ),
    (
        "project",
        "[]",
        [
            (
                "wrong-type",
                1,
                1,
                "a project has keys and values, but the file holds a list",
                "write it as keys and values",
            )
        ],
    ),
    (
        "project",
        "rules: {flat-curve: warn}",
        [
            (
                "unknown-choice",
                1,
                21,
                '"flat-curve" cannot be "warn"',
                'did you mean "warning"? allowed: error, warning, info, off',
            )
        ],
    ),
    (
        "project",
        "limits: {depth: 500}",
        [("value-out-of-range", 1, 17, '"depth" must be at most 200, found "500"', "")],
    ),
    ("project", "feelings: {happy: good}", [("wrong-type", 1, 19, '"happy" must be a number, found "good"', PLAIN)]),
    ("project", "overrides: [{rules: {}}]", [("missing-field", 1, 13, '"files" is missing', 'add "files: …"')]),
]


@pytest.mark.parametrize(("text", "expected"), JOURNEYS, ids=[repr(text) for text, _ in JOURNEYS])
def test_a_mistake_in_a_journey_is_found(text, expected) -> None:
    assert _told(_validated("journey", text)[1]) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), OTHERS, ids=[f"{kind}: {text!r}" for kind, text, _ in OTHERS])
def test_a_mistake_in_another_file_is_found(kind, text, expected) -> None:
    assert _told(_validated(kind, text)[1]) == expected


@pytest.mark.parametrize("text", [text for text, _ in JOURNEYS], ids=repr)
def test_messages_are_of_one_form(text) -> None:
    model, findings = _validated("journey", text)
    assert model is None
    for finding in findings:
        assert finding.message[0].islower() or finding.message[0] == '"'
        assert not finding.message.endswith(".")
        assert len(f"{finding.message}{finding.help}".splitlines()) == 1


def test_the_known_fields_are_listed_as_they_are_written() -> None:
    (finding,) = _validated("journey", "title: A\nscope: {inn: B}")[1]
    assert finding.help == 'did you mean "in"? known here: in, out; keys of your own start with x-'


def test_the_place_is_told_in_words_too() -> None:
    (finding,) = _validated("journey", "title: A\nstages: [{name: Pay now, steps: [{id: go, action: B, wiat: C}]}]")[1]
    assert finding.location.logical == "stages[pay-now] › steps[go] › wiat"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("1.10", "1.10"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("true", "true"),
        ("09:30", "09:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("2026-05-12", "2026-05-12"),
        ("12e03", "12e03"),
        ("'null'", "null"),
        (".inf", ".inf"),
        ("+1", "+1"),
        ("A\n  B", "A B"),
    ],
)
def test_a_text_stays_as_it_was_written(written, text) -> None:
    assert _journey(f"title: {written}").title == text


@pytest.mark.parametrize("date", ["2026-05-12", "2026-05", "2024-02-29"])
def test_a_date_stays_as_it_was_written(date) -> None:
    assert _journey(f"title: A\nreviewed: {date}").reviewed == date


@pytest.mark.parametrize(
    ("written", "share"),
    [("70%", 70), ("70 %", 70), ("70", 70), ("12.5%", 12.5), ("'30%'", 30), ("0", 0), ("100.0", 100)],
)
def test_a_share_is_a_number_of_per_cent(written, share) -> None:
    journey = _journey(f"title: A\nsteps: [{{name: B, next: {{to: c, share: {written}}}}}]")
    assert journey.steps[0].next[0].share == share


@pytest.mark.parametrize("written", ["1 day", "6 months", "12 weeks", "1 years"])
def test_a_time_between_reviews_is_a_number_and_a_unit(written) -> None:
    assert _journey(f"title: A\nreview_every: {written}").review_every == written


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("tags: [B]", "tags: B"),
        ("stages: [{name: B}]", "stages: {name: B}"),
        ("links: [{url: B}]", "links: B"),
        ("actors: [{name: B}]", "actors: [B]"),
        ("evidence: [{title: B}]", "evidence: B"),
        ("metrics: [{id: B}]", "metrics: B"),
        ("lanes: [{key: notes}]", "lanes: notes"),
        ("personas: [{name: B}]", "personas: {name: B}"),
        ("scope: {in: [B], out: [C]}", "scope: {in: B, out: C}"),
        *(
            (f"steps: [{{name: S, {long}}}]", f"steps: [{{name: S, {short}}}]")
            for long, short in [
                ("touchpoints: [{name: B}, {name: C}]", "touchpoints: [B, C]"),
                ("thoughts: [B]", "thoughts: B"),
                ("quotes: [{text: B}]", "quotes: B"),
                ("pain_points: [{text: '1.10'}]", "pain_points: 1.10"),
                ("gains: [{text: B}]", "gains: [B]"),
                ("opportunities: [{text: B, addresses: [c]}]", "opportunities: {text: B, addresses: c}"),
                ("frontstage: [{text: B}]", "frontstage: B"),
                ("failures: [{text: B}]", "failures: [B]"),
                ("images: [{src: B}]", "images: B"),
                ("next: [{to: B}]", "next: B"),
                ("emotion: [{score: -1}]", "emotion: -1"),
                ("emotion: [{feeling: B}]", "emotion: B"),
                ("emotion: [{score: 0.5}, {feeling: B}]", "emotion: [0.5, B]"),
                ("emotion: {by_persona: {r: {score: 1}}}", "emotion: {by_persona: {r: 1}}"),
                ("moment_of_truth: {}", "moment_of_truth: true"),
                ("moment_of_truth: {reason: B}", "moment_of_truth: B"),
                ("moment_of_truth: {reason: '5'}", "moment_of_truth: 5"),
                ("optional: false", "moment_of_truth: false"),
            ]
        ),
    ],
)
def test_a_short_form_is_the_same_as_the_long_one(text, short) -> None:
    assert _journey(f"title: A\n{short}") == _journey(f"title: A\n{text}")


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("x-a: &a B\ngoal: *a", "x-a: B\ngoal: B"),
        ("x-a: &a {name: B}\nstages: [{<<: *a, goal: C}]", "x-a: {name: B}\nstages: [{name: B, goal: C}]"),
        ("stages: [&a {name: B}, *a]", "stages: [{name: B}, {name: B}]"),
    ],
)
def test_aliases_and_merge_keys_are_as_if_written_out(text, long) -> None:
    assert _journey(f"title: A\n{text}") == _journey(f"title: A\n{long}")


def test_keys_of_ones_own_are_kept_wherever_there_are_keys() -> None:
    journey = _journey(
        "title: A\nx-a: [1, {b: }]\npersona: {name: P, x-b: 2}\nscope: {x-c: 3}\n"
        "stages: [{name: S, x-d: 4, steps: [{name: T, x-e: 5, emotion: {score: 1, x-f: 6}, touchpoints: {id: u, x-g: 7}}]}]"
    )
    step = journey.stages[0].steps[0]
    owners = (journey, journey.persona, journey.scope, journey.stages[0], step, step.emotion[0], step.touchpoints[0])
    assert [key for owner in owners if isinstance(owner, Model) for key in owner.own] == [
        f"x-{letter}" for letter in "abcdefg"
    ]
    assert journey.own["x-a"] == ["1", {"b": None}]


def test_the_smallest_legal_journey_is_sound() -> None:
    journey = _journey(
        "title: Buying running shoes online\npersona: {name: Rina}\n"
        "stages:\n  - name: Awareness\n    touchpoints: Instagram ad\n    emotion: curious\n"
    )
    assert journey.stages[0].emotion[0].feeling == "curious"


def _validated(kind: str, text: str) -> tuple[Any, list[Finding]]:
    document, findings = read("a.yaml", text.encode())
    assert document is not None, findings
    return validate(document, KINDS[kind])


def _journey(text: str) -> Journey:
    model, findings = _validated("journey", text)
    assert findings == []
    assert isinstance(model, Journey)
    return model


def _told(findings: list[Finding]) -> list[tuple[str, int, int, str, str]]:
    return [(f.rule, f.location.span.line, f.location.span.column, f.message, _advice(f)) for f in sorted(findings)]


def _advice(finding: Finding) -> str:
    """The help, without long lists of all that is allowed."""
    if finding.rule == "unknown-field":
        return finding.help.partition("known here:")[0].strip()
    return finding.help if len(finding.help) < 70 else finding.help.partition(": ")[0]
