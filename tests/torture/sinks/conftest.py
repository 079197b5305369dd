"""Commands over projects that say given texts, all in one process; and a browser that watches."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.torture import judges
from tests.torture.sinks import pages
from tests.torture.sinks.found import Tell, TellIn, Told
from tests.torture.sinks.outputs import Output
from tests.torture.sinks.project import project, telling, wrong

TELLER = Path(__file__).parent.with_name("teller.py")


@pytest.fixture
def tell(attempt, tmp_path) -> Tell:
    """Runs commands in one process, over a project that says these texts."""

    def run(commands: Mapping[str, Sequence[str]], texts: Sequence[str], *, without: str = "", name: str = "w") -> Told:
        folder = tmp_path / name
        project(folder / "new", telling(texts))
        project(folder / "old", telling(texts, " before"))
        project(folder / "raw", telling(texts), raw=True)
        wrong(folder / "bad", telling(texts))
        (folder / "out" / "review").mkdir(parents=True, exist_ok=True)
        (tmp_path / "told").mkdir(exist_ok=True)
        streams = [[tmp_path / "told" / f"{index}.{end}" for end in ("out", "err")] for index, _ in enumerate(commands)]
        before = judges.files(tmp_path)
        asked = {"commands": [*commands.values()], "files": [[*map(str, pair)] for pair in streams], "without": without}
        ran = attempt(str(TELLER), python=[sys.executable], input=json.dumps(asked).encode(), folder=folder, clock=600)
        assert ran.code == 0, ran.err.decode()
        pairs = [(out.read_bytes(), err.read_bytes()) for out, err in streams]
        told = Told(folder, json.loads(ran.out), pairs, [*commands])
        told.faults += judges.strayed(before, judges.files(tmp_path), ["told", f"{name}/out"])
        return told

    return run


@pytest.fixture
def tell_in(attempt, tmp_path_factory) -> TellIn:
    """Runs commands in a folder and says what is wrong with what they said, or wrote elsewhere than into `out`."""

    def run(folder: Path, outputs: Mapping[str, Output]) -> Iterator[str]:
        beside = tmp_path_factory.mktemp("told")
        streams = [[str(beside / f"{index}.{end}") for end in ("out", "err")] for index, _ in enumerate(outputs)]
        before = judges.files(folder)
        asked = {"commands": [[*output.command] for output in outputs.values()], "files": streams}
        ran = attempt(str(TELLER), python=[sys.executable], input=json.dumps(asked).encode(), folder=folder, clock=600)
        assert ran.code == 0, ran.err.decode()
        yield from judges.strayed(before, judges.files(folder), ["out"])
        for (name, output), pair, code in zip(outputs.items(), streams, json.loads(ran.out), strict=True):
            out, err = (Path(path).read_bytes() for path in pair)
            found = [*judges.fell(code, out, err), *output.judge(out), *judges.terminal(err)]
            yield from (f"{name} ({output.command[-1]!r}): {fault}" for fault in found)

    return run


@pytest.fixture
def room(browser) -> Iterator[pages.Room]:
    yield from pages.room(browser)
