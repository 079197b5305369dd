"""Folders: what may lie in a project, and what a process may not do there.

Pipes, devices, links in circles, names that no one would choose, folders that cannot be written or have gone.
"""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from .commands import BUYING, few

Put = Callable[[Path], object]
SOUND = "title: Sound\nsteps: [{name: Look, emotion: 1}]\n"
PLAIN_USER = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner") if os.geteuid() == 0 else ()
"""What makes the permissions of files count for root as well."""


def pipe(name: str) -> Put:
    return lambda folder: os.mkfifo(emptied(folder / name))


def link(name: str, to: str) -> Put:
    return lambda folder: emptied(folder / name).symlink_to(to)


def folder(name: str) -> Put:
    return lambda folder: emptied(folder / name).mkdir()


def mode(name: str, bits: int) -> Put:
    return lambda folder: (folder / name).chmod(bits)


def file(name: str, text: str = SOUND) -> Put:
    return lambda folder: emptied(folder / name).write_text(text, "utf-8")


def put_socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(folder / "s.journey.yaml"))


def read_only(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)


def emptied(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


def tied_in_knots(folder: Path) -> None:
    for name, to in {
        "up": "..",
        "round": ".",
        "here/there": "../here",
        "a": "b",
        "b": "a",
        "out": "/usr/share",
    }.items():
        link(f"journeys/{name}", to)(folder)
    for name, to in {"self": "self.journey.yaml", "gone": "nowhere", "twin": f"../{BUYING}"}.items():
        link(f"journeys/{name}.journey.yaml", to)(folder)


PUTS: dict[str, Put] = {
    "a pipe as a journey": pipe("journeys/x.journey.yaml"),
    "a pipe as a persona": pipe("personas/x.persona.yaml"),
    "a pipe as the settings": pipe("cjm.yaml"),
    "a pipe as pyproject.toml": lambda folder: (pipe("pyproject.toml")(folder), (folder / "cjm.yaml").unlink()),
    "a pipe as pyproject.toml further down": pipe("journeys/old/pyproject.toml"),
    "a pipe as rules to extend": lambda folder: (
        pipe("team.yaml")(folder),
        (folder / "cjm.yaml").write_text("extends: [./team.yaml]\n"),
    ),
    "a pipe as the baseline": pipe(".cjm-baseline.yaml"),
    "a pipe as a baseline that is named": pipe("drafts/known.yaml"),
    "a pipe as .gitattributes": pipe(".gitattributes"),
    "a pipe as what is known of a site": pipe("dist/site/.cjm-site.json"),
    "a pipe as what is to be started": pipe("started/cjm.yaml"),
    "a socket as a journey": put_socket,
    "a device without end as a journey": link("journeys/x.journey.yaml", "/dev/zero"),
    "a device without end as the settings": link("cjm.yaml", "/dev/zero"),
    "a device without end as pyproject.toml": link("journeys/old/pyproject.toml", "/dev/zero"),
    "a device that is full as a drawing": link("dist/buying-running-shoes.html", "/dev/full"),
    "the terminal as a journey": link("journeys/x.journey.yaml", "/dev/tty"),
    "standard input as a journey": link("journeys/x.journey.yaml", "/dev/stdin"),
    "a folder as a journey": folder("journeys/x.journey.yaml"),
    "a folder as the settings": folder("cjm.yaml"),
    "a folder as the baseline": folder(".cjm-baseline.yaml"),
    "a folder as a drawing": folder("dist/buying-running-shoes.html"),
    "a file as the folder for drawings": file("dist"),
    "a file as the repository": file(".git/index", "nonsense"),
    "a repository that is a file": lambda folder: ((folder / ".git").rename(folder / "g"), file(".git")(folder)),
    "links in knots": tied_in_knots,
    "settings that are a link to themselves": link("cjm.yaml", "cjm.yaml"),
    "a drawing that is a link to itself": link("dist/buying-running-shoes.html", "buying-running-shoes.html"),
    "a journey nobody may read": mode(BUYING, 0o000),
    "settings nobody may read": mode("cjm.yaml", 0o000),
    "a folder nobody may read": mode("journeys", 0o000),
    "a folder nobody may enter": mode("personas", 0o444),
    "a project nobody may write": read_only,
}


@pytest.fixture
def released(tmp_path: Path) -> Iterator[None]:
    yield
    for below, folders, _ in os.walk(tmp_path):
        for name in folders:
            with suppress(OSError):
                Path(below, name).chmod(0o755)


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("name", PUTS)
def test_nothing_that_lies_there_makes_it_fall_or_wait(do, fresh, long_way, name) -> None:
    at = [*PUTS].index(name)
    for number, line in enumerate(few()[at % 3 :: 3] if long_way else few()[at % 18 :: 18]):
        project = fresh(f"{number}")
        PUTS[name](project)
        do(line, folder=project, prefix=PLAIN_USER, clock=30)
