"""A second run writes what has changed and nothing else, takes away what is ours and gone, and leaves the rest alone."""

import os
from pathlib import Path

import pytest

from cjm_cli.site.manifest import FILE

from .conftest import shots

JOURNEY = "journeys/returning-shoes.journey.yaml"


def _times(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def _age(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, ns=(1, 1))


def _changed(folder: Path) -> set[str]:
    return {name for name, time in _times(folder).items() if time != 1}


def test_a_second_run_writes_nothing(shop, build) -> None:
    folder = build("shop")
    _age(folder)
    build("shop")
    assert _changed(folder) == set()


def test_a_second_run_says_that_nothing_has_changed(shop, cjm) -> None:
    first, second = cjm("build", "shop"), cjm("build", "shop")
    assert first.stdout == second.stdout == "shop/dist/site/index.html\n"
    assert first.stderr.startswith("Built ")
    assert second.stderr.startswith("Nothing has changed: ")


def test_a_changed_journey_changes_the_pages_that_tell_of_it_and_they_are_as_a_fresh_build_has_them(
    shop, build
) -> None:
    folder = build("shop")
    _age(folder)
    path = shop / JOURNEY
    path.write_text(path.read_text("utf-8").replace("title: Sending back", "title: Giving back"), "utf-8")
    build("shop")
    changed = _changed(folder)
    assert {"index.html", "journeys/returning-shoes.html", "personas/tom.html", "search.html", FILE} <= changed
    assert not {"journeys/buying-running-shoes.html", "personas/rina.html", "touchpoints/size-guide.html"} & changed
    assert shots(folder) == shots(build("shop", output="fresh"))


def test_a_changed_persona_changes_the_maps_of_their_journeys(shop, build) -> None:
    folder = build("shop")
    _age(folder)
    path = shop / "personas/tom.persona.yaml"
    path.write_text(path.read_text("utf-8").replace("role: ", "role: Really "), "utf-8")
    build("shop")
    assert {"journeys/returning-shoes.html", "personas/tom.html"} <= _changed(folder)
    assert "journeys/buying-running-shoes.html" not in _changed(folder)
    assert shots(folder) == shots(build("shop", output="fresh"))


def test_a_changed_journey_changes_the_map_that_improves_it(shop, build) -> None:
    folder = build("shop")
    _age(folder)
    path = shop / "journeys/buying-running-shoes.journey.yaml"
    path.write_text(path.read_text("utf-8").replace("emotion: -0.5 ", "emotion: -1.5 "), "utf-8")
    build("shop")
    assert "journeys/buying-running-shoes-future.html" in _changed(folder)
    assert shots(folder) == shots(build("shop", output="fresh"))


def test_changed_settings_change_everything_that_shows_them(shop, build) -> None:
    folder = build("shop")
    path = shop / "cjm.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Web shop", "name: The shop"), "utf-8")
    build("shop")
    assert shots(folder) == shots(build("shop", output="fresh"))


def test_the_page_of_a_journey_that_is_gone_goes(shop, build) -> None:
    folder = build("shop")
    text = (shop / "journeys/buying-running-shoes.journey.yaml").read_text("utf-8")
    (shop / "journeys/buying-running-shoes.journey.yaml").write_text(
        text.replace("        journey: returning-shoes        # a map of its own shows this step in detail\n", ""),
        "utf-8",
    )
    (shop / JOURNEY).unlink()
    build("shop")
    assert not (folder / "journeys/returning-shoes.html").exists()
    assert shots(folder) == shots(build("shop", output="fresh"))


def test_a_folder_that_has_become_empty_goes_too(write, build) -> None:
    project = write(
        {"p/cjm.yaml": "extends: minimal\n", "p/a.journey.yaml": "title: A\nsteps: [{name: B, touchpoints: C}]\n"}
    )
    folder = build("p")
    assert (folder / "touchpoints").is_dir()
    (project / "p/a.journey.yaml").write_text("title: A\nsteps: [{name: B}]\n")
    build("p")
    assert not (folder / "touchpoints").exists()


