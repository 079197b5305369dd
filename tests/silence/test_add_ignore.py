"""`--add-ignore` leaves a project clean, and every file meaning what it meant."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjm_cli.commands._add_ignore import add_ignores
from cjm_cli.session import open_session
from cjm_cli.source import read
from cjm_cli.source.changed import same_data

STRICT = "extends: strict\n"
STAGE = "cjm: ignore[stage-without-emotion] soon"


def silenced(check, text: str | bytes) -> bytes:
    """A journey after its findings on emotions were silenced."""
    session = check({"cjm.yaml": "extends: minimal\nrules: {stage-without-emotion: error}\n", "a.journey.yaml": text})
    add_ignores(session.findings, session.sources, "soon")
    assert check().findings == []
    return Path("a.journey.yaml").read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            b"title: A\nstages:\n  - name: B\n    thoughts: c\n",
            b"title: A\nstages:\n  - name: B # %s\n    thoughts: c\n",
        ),
        (b"title: A\nstages: [{name: B, thoughts: c}]", b"title: A\nstages: [{name: B, thoughts: c}] # %s"),
        (
            b"title: A\r\nstages:\r\n  - name: B\r\n    thoughts: c\r\n",
            b"title: A\r\nstages:\r\n  - name: B # %s\r\n    thoughts: c\r\n",
        ),
        (
            b"\xef\xbb\xbftitle: A\nstages:\n- {name: B, thoughts: c}\n",
            b"\xef\xbb\xbftitle: A\nstages:\n- {name: B, thoughts: c} # %s\n",
        ),
        (
            b"title: A\nstages:\n- name: B  # ours\n  thoughts: c\n",
            b"title: A\nstages:\n- name: B  # ours # %s\n  thoughts: c\n",
        ),
        (b"title: A\nstages:\n- name: B \n  thoughts: c\n", b"title: A\nstages:\n- name: B # %s\n  thoughts: c\n"),
        (
            b'title: A\nstages:\n  - name: "B\n      d"\n    thoughts: c\n',
            b'title: A\nstages:\n  # %s\n  - name: "B\n      d"\n    thoughts: c\n',
        ),
        (
            b"title: A\nstages:\n  - thoughts: c\n    name:\n      B\n      d\n",
            b"title: A\nstages:\n  - thoughts: c\n    # %s\n    name:\n      B\n      d\n",
        ),
        (
            b"title: A\nstages:\n  - name: |\n      B\n    thoughts: c\n",
            b"title: A\nstages:\n  # %s\n  - name: |\n      B\n    thoughts: c\n",
        ),
        (
            b"title: A\r\nstages: [\r\n  {name: B, thoughts: c},\r\n]\r\n",
            b"title: A\r\n# %s\r\nstages: [\r\n  {name: B, thoughts: c},\r\n]\r\n",
        ),
        (
            b"title: A\nstages:\n  - {thoughts: c,\n     name: B}\n",
            b"title: A\nstages:\n  - {thoughts: c,\n     name: B} # %s\n",
        ),
    ],
)
def test_a_comment_stands_where_the_line_can_carry_it(check, before, after) -> None:
    assert silenced(check, before) == after.replace(b"%s", STAGE.encode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- name: B # cjm: ignore[flat-curve] why", "- name: B # cjm: ignore[flat-curve, stage-without-emotion] why"),
        (
            '# cjm: ignore[flat-curve] why\n- name: "B\n    d"',
            '# cjm: ignore[flat-curve, stage-without-emotion] why\n- name: "B\n    d"',
        ),
    ],
)
def test_a_comment_that_is_there_takes_one_more_name(check, before, after) -> None:
    head, tail = "title: A\nstages:\n", "\n  thoughts: c\n"
    assert silenced(check, head + before + tail) == (head + after + tail).encode()


def test_it_is_a_run_that_ends_clean(cjm, write) -> None:
    write({"cjm.yaml": STRICT, "a.journey.yaml": "title: A\nstages: [{name: B, thoughts: c}]\n"})
    assert cjm("validate").returncode == 1
    ran = cjm("validate", "--add-ignore=until  the interviews")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.splitlines()[0].startswith("Silenced ")
    assert ran.stderr.splitlines()[1].startswith("All good: 2 files, no finding (")
    again = cjm("validate", "--add-ignore=until the interviews")
    assert again.stderr.splitlines()[0] == "Silenced 0 findings in 0 files."


def test_what_cannot_be_silenced_is_still_told(cjm, write) -> None:
    write({"cjm.yaml": STRICT, "a.journey.yaml": "title: A\nstags: []\n"})
    ran = cjm("validate", "--add-ignore=x", "-f", "concise")
    assert ran.returncode == 1
    assert "unknown-field" in ran.stdout
    assert (Path(write({})) / "a.journey.yaml").read_text() == "title: A\nstags: []\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--add-ignore="], "--add-ignore needs a reason"),
        (["--add-ignore=a\x1bb"], "--add-ignore needs a reason"),
        (["--add-ignore=x", "-"], "--add-ignore writes to files"),
    ],
)
def test_a_reason_and_a_file_are_needed(cjm, write, arguments, problem) -> None:
    write({"a.journey.yaml": "title: A\nstages: [{name: B, thoughts: c}]\n"})
    ran = cjm("validate", *arguments, input="title: A\n")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert ran.stderr.startswith(f"error: {problem}")


NAMES = st.sampled_from(
    ["Pay", '"Pay: # cjm: ignore[x]"', "'Pay\n      again'", "|\n      Pay", ">-\n      Pay\n      # more"]
)
MORE = st.sampled_from(
    [
        "thoughts: c",
        "touchpoints: [Shop, # ours\n      Web]",
        "quotes: 'a\n      b'",
        "steps: [{name: S,\n      action: go}]",
        "emotion: {\n      score: 2}",
    ]
)
STAGES = st.lists(st.tuples(NAMES, st.lists(MORE, max_size=3, unique=True)), min_size=1, max_size=4)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STAGES, st.sampled_from(["\n", "\r\n"]))
def test_afterwards_the_run_is_clean_and_the_file_means_the_same(tmp_path_factory, monkeypatch, stages, end) -> None:
    folder = tmp_path_factory.mktemp("project")
    monkeypatch.chdir(folder)
    items = ["".join(f"    {line}\n" for line in (f"name: {name}", *more)) for name, more in stages]
    text = "title: A\nstages:\n" + "".join("  - " + item[4:] for item in items)
    before = text.replace("\n", end).encode()
    Path("cjm.yaml").write_text(STRICT)
    Path("a.journey.yaml").write_bytes(before)
    session = open_session([folder], None, lambda _line: None)
    add_ignores(session.findings, session.sources, "for now")
    assert open_session([folder], None, lambda _line: None).findings == []
    after = Path("a.journey.yaml").read_bytes()
    one, two = read("a", before)[0], read("a", after)[0]
    assert one is not None
    assert two is not None
    assert same_data(one.data, two.data)
    assert after.count(b"\r\n") == (after.count(b"\n") if end == "\r\n" else 0)
