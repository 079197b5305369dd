"""`cjm lint`: the quality rules alone, on files that are sound."""

LATE = "status: published\ntitle: x\nstages:\n  - {name: Awareness, emotion: curious}\n"


def test_only_quality_in_sound_files_is_reported(cjm, mixed) -> None:
    ran = cjm("lint", "-f", "concise")
    assert [line.split(":")[0] for line in ran.stdout.splitlines()] == ["weak.journey.yaml"]
    assert ran.returncode == 0
    assert ran.stderr.splitlines() == [
        "Skipped 2 files with graver mistakes; see: cjm validate",
        "Found 1 warning in 1 of 3 files.",
        "1 fixable with --unsafe-fixes.",
    ]


def test_the_exit_code_counts_what_lint_found(cjm, mixed) -> None:
    assert cjm("lint", "--strict").returncode == 1
    assert cjm("lint", "wrong.journey.yaml", "--strict").returncode == 0


def test_where_every_file_was_skipped_nothing_is_praised(cjm, mixed) -> None:
    assert cjm("lint", "wrong.journey.yaml").stderr.splitlines() == [
        "Skipped 1 file with graver mistakes; see: cjm validate",
        "No file was looked at.",
    ]


def test_a_good_project_is_praised(cjm, good) -> None:
    ran = cjm("lint")
    assert (ran.returncode, ran.stderr) == (0, "All good: 2 files, no finding.\n")


def test_a_reference_that_leads_nowhere_is_left_to_validate(cjm, write) -> None:
    write({"a.journey.yaml": "title: x\npersona: nobody\nstages:\n  - {name: Awareness, emotion: curious}\n"})
    ran = cjm("lint", "-f", "concise")
    assert ran.stdout == ""


def test_a_mistake_in_settings_is_shown(cjm, write) -> None:
    write({"cjm.yaml": "rules:\n  no-such-rule: off\n", "a.journey.yaml": LATE})
    ran = cjm("lint", "-f", "concise")
    assert ran.returncode == 2
    assert ran.stdout.startswith("cjm.yaml:2:3: error[unknown-rule]")
