"""Laws of names: whatever somebody types, the file reads as they typed it, and is named as every system allows."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cjm_cli.errors import UsageError
from cjm_cli.lint.rules.reference._kebab import is_kebab_case
from cjm_cli.source import Limits, read
from cjm_cli.source.slug import slug
from cjm_cli.start.files import NewFile
from cjm_cli.start.names import id_from, id_given, one_line
from cjm_cli.start.project import Order, project_files
from cjm_cli.start.template import filled, text

NAMES = st.text(max_size=320) | st.sampled_from(["con", "a/b", "..", "\x00", "é" * 200, "日" * 200, "😀", "\ud800"])


def _named(name: str) -> str | None:
    try:
        return one_line(name, "name")
    except UsageError:
        return None


@given(NAMES)
def test_a_name_gives_an_id_that_is_a_file_name_or_a_reason(name) -> None:
    line = _named(name)
    assume(line is not None)
    if not slug(line):
        with pytest.raises(UsageError, match="--id"):
            id_from(line)
        return
    found = id_from(line)
    assert Path(found).name == found
    assert "." not in found
    assert len(f"{found}.journey.yaml".encode()) <= 255
    assert is_kebab_case(found)
    assert id_given(found) == found


@given(NAMES)
def test_a_name_is_read_as_it_was_given(name) -> None:
    line = _named(name)
    assume(line is not None)
    for path, key in ((("minimal", "cjm.yaml"), "name"), (("new", "persona", "persona.persona.yaml"), "name")):
        before, _ = read("a", text(*path).encode(), Limits())
        after, findings = read("a", filled(text(*path), {(key,): line}).encode(), Limits())
        assert findings == []
        assert after.data == {**before.data, key: line}


@given(NAMES)
def test_a_project_of_any_name_is_written_where_it_was_asked_for(name) -> None:
    line = _named(name)
    assume(line is not None)
    folder = Path("/nowhere/at/all")
    made = [*project_files(folder, Order("minimal", line, "github", "vscode"))]
    assert all(isinstance(file, NewFile) and file.path.is_relative_to(folder) for file in made)
    assert made[-1].path == folder / "cjm.yaml"
