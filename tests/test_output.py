"""A file is written whole or not at all, and what is there already is left as it is."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cjm_cli.errors import OutputError
from cjm_cli.output import create
from cjm_cli.output import write as write_file

SMALL_DISK = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
sys.argv = ["cjm", *sys.argv[1:]]
runpy.run_module("cjm_cli", run_name="__main__")
"""


def _write(folder: Path, name: str = "a.txt", content: bytes = b"new") -> list[Path]:
    return [write_file(folder / name, content)]


def test_files_are_written_into_a_folder_that_is_made_for_them(tmp_path) -> None:
    folder = tmp_path / "one/two"
    assert [write_file(folder / "a", b"1"), write_file(folder / "b", b"")] == [folder / "a", folder / "b"]
    assert [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())] == [("a", b"1"), ("b", b"")]


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    _write(tmp_path)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"new")]


def test_what_is_the_same_is_not_touched(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"new")
    os.utime(path, ns=(1, 1))
    assert _write(tmp_path) == [path]
    assert path.stat().st_mtime_ns == 1


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_are_kept(tmp_path, mode) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    _write(tmp_path)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path, umask, mode) -> None:
    before = os.umask(umask)
    try:
        (path,) = _write(tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_symbolic_link_is_followed_and_stays_one(tmp_path) -> None:
    target, link = tmp_path / "kept/target.txt", tmp_path / "out/a.txt"
    target.parent.mkdir()
    link.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to(Path("../kept/target.txt"))
    _write(link.parent)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["target.txt"]


def test_a_link_that_leads_nowhere_leads_to_the_new_file(tmp_path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    _write(tmp_path)
    assert (tmp_path / "b.txt").read_bytes() == b"new"


def test_a_loop_of_links_is_told(tmp_path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    with pytest.raises(OutputError):
        _write(tmp_path)


def test_a_name_of_200_letters_is_no_trouble(tmp_path) -> None:
    assert _write(tmp_path, "é" * 120)[0].read_bytes() == b"new"


@pytest.mark.parametrize(
    ("stands_there", "reason"),
    [
        ("out", "a file stands where a folder should be"),
        ("out/a.txt/", "is a directory"),
    ],
)
def test_what_stands_in_the_way_is_told(tmp_path, stands_there, reason) -> None:
    obstacle = tmp_path / stands_there
    if stands_there.endswith("/"):
        obstacle.mkdir(parents=True)
    else:
        obstacle.write_bytes(b"old")
    with pytest.raises(OutputError) as told:
        _write(tmp_path / "out")
    assert str(told.value) == f"cannot write {tmp_path / 'out/a.txt'}: {reason}"


def test_those_before_the_one_that_fails_are_written_and_those_after_are_not(tmp_path) -> None:
    (tmp_path / "b").mkdir()
    written = (write_file(tmp_path / name, b"new") for name in "abc")
    with pytest.raises(OutputError):
        list(written)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_file_is_made_only_where_there_is_none(tmp_path) -> None:
    assert create(tmp_path / "new/a.txt", b"ours").read_bytes() == b"ours"
    with pytest.raises(OutputError, match="it has come into being in the meantime"):
        create(tmp_path / "new/a.txt", b"theirs")
    (tmp_path / "link.txt").symlink_to("nowhere.txt")
    with pytest.raises(OutputError, match="it has come into being in the meantime"):
        create(tmp_path / "link.txt", b"theirs")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "link.txt", "new"]
    assert (tmp_path / "new/a.txt").read_bytes() == b"ours"


def test_of_a_file_with_two_names_the_other_keeps_what_it_held(tmp_path) -> None:
    """A file that is written in place can be torn."""
    (tmp_path / "b.txt").write_bytes(b"old")
    (tmp_path / "a.txt").hardlink_to(tmp_path / "b.txt")
    _write(tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("a.txt", "b.txt")] == [b"new", b"old"]


def test_the_owner_is_kept_where_the_system_lets_us(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    owner = (12345, 23456) if os.geteuid() == 0 else (-1, os.getgid())
    os.chown(path, *owner)
    before = path.stat()
    path.chmod(0o640)
    _write(tmp_path)
    after = path.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (before.st_uid, before.st_gid, 0o640)


def test_what_was_left_by_a_run_that_was_killed_is_not_touched(tmp_path) -> None:
    """Another run may be writing it this very moment."""
    left = f".a.txt.{os.getpid()}-0.tmp"
    (tmp_path / left).write_bytes(b"half")
    _write(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"new", left: b"half"}


def _on_a_small_disk(folder: Path, environment: dict[str, str], *arguments: str) -> str:
    """What a command says that fails where files of 1,000 bytes are too large."""
    command = [sys.executable, "-c", SMALL_DISK, *arguments]
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    return ended.stderr


def test_a_full_disk_leaves_the_old_file_and_no_other(write, environment) -> None:
    stage = "stages: [{name: A, touchpoints: Shop, emotion: curious}]\n"
    folder = write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": f"title: A\n{stage}", "dist/a.svg": "old"})
    told = _on_a_small_disk(folder, environment, "render", "-f", "svg")
    assert told == "error: cannot write dist/a.svg: file too large\n"
    assert [(path.name, path.read_text()) for path in (folder / "dist").iterdir()] == [("a.svg", "old")]


def test_a_disk_that_is_full_for_the_last_of_several_leaves_all_as_they_were(write, environment) -> None:
    stage = "stages: [{name: A, touchpoints: Shop, emotion: curious}]\n"
    texts = {f"{name}.journey.yaml": f"title: '{name * times}'\n{stage}" for name, times in (("a", 1), ("b", 999))}
    folder = write(texts)
    told = _on_a_small_disk(folder, environment, "fmt")
    assert told == "error: cannot write b.journey.yaml: file too large; no file was changed\n"
    assert {path.name: path.read_text() for path in folder.iterdir()} == texts


def test_a_file_under_two_names_is_written_once(write, cjm) -> None:
    folder = write({"a.journey.yaml": "title: 'A'\nstages: [{name: A}]\n"})
    (folder / "b.journey.yaml").symlink_to("a.journey.yaml")
    done = cjm("fmt")
    assert (done.returncode, done.stderr) == (0, "2 files reformatted.\n")
    assert cjm("fmt", "--check").returncode == 0
    assert (folder / "b.journey.yaml").is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_nobody_reads_is_told_and_one_that_is_read_is_written_to(tmp_path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="if it is a pipe, start first what reads it"):
        write_file(pipe, b"all of it")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, b"all of it")
    assert os.read(reader, 100) == b"all of it"
    os.close(reader)
