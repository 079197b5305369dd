"""`cjm render --view`: which pages are written, under which names, and what is refused."""

from pathlib import Path

import pytest

STAGE = "stages: [{name: A, touchpoints: Shop, emotion: curious}]\n"
SOUND = f"title: Buying\n{STAGE}"
SETTINGS = "extends: minimal\n"


@pytest.fixture
def sound(write) -> Path:
    """A project with one journey to draw."""
    return write({"cjm.yaml": SETTINGS, "buying.journey.yaml": SOUND})


def test_the_map_bears_the_id_alone_and_other_views_their_name(cjm, sound) -> None:
    drawn = cjm("render", "-f", "md", "--view", "brief", "--view", "journey", "--view", "brief")
    assert (drawn.returncode, drawn.stdout) == (0, "dist/buying.brief.md\ndist/buying.md\n")
    assert drawn.stderr == "Drew 1 journey in 2 files.\n"


def test_views_come_from_the_settings_where_they_stand(cjm, write) -> None:
    write({"cjm.yaml": f"{SETTINGS}render: {{formats: md, views: [brief]}}\n", "a.journey.yaml": SOUND})
    assert cjm("render").stdout == "dist/a.brief.md\n"
    assert cjm("render", "--view", "journey").stdout == "dist/a.md\n"


def test_an_unknown_view_is_told_with_the_one_that_was_meant(cjm, sound) -> None:
    drawn = cjm("render", "--view", "breif")
    assert (drawn.returncode, drawn.stdout) == (2, "")
    assert drawn.stderr == 'error: unknown view "breif"; did you mean "brief"?\n'
    assert not (sound / "dist").exists()


def test_an_unknown_view_in_the_settings_is_shown_at_its_place(cjm, write) -> None:
    write({"cjm.yaml": f"{SETTINGS}render: {{views: [journey, breif]}}\n", "a.journey.yaml": SOUND})
    drawn = cjm("render")
    assert drawn.returncode == 2
    assert "cjm.yaml:2:27" in drawn.stdout
    assert 'did you mean "brief"?' in drawn.stdout


def test_an_id_that_looks_like_a_view_takes_no_other_file(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": SOUND, "b.journey.yaml": f"id: a.brief\n{SOUND}"})
    assert cjm("render", "-f", "md", "--view", "brief", "--view", "journey").returncode == 0
    names = sorted(path.name for path in (folder / "dist").iterdir())
    assert names == ["a-brief.brief.md", "a-brief.md", "a.brief.md", "a.md"]


RINA = "name: Rina\nrole: Runner\n"


def test_personas_are_drawn_under_their_own_ids(cjm, write) -> None:
    write(
        {
            "cjm.yaml": SETTINGS,
            "a.journey.yaml": f"persona: rina\n{SOUND}",
            "b.journey.yaml": f"persona: {{name: Tom Second}}\n{SOUND}",
            "rina.persona.yaml": RINA,
        }
    )
    drawn = cjm("render", "-f", "md", "--view", "persona")
    assert (drawn.returncode, drawn.stderr) == (0, "Drew 2 personas in 2 files.\n")
    assert drawn.stdout == "dist/rina.persona.md\ndist/tom-second.persona.md\n"
    both = cjm("render", "-f", "md", "--view", "persona", "--view", "journey")
    assert both.stderr == "Drew 2 journeys and 2 personas in 4 files.\n"


def test_a_journey_alone_is_drawn_with_its_personas(cjm, write) -> None:
    write(
        {
            "cjm.yaml": SETTINGS,
            "a.journey.yaml": f"persona: rina\n{SOUND}",
            "rina.persona.yaml": RINA,
            "tom.persona.yaml": "name: Tom\n",
        }
    )
    assert cjm("render", "a.journey.yaml", "-f", "md", "--view", "persona").stdout == "dist/rina.persona.md\n"
    assert cjm("render", "tom.persona.yaml", "-f", "md", "--view", "persona").stdout == "dist/tom.persona.md\n"


def test_a_persona_that_two_journeys_describe_in_the_same_words_is_drawn_once(cjm, write) -> None:
    same = f"persona: {{name: Rina}}\n{SOUND}"
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": same, "b.journey.yaml": same})
    assert cjm("render", "-f", "md", "--view", "persona").stdout == "dist/rina.persona.md\n"
    (folder / "b.journey.yaml").write_text(f"persona: {{name: Rina, role: Runner}}\n{SOUND}")
    drawn = cjm("render", "-f", "md", "--view", "persona")
    assert drawn.returncode == 2
    assert drawn.stderr.startswith("error: a.journey.yaml and b.journey.yaml would both become rina.persona.md; ")


@pytest.mark.parametrize(
    ("id_", "name"), [("../../x", "x"), ("/etc/passwd", "etc-passwd"), ("..", "persona"), ("nul", "nul-persona")]
)
def test_no_persona_leads_out_of_the_folder(cjm, write, id_, name) -> None:
    folder = write({"p/cjm.yaml": SETTINGS, "p/a.persona.yaml": f'id: "{id_}"\n{RINA}'})
    before = {*folder.rglob("*.*")}
    assert cjm("render", "p", "-f", "md", "-o", "p/out", "--view", "persona").returncode == 0
    assert {*folder.rglob("*.*")} - before == {folder / f"p/out/{name}.persona.md"}


def test_a_folder_without_personas_is_told_in_one_line(cjm, sound) -> None:
    drawn = cjm("render", "--view", "persona")
    assert (drawn.returncode, drawn.stdout) == (2, "")
    assert drawn.stderr.startswith("error: there is no persona to draw here; ")
