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
