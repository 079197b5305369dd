"""`cjm render` after the first time: is what is committed still right, show it to me, and draw it at every change."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

STAGE = "stages: [{name: A, touchpoints: Shop, emotion: curious}]\n"
SETTINGS = "extends: minimal\n"


@pytest.fixture
def two(write) -> Path:
    """A project with two journeys to draw."""
    return write({"cjm.yaml": SETTINGS, "a.journey.yaml": f"title: A\n{STAGE}", "b.journey.yaml": f"title: B\n{STAGE}"})


# ── --check ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_check_passes_when_every_file_is_as_it_would_be_drawn(cjm, two) -> None:
    cjm("render", "-f", "md", "-f", "svg")
    checked = cjm("render", "-f", "md", "-f", "svg", "--check")
    told = "Compared 4 files: all as drawn now.\n"
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", told)


def test_check_fails_and_names_what_is_stale_and_what_is_missing(cjm, two) -> None:
    cjm("render", "-f", "md")
    (two / "a.journey.yaml").write_text(f"title: Another\n{STAGE}")
    (two / "dist/b.md").unlink()
    checked = cjm("render", "-f", "md", "--check")
    told = "2 of 2 files to draw again: cjm render\n"
    assert (checked.returncode, checked.stdout, checked.stderr) == (1, "dist/a.md: stale\ndist/b.md: missing\n", told)


def test_check_writes_nothing(cjm, two) -> None:
    assert cjm("render", "--check").returncode == 1
    assert not (two / "dist").exists()


def test_check_fails_where_a_journey_cannot_be_drawn(cjm, two) -> None:
    cjm("render", "-f", "md")
    (two / "b.journey.yaml").write_text("titel: B\n")
    assert cjm("render", "-f", "md", "--check").returncode == 1
    checked = cjm("render", "-f", "md", "--check", "--no-validate")
    assert (checked.returncode, checked.stderr) == (1, "Compared 1 file: all as drawn now.\n")


def test_what_cannot_be_compared_is_told_in_one_line(cjm, two) -> None:
    (two / "dist/a.md").mkdir(parents=True)
    checked = cjm("render", "-f", "md", "--check")
    assert (checked.returncode, checked.stderr) == (2, "error: cannot read dist/a.md: is a directory\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--check", "-o", "-"], "--check is about files, and -o - writes none; give -o a folder"),
        (["--open", "-o", "-"], "--open is about files, and -o - writes none; give -o a folder"),
        (["--watch", "-o", "-"], "--watch is about files, and -o - writes none; give -o a folder"),
        (["--check", "--open"], "--check draws nothing that --open could show; give one of them"),
        (["-", "--watch"], "standard input cannot be watched; give files or folders"),
        (["-f", "svg", "--font", "x.ttf"], "--font does nothing for svg; whoever shows it chooses the fonts"),
        (["-f", "png", "--font", "x.ttf"], "cannot read x.ttf: no such file or directory"),
    ],
)
def test_what_cannot_be_meant_is_told_in_one_line_and_nothing_is_drawn(cjm, two, arguments, told) -> None:
    ended = cjm("render", *arguments)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"error: {told}\n")
    assert not (two / "dist").exists()


# ── --open ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def browser(tmp_path_factory) -> Path:
    """A browser that writes down what it is shown."""
    path = tmp_path_factory.mktemp("browser") / "browser"
    path.write_text('#!/bin/sh\necho "$1" >> "$0.shown"\n')
    path.chmod(0o755)
    return path


def _shown(browser: Path) -> list[str]:
    return Path(f"{browser}.shown").read_text().splitlines()


def test_open_shows_the_first_page_that_a_browser_likes_best(cjm, two, browser) -> None:
    ended = cjm("render", "-f", "svg", "-f", "html", "--open", env={"BROWSER": str(browser)})
    assert (ended.returncode, ended.stderr) == (0, "Drew 2 journeys in 4 files.\n")
    assert _shown(browser) == [(two / "dist/a.html").as_uri()]


def test_open_shows_any_drawing_where_there_is_no_page(cjm, two, browser) -> None:
    cjm("render", "b.journey.yaml", "-f", "svg", "--open", env={"BROWSER": str(browser)})
    assert _shown(browser) == [(two / "dist/b.svg").as_uri()]


# ── --watch ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def watching(two, environment, browser) -> Iterator[subprocess.Popen[str]]:
    """A run that draws again, all that it says in one stream."""
    command = [sys.executable, "-m", "cjm_cli", "render", "-f", "md", "-w", "--open"]
    settings = environment | {"BROWSER": str(browser)}
    with subprocess.Popen(
        command, cwd=two, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as run:
        yield run
        run.kill()


def _until(run: subprocess.Popen[str], wanted: str) -> None:
    assert run.stdout is not None
    for line in run.stdout:
        if line.startswith(wanted):
            return
    pytest.fail(f"it ended before it said: {wanted}")


def test_watching_draws_again_after_each_change_and_opens_the_browser_once(two, watching, browser) -> None:
    _until(watching, "Watching 3 files; Ctrl-C ends it.")
    (two / "a.journey.yaml").write_text("title: [")
    _until(watching, "Drew nothing: 1 error to correct first")
    (two / "a.journey.yaml").write_text(f"title: Another\n{STAGE}")
    _until(watching, "Drew 2 journeys in 2 files.")
    assert "Another" in (two / "dist/a.md").read_text()
    watching.send_signal(signal.SIGINT)
    watching.communicate(timeout=60)
    assert watching.returncode == 130
    assert _shown(browser) == [(two / "dist/a.md").as_uri()]


# ── progress ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _on_a_terminal(folder: Path, environment: dict[str, str], *more: str, **settings: str) -> str:
    """What stands on the terminal of one who draws enough to wait for it."""
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "cjm_cli", "render", "-f", "png-2x", "-f", "svg", *more]
    kept = {name: value for name, value in environment.items() if name != "CI"}
    with subprocess.Popen(
        command, cwd=folder, env=kept | settings, stdout=subprocess.DEVNULL, stderr=terminal, stdin=subprocess.DEVNULL
    ) as run:
        os.close(terminal)
        told = b"".join(iter(lambda: _read(controller), b""))
        run.wait(timeout=60)
    os.close(controller)
    return told.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""  # Linux says so when the other end is closed.


@pytest.fixture
def many(write) -> Path:
    """A project whose pictures take seconds."""
    steps = "".join(f"      - {{name: Step {i}, emotion: 1, thoughts: [{'Why? ' * 40}]}}\n" for i in range(40))
    journey = f"title: A\nstages:\n  - name: B\n    steps:\n{steps}"
    return write({"cjm.yaml": SETTINGS} | {f"j{i}.journey.yaml": journey for i in range(3)})


def test_long_work_says_on_a_terminal_how_far_it_is_and_leaves_no_trace(many, environment) -> None:
    told = _on_a_terminal(many, environment)
    assert "\r\x1b[KDrawing 6 of 6 …\r\x1b[K" in told
    assert told.endswith("\r\x1b[KDrew 3 journeys in 6 files.\r\n")


@pytest.mark.parametrize("settings", [{"CI": "true"}, {"TERM": "dumb"}])
def test_progress_is_not_told_to_a_log(many, environment, settings) -> None:
    assert _on_a_terminal(many, environment, **settings) == "Drew 3 journeys in 6 files.\r\n"


def test_progress_is_not_told_to_who_wants_quiet(many, environment) -> None:
    assert _on_a_terminal(many, environment, "-q") == ""


def test_no_picture_is_sent_to_a_terminal(two, environment) -> None:
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "cjm_cli", "render", "a.journey.yaml", "-f", "png", "-o", "-"]
    ended = subprocess.run(
        command, cwd=two, env=environment, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(terminal)
    assert (ended.returncode, _read(controller)) == (2, b"")
    os.close(controller)
    assert ended.stderr == "error: a terminal cannot show png; add > FILE, or see: cjm show --help\n"