def test_what_is_not_ours_stays(shop, build) -> None:
    folder = build("shop")
    own = {"CNAME": "x", "journeys/own.html": "<p>mine", "notes/a.html": "<p>mine", "personas/.keep": ""}
    for name, text in own.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    (shop / JOURNEY).write_text((shop / JOURNEY).read_text("utf-8") + "\n# changed\n", "utf-8")
    build("shop")
    assert {name: (folder / name).read_text() for name in own} == own


def test_a_page_that_somebody_has_changed_since_is_not_taken_away(write, build) -> None:
    write({"p/cjm.yaml": "extends: minimal\n", "p/a.journey.yaml": "title: A\nsteps: [{name: B, touchpoints: C}]\n"})
    folder = build("p")
    (folder / "touchpoints/c.html").write_text("<p>mine")
    write({"p/a.journey.yaml": "title: A\nsteps: [{name: B}]\n"})
    build("p")
    assert (folder / "touchpoints/c.html").read_text() == "<p>mine"


@pytest.mark.parametrize(
    "manifest",
    [
        None,
        "",
        "{",
        "[]",
        "null",
        '{"cjm-site": 99}',
        '{"cjm-site": 1, "whole": 3, "pages": {}}',
        '{"cjm-site": 1, "whole": "", "pages": {"index.html": ["a"]}}',
        "[" * 100_000,
    ],
)
def test_with_a_manifest_that_is_none_everything_is_built_anew(shop, build, manifest) -> None:
    folder = build("shop")
    made = shots(folder)
    (folder / FILE).unlink()
    if manifest is not None:
        (folder / FILE).write_text(manifest)
    (folder / "personas/tom.html").write_text("spoilt")
    build("shop")
    assert shots(folder) == made
    _age(folder)
    build("shop")
    assert _changed(folder) == set()


def test_a_manifest_that_cannot_be_read_is_told_and_not_taken_for_none(shop, cjm, tmp_path: Path) -> None:
    """Pages that are none any more would stay for ever."""
    (tmp_path / "site" / FILE).mkdir(parents=True)
    ran = cjm("build", str(shop), "-o", "site")
    assert ran.returncode == 2
    assert FILE in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    "name", ["../victim.html", "/tmp/victim.html", "a/../../victim.html", "..\\\\victim.html", "cjm.yaml"]
)
def test_a_manifest_cannot_make_us_remove_what_lies_elsewhere(write, build, name) -> None:
    import hashlib

    write(
        {"p/cjm.yaml": "extends: minimal\n", "p/a.journey.yaml": "title: A\nsteps: [{name: B}]\n", "victim.html": "x"}
    )
    mark = hashlib.sha256(b"x").hexdigest()
    write({f"out/{FILE}": f'{{"cjm-site": 1, "whole": "", "pages": {{"{name}": ["{mark}", ""]}}}}'})
    folder = build("p")
    assert (folder.parent / "victim.html").read_text() == "x"


def test_a_page_that_is_gone_or_spoilt_is_written_again(shop, build) -> None:
    folder = build("shop")
    made = shots(folder)
    (folder / "personas/tom.html").unlink()
    (folder / "journeys/returning-shoes.html").write_text("spoilt")
    build("shop")
    assert shots(folder) == made


