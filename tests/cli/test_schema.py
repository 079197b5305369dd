"""`cjm schema`: the format in the words of an editor."""

import json

import pytest


@pytest.mark.parametrize("kind", ["journey", "persona", "project", "findings", "changes"])
def test_the_schema_is_printed(cjm, kind) -> None:
    ran = cjm("schema", kind)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("given", "hint"),
    [("jorney", 'did you mean "journey"?'), ("xyz", "known: journey, persona, project, findings, changes")],
)
def test_an_unknown_kind_is_one_line(cjm, given, hint) -> None:
    ran = cjm("schema", given)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f'error: unknown kind "{given}"; {hint}\n')
