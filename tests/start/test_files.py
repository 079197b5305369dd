"""Files are written all or none."""

import pytest

from cjm_cli.errors import OutputError
from cjm_cli.start.files import NewFile, Plan, planned, write_all


def test_where_one_cannot_be_written_those_before_it_are_taken_away(tmp_path) -> None:
    (tmp_path / "mine").mkdir()
    names = ("a.yaml", "mine/b.yaml", "new/folder/c.yaml", f"{'x' * 300}.yaml")
    with pytest.raises(OutputError):
        write_all(Plan(tuple(NewFile(tmp_path / name, "A") for name in names)))
    assert [path.name for path in tmp_path.rglob("*")] == ["mine"]


def test_a_folder_that_somebody_else_uses_meanwhile_stays_and_so_does_their_file(tmp_path) -> None:
    plan = planned([NewFile(tmp_path / "new/a.yaml", "A"), NewFile(tmp_path / "new/b.yaml", "B")])
    (tmp_path / "new").mkdir()
    (tmp_path / "new/b.yaml").write_text("theirs")
    with pytest.raises(OutputError):
        write_all(plan)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["b.yaml"]
    assert (tmp_path / "new/b.yaml").read_text() == "theirs"
