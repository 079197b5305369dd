"""Sameness: the same bytes in all surroundings.

Every command, in other orders of sets, other languages, time zones and folders, and at another time, says the same and writes
the same. What depends on the day is told the day; what cannot be told it does not depend on it.
"""

import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from . import commands
from .judges import files

TELLER = Path(__file__).with_name("teller.py")
DAY = "2026-05-31"

SETTINGS: Mapping[str, Sequence[str]] = {
    "PYTHONHASHSEED": ("0", "1", "4294967295"),
    "LC_ALL": ("C", "C.UTF-8", "tr_TR.UTF-8"),
    "TZ": ("AAA-14", "BBB+12"),
    "folder": ("a", "b/of another name"),
    "clock": ("+0", "+400d"),
}
"""Turkish has another i. The zones are more than a day apart."""
Row = Sequence[str]
FOLDER = 3


def pairwise(rows: Sequence[Row]) -> list[Row]:
    """As few rows as it takes so that any two values of any two settings meet in one."""
    missing = set().union(*map(_pairs, rows))
    chosen = []
    while missing:
        chosen.append(max(rows, key=lambda row: len(missing & _pairs(row))))
        missing -= _pairs(chosen[-1])
    return chosen


def _pairs(row: Row) -> set[object]:
    return set(combinations(enumerate(row), 2))


EVERY = [*product(*SETTINGS.values())]
SAMPLE = pairwise(EVERY)

MORE = (
    *(
        "stats -f csv",
        "score -f json",
        "build -o made",
        "diff HEAD~1 -f html",
        "diff HEAD~1 -f json",
        "changelog --all",
    ),
    *("compare buying-running-shoes-future -f html", "config show --origin --preset strict", f"fmt {commands.ROUGH}"),
    *(f"validate {commands.ROUGH} -f {name}" for name in ("sarif", "junit", "gitlab")),
    f"render {commands.BUYING} --view flow -f dot -f svg -f md -f html -f png -o made",
    "render personas --view persona -f pdf -o made",
)
"""What a sample tries beside one line a command."""


SLOW = ("pdf", "png", "build -o", "render --check")
"""Lines with these take as long as all others; of the whole product they are typed in the rows of the sample alone."""


def lines(row: Row, *, long_way: bool) -> list[str]:
    """What is typed; those that can be told the day are told it."""
    if not long_way:
        return [_dated(line) for line in (*commands.few(), *MORE)]
    is_tried = row in SAMPLE or row == USUAL
    return [_dated(line) for line in commands.every() if is_tried or not any(part in line for part in SLOW)]


DATED = ("validate", "lint", "baseline", "render", "build", "stats", "score")


def _dated(line: str) -> str:
    is_dated = line.split()[0] in DATED and "--today" not in line
    return f"{line} --today {DAY}" if is_dated else line


@dataclass(frozen=True)
class Made:
    """What came of each line: its exit code, what it said, and what it left in its folder."""

    told: Mapping[str, Mapping[str, object]]

    def beside(self, other: "Made") -> list[str]:
        """The lines of the other of which something is not the same, and what."""
        return [f"{line}: {what}" for line, told in other.told.items() for what in _differing(told, self.told[line])]


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    for name in sorted({*one, *other}):
        if one.get(name) != other.get(name):
            yield name


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Path:
    """The project that everything is done with."""
    return commands.make_project(tmp_path_factory.mktemp("made") / "shop")


@pytest.fixture(scope="module")
def locales(tmp_path_factory) -> Path:
    """A folder with a language that few machines have installed."""
    folder = tmp_path_factory.mktemp("locales")
    made = subprocess.run(
        ["localedef", "-i", "tr_TR", "-f", "UTF-8", folder / "tr_TR.UTF-8"], capture_output=True, check=False
    )
    assert (folder / "tr_TR.UTF-8").exists(), made.stderr
    return folder


Make = Callable[..., Made]