def test_a_folder_that_holds_another_site_is_left_alone(shop, cjm, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("<h1>Mine</h1>")
    built = cjm("build", "shop", "-o", "www")
    assert (built.returncode, built.stdout, built.stderr.count("\n")) == (2, "", 1)
    assert "www/index.html" in built.stderr
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["index.html"]


def test_errors_stop_it_before_anything_is_written(shop, cjm, tmp_path: Path) -> None:
    cjm("build", "shop", "-o", "out")
    before = shots(tmp_path / "out")
    (shop / JOURNEY).write_text("titel: A\n", "utf-8")
    built = cjm("build", "shop", "-o", "out")
    assert built.returncode == 1
    assert 'unknown field "titel"' in built.stdout
    assert built.stderr.startswith("Built nothing: ")
    assert shots(tmp_path / "out") == before


def test_no_validate_shows_what_it_can_and_looks_again_the_next_time(shop, cjm, tmp_path: Path) -> None:
    (shop / JOURNEY).write_text("titel: A\n", "utf-8")
    for _ in range(2):
        built = cjm("build", "shop", "-o", "out", "--no-validate")
        assert built.returncode == 1
        assert 'unknown field "titel"' in built.stdout
    assert not (tmp_path / "out/journeys/returning-shoes.html").exists()
    assert (tmp_path / "out/journeys/buying-running-shoes.html").exists()


@pytest.mark.parametrize("files", [{"p/cjm.yaml": ""}, {"p/cjm.yaml": "", "p/a.persona.yaml": "name: A\n"}])
def test_a_project_without_journeys_is_told_in_one_line(write, cjm, files) -> None:
    write(files)
    built = cjm("build", "p")
    assert (built.returncode, built.stdout, built.stderr.count("\n")) == (2, "", 1)


def test_a_site_is_of_one_project(write, cjm) -> None:
    stage = "title: A\nsteps: [{name: B}]\n"
    write({"x/p/cjm.yaml": "", "x/q/cjm.yaml": "", "x/p/a.journey.yaml": stage, "x/q/a.journey.yaml": stage})
    built = cjm("build", "x")
    assert built.returncode == 2
    assert "a site is of one project" in built.stderr


def test_the_bytes_are_the_same_wherever_one_stands(shop, cjm, tmp_path: Path) -> None:
    cjm("build", "shop", "-o", "one")
    cjm("build", "-o", "../two", cwd=shop)
    cjm("build", str(shop), "-o", str(tmp_path / "three"), cwd="/")
    one, two, three = (shots(tmp_path / name) for name in ("one", "two", "three"))
    assert one
    assert one == two == three
    assert len({(tmp_path / name / FILE).read_bytes() for name in ("one", "two", "three")}) == 1
    assert not any(str(tmp_path).encode() in page for page in one.values())


def test_two_journeys_whose_names_are_one_on_some_disks_have_two_pages(write, build) -> None:
    step = "steps: [{name: B, touchpoints: [Café, CAFE, con]}]\n"
    write({
        "p/cjm.yaml": "extends: minimal\nrules: {duplicate-id: off}\n",
        "p/a.journey.yaml": f"id: One two\ntitle: First\n{step}",
        "p/b.journey.yaml": f"id: one-two\ntitle: Second\n{step}",
        "p/c.journey.yaml": f"id: ../../x\ntitle: Third\n{step}",
        "p/d.journey.yaml": f"id: {'x' * 600}\ntitle: Fourth\n{step}",
    })  # fmt: skip
    folder = build("p", "--no-validate")
    names = [path.name for path in (folder / "journeys").iterdir() if path.name.count(".") == 1]
    assert len(names) == len({name.casefold() for name in names}) == 4
    assert "Second" in (folder / "journeys/one-two.html").read_text("utf-8")
    assert (folder / "touchpoints/con-page.html").is_file()
    assert sorted(path.name for path in folder.parent.iterdir()) == ["out", "p"]


def test_a_pipe_that_is_named_like_a_journey_is_told_of_and_holds_nothing_up(shop, cjm) -> None:
    os.mkfifo(shop / "journeys/pipe.journey.yaml")
    built = cjm("build", "shop")
    assert built.returncode == 1
    assert "the file cannot be read: not a file" in built.stdout


def test_only_a_changed_file_is_examined_again(write, cjm) -> None:
    write(
        {f"p/{number:02}.journey.yaml": f"title: Journey {number}\nsteps: [{{name: Look}}]\n" for number in range(50)}
    )
    cjm("build", "p")
    write({"p/07.journey.yaml": "title: Another\nsteps: [{name: Look}]\n"})
    built = cjm("build", "p", "-v")
    assert built.returncode == 0
    assert "earlier run: 49 of 50" in built.stderr
    assert "as they were" in built.stderr.splitlines()[-1]
