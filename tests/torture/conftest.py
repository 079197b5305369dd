"""What nothing may break: real processes, measured, and a scoreboard of all that was tried.

    pytest tests/torture                                            a sample, as in every test run
    pytest tests/torture --torture --scoreboard docs/reliability.md everything, and write down what happened

A test of this room tries much at once: it calls `attempt` for each process, which counts and measures it, or `tried` for what
it tries within this one. The scoreboard has a chapter for each module, named by the first line of its docstring, and a row for
each test.
"""

import ast
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from .commands import ROUGH, STDIN, make_project

ROOT = Path(__file__).parent.parent.parent
HEAD = "| what was tried | runs | fell | longest | most memory |\n|---|---:|---:|---:|---:|"


@dataclass(frozen=True)
class Ran:
    """What became of a process: seconds of processor, MiB at its peak. A code below zero is a signal's."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    memory: float


Attempt = Callable[..., Ran]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--torture", action="store_true", help="try everything, not a sample; takes half an hour")
    parser.addoption("--scoreboard", type=Path, metavar="FILE", help="write down what was tried, as Markdown")


@pytest.fixture(scope="session")
def long_way(request: pytest.FixtureRequest) -> bool:
    """Whether to try everything, not a sample."""
    return bool(request.config.getoption("--torture", default=False))


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Callable[[int], None]:
    """Counts what a test tries within its own process, for the scoreboard."""
    return lambda times: record_property("tried", times)


@pytest.fixture(scope="session")
def starter() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-I", str(Path(__file__).with_name("starter.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        yield process


@pytest.fixture
def attempt(starter, environment, tmp_path, record_property) -> Attempt:
    """Runs `cjm` in the test's folder and says what it cost: `attempt("validate", "x.yaml", input=b"...", env={...})`.

    `prefix` stands before it, `python` runs something else than `-m cjm_cli`; after `clock` seconds it is killed. A setting of
    the environment that is None is taken away.
    """
    files = [tmp_path.parent / f"{tmp_path.name}.{name}" for name in ("in", "out", "err")]

    def run(
        *arguments: str,
        prefix: Sequence[str] = (),
        python: Sequence[str] = (sys.executable, "-m", "cjm_cli"),
        folder: Path = tmp_path,
        env: Mapping[str, str | None] | None = None,
        input: bytes = b"",  # noqa: A002 - as in `subprocess.run`
        clock: float = 60,
    ) -> Ran:
        files[0].write_bytes(input)
        settings = environment | dict(env or {})
        asked = {
            "command": [*prefix, *python, *arguments],
            "folder": str(folder),
            "env": {name: value for name, value in settings.items() if value is not None},
            "files": [str(file) for file in files],
            "seconds": clock,
        }
        starter.stdin.write(json.dumps(asked) + "\n")
        starter.stdin.flush()
        ran = Ran(**json.loads(starter.stdout.readline()), out=files[1].read_bytes(), err=files[2].read_bytes())
        record_property("ran", (ran.seconds, ran.memory))
        return ran

    return run


@pytest.fixture(scope="session")
def _project(tmp_path_factory) -> Path:
    return make_project(tmp_path_factory.mktemp("project"))


@pytest.fixture
def fresh(_project: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Makes the project that `commands.LINES` are for, in a folder of this name."""
    return lambda name: Path(shutil.copytree(_project, tmp_path / name, symlinks=True, dirs_exist_ok=True))


class Done(NamedTuple):
    """What became of a line, and the files before and after."""

    ran: Ran
    before: Mapping[str, bytes]
    files: Mapping[str, bytes]


Do = Callable[..., Done]


@pytest.fixture
def do(attempt: Attempt, fresh) -> Do:
    """Runs a line, in a project of its own unless one is given, and sees that it ends with one of the codes."""
    made = iter(range(10_000))

    def run(line: str, *, folder: Path | None = None, codes: Collection[int] = (0, 1, 2), **options: object) -> Done:
        folder = folder or fresh(f"p{next(made)}")
        before = contents(folder)
        given = before[ROUGH] if line in STDIN else b""
        ran = attempt(*shlex.split(line), folder=folder, input=given, **options)
        assert ran.code in codes, (line, ran)
        for never in (b"Traceback", b"Exception ignored", b"a bug in cjm"):
            assert never not in ran.err + ran.out, (line, ran.err[-2000:])
        return Done(ran, before, contents(folder))

    return run


@pytest.fixture(scope="session")
def usual() -> dict[str, Done]:
    return {}


@pytest.fixture
def plain(do: Do, usual: dict[str, Done]) -> Do:
    """The same where nothing is odd; each line is run once."""

    def run(line: str) -> Done:
        if line not in usual:
            usual[line] = do(line)
        return usual[line]

    return run


def contents(folder: Path) -> dict[str, bytes]:
    """What lies there, as far as one may look."""
    paths = (path for path in folder.rglob("*") if path.is_file() and os.access(path, os.R_OK))
    inside = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in inside.items() if not name.startswith(".git/")}


@dataclass
class Row:
    """What the runs of one test come to."""

    runs: int = 0
    fell: int = 0
    seconds: float = 0
    memory: float = 0

    def take(self, report: pytest.TestReport) -> None:
        measured = [value for name, value in report.user_properties if name == "ran"]
        counted = [value for name, value in report.user_properties if name == "tried"]
        self.runs += len(measured) + sum(counted) or 1
        self.fell += report.failed
        self.seconds = max([self.seconds, *(seconds for seconds, _ in measured)])
        self.memory = max([self.memory, *(memory for _, memory in measured)])

    def cells(self) -> Iterable[str]:
        yield f"{self.runs:,}"
        yield str(self.fell)
        yield f"{self.seconds:.1f} s" if self.seconds else ""
        yield f"{self.memory:.0f} MiB" if self.memory else ""


@dataclass
class Scoreboard:
    """Collects rows by module and test."""

    path: Path
    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Row)))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.failed:
            module, test = report.nodeid.split("::", 1)
            self.rows[module][test.split("[")[0].rpartition("::")[2]].take(report)

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        ended = "\nThe run was ended before all was tried." if exitstatus == pytest.ExitCode.INTERRUPTED else ""
        self.path.write_text("\n".join(self._lines(ended)) + "\n", encoding="utf-8")

    def _lines(self, ended: str) -> Iterator[str]:
        every = [row for rows in self.rows.values() for row in rows.values()]
        runs, fell = sum(row.runs for row in every), sum(row.fell for row in every)
        yield "# What was tried to break it"
        yield ""
        yield f"`make torture` wrote this page: {runs:,} runs, {fell} of them with a fault, on Python"
        yield f"{platform.python_version()}, {platform.system()} with {os.cpu_count()} cores. Times are of the processor, for the"
        yield f"longest run; memory is the peak of the largest.{ended}"
        for module in sorted(self.rows):
            yield from self._chapter(module)

    def _chapter(self, module: str) -> Iterator[str]:
        docstring = ast.get_docstring(ast.parse((ROOT / module).read_text("utf-8"))) or module
        yield from ("", f"## {docstring.splitlines()[0].rstrip('.')}", "", HEAD)
        for test, row in self.rows[module].items():
            yield f"| {_sentence(test)} | {' | '.join(row.cells())} |"


def _sentence(test: str) -> str:
    return test.removeprefix("test_").replace("_", " ").capitalize()


def pytest_configure(config: pytest.Config) -> None:
    path = config.getoption("--scoreboard", default=None)
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Scoreboard(path))