@pytest.fixture
def make(attempt, template, locales, tmp_path) -> Make:
    """Types lines in one process, each in a copy of the project."""

    def run(row: Row, typed: Sequence[str]) -> Made:
        root = tmp_path / row[FOLDER]
        folders = [root / str(index) / "shop" for index, _ in enumerate(typed)]
        for folder in folders:
            _copied(template, folder, backwards=root.name != "a")
        streams = [[str(folder.parent / end) for end in ("out", "err")] for folder in folders]
        asked = {"commands": [*map(shlex.split, typed)], "files": streams, "folders": [*map(str, folders)]}
        ran = attempt(
            str(TELLER),
            input=json.dumps(asked).encode(),
            clock=600,
            **_surroundings(row, locales, root / "cache"),
        )
        assert ran.code == 0, ran.err.decode()
        codes = json.loads(ran.out)
        made = {line: _left(code, folder) for line, code, folder in zip(typed, codes, folders, strict=True)}
        shutil.rmtree(root)
        return Made(made)

    return run


def _surroundings(row: Row, locales: Path, cache: Path) -> dict[str, Any]:
    """How `attempt` is asked for them; Python decides on the encoding itself."""
    settings = dict(zip(SETTINGS, row, strict=True))
    env = {name: settings[name] for name in ("PYTHONHASHSEED", "LC_ALL", "TZ")}
    more = {"LOCPATH": str(locales), "CJM_CACHE_DIR": str(cache), "PYTHONUTF8": ""}
    return {"prefix": ["faketime", "-f", settings["clock"]], "python": [sys.executable], "env": env | more}


def _copied(template: Path, folder: Path, *, backwards: bool) -> None:
    """A copy whose files were made in order, or in the other one."""
    for name in sorted(files(template), reverse=backwards):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(template / name, target)


def _left(code: int, folder: Path) -> dict[str, object]:
    """What a line said, and the files that are there after it; what git keeps for itself is its own."""
    found = {name: sha256((folder / name).read_bytes()).hexdigest() for name in files(folder)}
    kept = {name: digest for name, digest in found.items() if not name.startswith(".git/") or name == ".git/config"}
    said = {f"({end})": (folder.parent / end).read_bytes() for end in ("out", "err")}
    return {"(code)": code, **said, **kept}


USUAL = ("0", "C.UTF-8", "AAA-14", "a", "+0")


SEEN = (
    "import locale, time; "
    "print(locale.setlocale(locale.LC_ALL, ''), time.tzname, hash('a'), time.time() > 2e9, sep='\\n')"
)


def test_the_surroundings_are_what_they_are_called(attempt, locales, tmp_path) -> None:
    """Else nothing would be shown."""
    rows = [*zip(*SETTINGS.values(), strict=False), USUAL]
    seen = [
        attempt("-c", SEEN, **_surroundings((*row[:4], clock), locales, tmp_path)).out.decode().splitlines()
        for row, clock in zip(rows, ("+0", "+9000d", "+0"), strict=True)
    ]
    assert [len({*values}) for values in zip(*seen, strict=True)] == [2, 2, 2, 2], seen


@pytest.fixture(scope="module")
def usual() -> dict[bool, Made]:
    """What comes of the lines in usual surroundings, once known: of few lines, of all."""
    return {}


@pytest.mark.parametrize("locale", SETTINGS["LC_ALL"])
@pytest.mark.parametrize("seed", SETTINGS["PYTHONHASHSEED"])
def test_every_command_says_and_writes_the_same_bytes_in_all_surroundings(make, usual, long_way, seed, locale) -> None:
    rows = [row for row in (EVERY if long_way else SAMPLE) if row[:2] == (seed, locale)]
    known = usual.get(long_way) or usual.setdefault(long_way, make(USUAL, lines(USUAL, long_way=long_way)))
    assert [line for line, told in known.told.items() if told["(code)"] not in (0, 1)] == []
    different = [f"{row}: {what}" for row in rows for what in known.beside(make(row, lines(row, long_way=long_way)))]
    assert not different, "\n".join(different)
