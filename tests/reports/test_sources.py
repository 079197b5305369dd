"""Texts are read when a line is asked for, and never stand in the way of a report."""

from pathlib import Path

from cjm_cli.reports import Source, Sources
from cjm_cli.source.limits import Limits
from cjm_cli.workspace.source_file import SourceFile


def sources(*paths: Path) -> Sources:
    files = {p.name: Source(SourceFile(p.name, p), p.stem, Limits(file_bytes=100)) for p in paths}
    return Sources(files, tuple(files))


def test_a_line_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one\r\ntwo\n")
    assert [sources(path).line("a.yaml", number) for number in (1, 2, 3)] == ["one", "two", ""]


def test_of_what_is_no_text_only_what_comes_before_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one\ntw\xff")
    assert sources(path).line("a.yaml", 2) == "tw"


def test_what_cannot_be_read_has_no_lines(tmp_path: Path) -> None:
    gone, folder, large = tmp_path / "gone", tmp_path / "folder", tmp_path / "large"
    folder.mkdir()
    large.write_bytes(b"x" * 101)
    made = sources(gone, folder, large)
    assert [made.line(name, 1) for name in ("gone", "folder", "large", "unknown")] == [None] * 4


def test_no_more_than_a_few_texts_are_kept(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(50)]
    for path in paths:
        path.write_text(path.name, "utf-8")
    made = sources(*paths)
    assert [made.line(path.name, 1) for path in paths] == [path.name for path in paths]
    assert len(made._texts) < 10
