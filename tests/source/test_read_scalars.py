"""A plain scalar means what YAML 1.2 says; everything else is text."""

import copy
import math
import pickle

import pytest

from cjm_cli.source import Scalar, read

NUMBERS = {
    "3": 3,
    "+3": 3,
    "-3": -3,
    "012": 12,
    "0o14": 12,
    "0x1F": 31,
    "1.10": 1.1,
    "1.": 1.0,
    ".5": 0.5,
    "-.5": -0.5,
    "1e3": 1000.0,
    "1E-3": 0.001,
    "1e999": math.inf,
    ".inf": math.inf,
    "-.Inf": -math.inf,
    "true": True,
    "False": False,
    "TRUE": True,
}
TEXTS = [
    *("no", "yes", "on", "off", "y", "n", "1_000", "09:30", "1:30", "2026-01-02", "0b1", "0o8", "0xg", "1.2.3"),
    *("+", ".", "e3", "1e", "tRUE", "nUll", "inf", "nan", "٣", "½", "9" * 5000),
]


def str_of(text):
    return text[:20]


def value_of(text):
    document, findings = read("a.yaml", f"v: {text}".encode())
    assert findings == []
    return document.data["v"]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_plain_number_or_boolean_keeps_its_text_and_its_value(text):
    scalar = value_of(text)
    assert isinstance(scalar, Scalar)
    assert (scalar, scalar.value, type(scalar.value)) == (text, NUMBERS[text], type(NUMBERS[text]))


def test_not_a_number_is_a_number_too():
    assert math.isnan(value_of(".nan").value)


@pytest.mark.parametrize("text", TEXTS, ids=str_of)
def test_all_else_is_text(text):
    assert type(value_of(text)) is str
    assert value_of(text) == text


@pytest.mark.parametrize("text", [*NUMBERS, *TEXTS, "null", "~", ""], ids=str_of)
def test_what_is_quoted_is_text(text):
    for quoted in (f'"{text}"', f"'{text}'", f"!!str {text}"):
        assert type(value_of(quoted)) is str
        assert value_of(quoted) == text


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# nothing"])
def test_nothing_is_none(text):
    assert value_of(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("!!int 3", 3), ('!!int "3"', 3), ("!!float 3", 3), ("!!float 1.5", 1.5), ("!!bool true", True)]
)
def test_a_standard_tag_is_accepted_where_the_text_fits(text, value):
    assert value_of(text).value == value


@pytest.mark.parametrize(
    ("text", "data"),
    [("!!null ~", None), ("!!null", None), ("!!seq [a]", ["a"]), ("!!map {a: b}", {"a": "b"}), ("! a", "a")],
)
def test_a_standard_tag_may_be_spelled_out(text, data):
    assert value_of(text) == data


@pytest.mark.parametrize("key", ["1", "true", "null", "~", "1.10", '"a b"', "no"])
def test_a_key_is_its_text(key):
    document, _ = read("a.yaml", f"{key}: x".encode())
    assert [*document.data] == [key.strip('"')]
    assert all(type(name) is str for name in document.data)


def test_a_scalar_survives_copying():
    scalar = value_of("1.10")
    for twin in (copy.deepcopy(scalar), pickle.loads(pickle.dumps(scalar))):
        assert (twin, twin.value) == ("1.10", 1.1)
