"""What a finding is known by does not depend on where in the file it is."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.keys import Key, key_of
from cjm_cli.source import Document, read
from cjm_cli.source.logical import is_beneath
from cjm_cli.span import Route, Span

WORDS = st.sampled_from(["pay", "Pay now", "confirm", "1", "-1", "Größe", "x" * 60, "", "!?"])
ITEMS: st.SearchStrategy[Any] = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "name", "text", "to", "steps", "emotion", "x-own"]), inner, max_size=4)
    ),
    max_leaves=12,
)
MAPS = st.dictionaries(st.sampled_from(["id", "title", "stages", "steps", "metrics"]), ITEMS, min_size=1, max_size=4)


def document(data: object, above: str = "") -> Document:
    found, findings = read("a.yaml", (above + json.dumps(data, ensure_ascii=False, indent=1)).encode())
    assert found is not None, findings
    return found


def routes(data: Any, route: Route = ()) -> list[Route]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [route, *(deeper for key, value in entries for deeper in routes(value, (*route, key)))]


def key(found: Document, route: Route) -> Key:
    place = Location("a.yaml", found.span(route), found.logical(route))
    return key_of(Finding(place, "r", "m", Severity.ERROR), {"a.yaml": "checkout"})


def keys(found: Document) -> Counter[Key]:
    return Counter(key(found, route) for route in routes(found.data))


@pytest.mark.parametrize(
    ("data", "route", "path"),
    [
        (
            {"stages": [{"id": "pay", "steps": [{"name": "Confirm!"}]}]},
            ("stages", 0, "steps", 0),
            "stages[pay]/steps[confirm]",
        ),
        ({"next": [{"when": 1}, {"when": 2}]}, ("next", 1), "next[]"),
        ({"emotion": [1, "sad"]}, ("emotion", 1), "emotion[sad]"),
        ({"title": "A"}, (), ""),
        ({"title": "A"}, ("title",), "title"),
    ],
)
def test_a_key_is_the_way_to_the_value_in_words(data, route, path) -> None:
    assert key(document(data), route) == ("r", f"checkout/{path}".rstrip("/"))


@given(MAPS, st.integers(1, 9))
def test_lines_added_above_change_no_key(data, lines) -> None:
    assert keys(document(data)) == keys(document(data, "# more\n" * lines))


@given(MAPS, st.randoms(use_true_random=False))
def test_a_list_in_another_order_changes_no_key(data, random) -> None:
    before = keys(document(data))
    assert before == keys(document(shuffled(data, random)))


def shuffled(data: Any, random: Any) -> Any:
    if isinstance(data, dict):
        return {name: shuffled(value, random) for name, value in random.sample([*data.items()], len(data))}
    if isinstance(data, list):
        return [shuffled(value, random) for value in random.sample(data, len(data))]
    return data


@pytest.mark.parametrize(
    ("path", "part", "beneath"),
    [
        ("stages[pay] › steps[x]", "stages[pay]", True),
        ("stages[pay]", "stages[pay]", True),
        ("stages[pay]", "stages", True),
        ("stages[payment]", "stages[pay]", False),
        ("stages", "stages[pay]", False),
        ("stagesque", "stages", False),
        ("anything", "", True),
    ],
)
def test_a_part_of_a_file_is_a_path_and_all_beneath(path, part, beneath) -> None:
    assert is_beneath(path, part) is beneath


def test_a_span_has_no_say(tmp_path) -> None:
    one, two = (Location("a", Span(line, 1, line, 2), "title") for line in (1, 2))
    assert len({key_of(Finding(place, "r", "m", Severity.ERROR), {}) for place in (one, two)}) == 1
