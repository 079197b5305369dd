"""`cjm render` writes whole files, where it is told to and nowhere else, or says in one line why not."""

import os
import re
from pathlib import Path

import pytest

STAGE = "stages: [{name: A, touchpoints: Shop, emotion: curious}]\n"
SOUND = f"title: Buying\n{STAGE}"
WRONG = f"titel: Buying\n{STAGE}"
SETTINGS = "extends: minimal\n"


@pytest.fixture
def sound(write) -> Path:
    """A project with one journey to draw."""
    return write({"cjm.yaml": SETTINGS, "buying.journey.yaml": SOUND})


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_without_options_it_draws_the_project_as_html_into_dist(cjm, sound) -> None:
    drawn = cjm("render")
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "dist/buying.html\n", "Drew 1 journey in 1 file.\n")
    assert _files(sound / "dist") == ["buying.html"]


def test_every_journey_becomes_a_file_a_format(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": SOUND, "b/c.journey.yaml": SOUND})
    drawn = cjm("render", "-f", "svg", "-f", "md", "-f", "svg", "-o", "maps/all")
    assert drawn.returncode == 0
    assert drawn.stderr == "Drew 2 journeys in 4 files.\n"
    assert _files(folder / "maps/all") == ["a.md", "a.svg", "c.md", "c.svg"]


def test_a_page_offers_the_drawing_that_lies_beside_it_and_no_other(cjm, write) -> None:
    steps = "stages: [{name: A, steps: [{name: B, touchpoints: Shop, emotion: calm}]}]\n"
    folder = write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": f"title: A\n{steps}"})
    assert cjm("render", "-f", "html", "-f", "svg").returncode == 0
    (offered,) = re.findall(r'<a class="tool" href="([^"]+)" download>', (folder / "dist/a.html").read_text("utf-8"))
    assert (folder / "dist" / offered).is_file()
    assert cjm("render", "-f", "html").returncode == 0
    assert "download>" not in (folder / "dist/a.html").read_text("utf-8")


def test_a_file_alone_is_drawn_alone(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": SOUND, "b.journey.yaml": SOUND})
    assert cjm("render", "b.journey.yaml", "-f", "md").stdout == "dist/b.md\n"
    assert _files(folder / "dist") == ["b.md"]


def test_format_and_folder_come_from_the_settings_where_they_stand(cjm, write) -> None:
    settings = f"{SETTINGS}render: {{formats: [md, svg], output: out/maps}}\n"
    folder = write({"shop/cjm.yaml": settings, "shop/a.journey.yaml": SOUND})
    assert cjm("render", "shop").stdout == "shop/out/maps/a.md\nshop/out/maps/a.svg\n"
    assert _files(folder / "shop/out") == ["maps/a.md", "maps/a.svg"]


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("buying-shoes", "buying-shoes"),
        ("Buying Shoes", "buying-shoes"),
        ("../../x", "x"),
        ("/etc/passwd", "etc-passwd"),
        ("a/b", "a-b"),
        (r"a\\b", "a-b"),
        (".", "journey"),
        ("..", "journey"),
        ("…", "journey"),
        ("~", "journey"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("a\\0b", None),
        ("a\\nb", "a-b"),
        ("größe", "große"),
        ("鞋", "鞋"),
        ("CON", "con-journey"),
        ("nul", "nul-journey"),
        ("com1", "com1-journey"),
        ("console", "console"),
    ],
)
def test_files_are_named_by_the_id_and_stay_in_the_folder(cjm, write, id_, name) -> None:
    folder = write({"p/cjm.yaml": SETTINGS, "p/a.journey.yaml": f'id: "{id_}"\n{SOUND}'})
    before = _files(folder)
    drawn = cjm("render", "p", "-f", "md", "-o", "p/out/maps")
    after = sorted(set(_files(folder)) - set(before))
    assert after == ([f"p/out/maps/{name}.md"] if name else [])
    assert drawn.returncode == (0 if name else 1)


def test_a_name_that_is_longer_than_the_disk_allows_is_told_in_one_line(cjm, write) -> None:
    write({"cjm.yaml": SETTINGS, "a.journey.yaml": f"id: {'a' * 300}\n{SOUND}"})
    drawn = cjm("render", "-f", "md")
    assert (drawn.returncode, drawn.stderr.count("\n")) == (2, 1)
    assert drawn.stderr.startswith("error: cannot write dist/aaa")
    assert drawn.stderr.endswith(": file name too long\n")


def test_two_journeys_of_one_name_are_refused_and_nothing_is_written(cjm, write) -> None:
    folder = write(
        {"cjm.yaml": SETTINGS, "a.journey.yaml": f"id: One two\n{SOUND}", "b.journey.yaml": f"id: one-two\n{SOUND}"}
    )
    drawn = cjm("render", "-f", "md")
    assert drawn.returncode == 2
    assert drawn.stderr == (
        "error: a.journey.yaml and b.journey.yaml would both become one-two.md; give one another id, or draw them apart\n"
    )
    assert not (folder / "dist").exists()


def test_journeys_of_two_projects_may_have_one_name_while_they_go_to_two_folders(cjm, write) -> None:
    folder = write(
        {
            f"{name}/{file}": text
            for name in "pq"
            for file, text in {"cjm.yaml": SETTINGS, "a.journey.yaml": SOUND}.items()
        }
    )
    assert cjm("render", "-f", "md").returncode == 0
    assert _files(folder / "p/dist") == _files(folder / "q/dist") == ["a.md"]
    together = cjm("render", "-f", "md", "-o", "all")
    assert together.returncode == 2
    assert "would both become a.md" in together.stderr


def test_errors_stop_it_before_anything_is_written(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": SOUND, "b.journey.yaml": WRONG})
    drawn = cjm("render")
    assert drawn.returncode == 1
    assert 'unknown field "titel"' in drawn.stdout
    assert drawn.stderr == "Drew nothing: 1 error to correct first; --no-validate draws what it can.\n"
    assert not (folder / "dist").exists()


def test_warnings_do_not_stop_it(cjm, write) -> None:
    write({"cjm.yaml": "", "a.journey.yaml": SOUND})
    assert cjm("validate").stdout
    drawn = cjm("render", "-f", "md")
    assert (drawn.returncode, drawn.stdout) == (0, "dist/a.md\n")


def test_no_validate_draws_the_rest_and_says_that_something_was_wrong(cjm, write) -> None:
    folder = write({"cjm.yaml": SETTINGS, "a.journey.yaml": SOUND, "b.journey.yaml": WRONG})
    drawn = cjm("render", "--no-validate", "-f", "md")
    assert drawn.returncode == 1
    assert 'unknown field "titel"' in drawn.stdout
    assert drawn.stdout.endswith("dist/a.md\n")
    assert _files(folder / "dist") == ["a.md"]


def test_no_validate_draws_what_breaks_a_rule_as_if_it_did_not(cjm, write) -> None:
    write({"cjm.yaml": "", "a.journey.yaml": f"persona: nobody\n{SOUND}"})
    assert cjm("render", "-f", "md").returncode == 1
    assert cjm("render", "-f", "md", "--no-validate").returncode == 0


def test_a_drawing_on_standard_output_is_exactly_the_file(cjm, sound) -> None:
    cjm("render", "-f", "svg")
    written = (sound / "dist/buying.svg").read_bytes()
    drawn = cjm("render", "-f", "svg", "-o", "-", encoding=None)
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, written, b"")


def test_a_drawing_on_standard_output_leaves_findings_to_the_other_stream(cjm, write) -> None:
    write({"cjm.yaml": SETTINGS, "b.journey.yaml": WRONG})
    drawn = cjm("render", "-f", "svg", "-o", "-")
    assert (drawn.returncode, drawn.stdout) == (1, "")
    assert 'unknown field "titel"' in drawn.stderr


@pytest.mark.parametrize("arguments", [["-f", "svg"], ["a.journey.yaml", "-f", "svg", "-f", "md"]])
def test_standard_output_takes_one_drawing(cjm, write, arguments) -> None:
    write({"cjm.yaml": SETTINGS, "a.journey.yaml": SOUND, "b.journey.yaml": SOUND})
    drawn = cjm("render", *arguments, "-o", "-")
    assert (drawn.returncode, drawn.stdout) == (2, "")
    assert drawn.stderr == "error: standard output takes one drawing, and these are 2; name one journey and one -f\n"


def test_a_journey_from_standard_input_is_drawn(cjm, sound) -> None:
    drawn = cjm("render", "-", "-f", "md", "-o", "-", input=SOUND.replace("Buying", "Returning"))
    assert drawn.returncode == 0
    assert "# Returning" in drawn.stdout


@pytest.mark.parametrize("output", ["taken", "taken/maps", "/proc/maps", "/dev/null/maps"])
def test_a_folder_that_cannot_be_is_told_in_one_line(cjm, sound, output) -> None:
    (sound / "taken").write_text("a file")
    drawn = cjm("render", "-f", "md", "-o", output)
    assert (drawn.returncode, drawn.stdout, drawn.stderr.count("\n")) == (2, "", 1)
    assert drawn.stderr.startswith(f"error: cannot write {output}/buying.md: ")
    assert (sound / "taken").read_text() == "a file"


def test_a_folder_where_the_drawing_should_be_is_told_in_one_line(cjm, sound) -> None:
    (sound / "dist/buying.md").mkdir(parents=True)
    drawn = cjm("render", "-f", "md")
    assert (drawn.returncode, drawn.stdout) == (2, "")
    assert drawn.stderr == "error: cannot write dist/buying.md: is a directory\n"
    assert _files(sound / "dist") == []


def test_an_unknown_format_is_told_with_the_one_that_was_meant(cjm, sound) -> None:
    drawn = cjm("render", "-f", "sgv")
    assert (drawn.returncode, drawn.stdout) == (2, "")
    assert drawn.stderr == 'error: unknown format "sgv"; did you mean "svg"?\n'


def test_an_unknown_format_in_the_settings_is_shown_at_its_place(cjm, write) -> None:
    folder = write({"cjm.yaml": f"{SETTINGS}render: {{formats: [svg, htm]}}\n", "a.journey.yaml": SOUND})
    drawn = cjm("render")
    assert drawn.returncode == 2
    assert "cjm.yaml:2:25" in drawn.stdout
    assert 'did you mean "html"?' in drawn.stdout
    assert drawn.stderr == "error: the settings in cjm.yaml cannot be used; correct the findings above\n"
    assert _files(folder) == ["a.journey.yaml", "cjm.yaml"]


@pytest.mark.parametrize("files", [{"cjm.yaml": SETTINGS}, {"cjm.yaml": SETTINGS, "rina.persona.yaml": "name: Rina\n"}])
def test_a_folder_without_journeys_is_told_in_one_line(cjm, write, files) -> None:
    write(files)
    drawn = cjm("render")
    assert (drawn.returncode, drawn.stdout, drawn.stderr.count("\n")) == (2, "", 1)
    assert drawn.stderr.startswith("error: there is no journey to draw here; ")


def test_what_is_the_same_already_is_not_written_again(cjm, sound) -> None:
    cjm("render", "-f", "svg")
    path = sound / "dist/buying.svg"
    os.utime(path, ns=(1, 1))
    again = cjm("render", "-f", "svg")
    assert again.stdout == "dist/buying.svg\n"
    assert path.stat().st_mtime_ns == 1
    (sound / "buying.journey.yaml").write_text(SOUND.replace("Buying", "Paying"))
    cjm("render", "-f", "svg")
    assert path.stat().st_mtime_ns != 1


@pytest.mark.parametrize("format_", ["html", "md", "svg"])
def test_the_bytes_are_the_same_wherever_one_stands(cjm, write, format_) -> None:
    folder = write({"p/cjm.yaml": SETTINGS, "p/a/b.journey.yaml": SOUND, "elsewhere/x": ""})
    drawn = [
        cjm("render", *arguments, "-f", format_, "-o", "-", cwd=folder / cwd, encoding=None).stdout
        for cwd, arguments in {
            ".": ["p"],
            "p": [],
            "p/a": ["b.journey.yaml"],
            "elsewhere": [str(folder / "p/a/b.journey.yaml")],
        }.items()
    ]
    assert drawn[0]
    assert len(set(drawn)) == 1
    assert str(folder).encode() not in drawn[0]


def test_what_no_font_has_is_told_once_for_all_drawings(cjm, write) -> None:
    journeys = {f"{name}.journey.yaml": f"title: {name} 👍 東\n{STAGE}" for name in "ab"}
    write({"cjm.yaml": SETTINGS} | journeys)
    drawn = cjm("render", "-f", "png", "-f", "pdf", "-f", "svg")
    assert drawn.returncode == 0
    assert drawn.stderr.splitlines() == [
        "👍 is left out, for no font here has it; --font FILE brings one.",
        "東 became a box, for no font here has it; --font FILE brings one.",
        "Drew 2 journeys in 6 files.",
    ]


def test_files_are_named_by_their_format(cjm, sound) -> None:
    drawn = cjm("render", "-f", "png", "-f", "png-2x", "-f", "pdf")
    assert drawn.stdout == "dist/buying.png\ndist/buying@2x.png\ndist/buying.pdf\n"


def test_quiet_means_that_it_says_nothing(cjm, sound) -> None:
    drawn = cjm("render", "-qq")
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "", "")
    assert _files(sound / "dist") == ["buying.html"]
