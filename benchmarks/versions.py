"""How long comparing two versions takes, beside checking one of them."""

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

from corpus import Size, journey_path
from ground import Ground, validate
from measure import CJM, Command, Comparison, Question, row

MAPS, CHANGED = 300, 10
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


def rows(ground: Ground) -> Iterator[str]:
    """Two revisions, and a revision with what lies on disk."""
    project = ground.project("versions", Size(MAPS))
    _write(project)
    what, against = f"of {MAPS} journeys, {CHANGED} changed", f"`cjm validate`, {MAPS} journeys"
    for versions, named in (("v1 v2", "two revisions"), ("v1", "a revision and the disk")):
        question = Question(f"`cjm diff`, {named} {what}", against, 2)
        command = _there(project, f"{CJM} diff {versions}")
        yield row(Comparison(question, command, validate(project), ground.given.long_pairs))


def _there(project: Path, command: str) -> Command:
    return ["sh", "-c", f"cd {shlex.quote(str(project))} && exec {command}"]


def _write(project: Path) -> None:
    """The maps as v1, and as v2 with other words, another feeling, another order and one step less in some of them."""
    _commit(project, "v1", "init", "-q")
    for number in range(CHANGED):
        path = journey_path(project, number * MAPS // CHANGED)
        path.write_text(_changed(path.read_text("utf-8")), "utf-8")
    _commit(project, "v2")


def _commit(project: Path, tag: str, *before: str) -> None:
    for command in (before, ("add", "."), ("commit", "-qm", tag), ("tag", tag)):
        if command:
            subprocess.run([*GIT, *command], cwd=project, check=True)


def _changed(text: str) -> str:
    assert "Hears a noise" in text
    return text.replace("Hears a noise", "Hears a rattle").replace("That was not there yesterday.", "Not again.")
