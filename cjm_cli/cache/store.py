"""Where results and answers are kept: one SQLite file. Whatever is wrong with it, the check goes on without."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

RUNS = 12
"""How many combinations of project, settings and options are kept; the one that was not used for longest goes first."""
ANSWERS = 24
"""How many answers to whole questions are kept; the oldest goes first."""
PATIENCE = 1.0
"""Seconds to wait for another run that is writing."""

# A power cut may damage the file. That is noticed, and costs no more than a fresh run.
_TABLES = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS runs (run BLOB PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (
  run BLOB, name TEXT, state TEXT, stamp BLOB, result BLOB, seal BLOB, PRIMARY KEY (run, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (number INTEGER PRIMARY KEY, question BLOB UNIQUE, answer BLOB);
"""
_OLD = "SELECT run FROM runs ORDER BY used DESC LIMIT -1 OFFSET ?"


class Row(NamedTuple):
    """The result of a file: how the file looked from outside, the digest of its content, the result, and a digest of all."""

    name: str
    state: str
    stamp: bytes
    result: bytes
    seal: bytes


@dataclass(frozen=True)
class Store:
    """The results of one run: those of the same project, settings, options and version."""

    path: Path
    run: bytes

    def rows(self) -> dict[str, Row]:
        """What is known from earlier, by name."""
        asked = "SELECT name, state, stamp, result, seal FROM results WHERE run = ?"
        with suppress(sqlite3.Error, OSError), closing(_opened(self.path)) as database, database:
            return {row[0]: Row(*row) for row in database.execute(asked, (self.run,))}
        return {}

    def save(self, rows: Iterable[Row], gone: Iterable[str]) -> None:
        """Keeps results for the next run, and lets go of others."""
        with suppress(sqlite3.Error, OSError), closing(_opened(self.path)) as database, database:
            database.execute("REPLACE INTO runs SELECT ?, coalesce(max(used), 0) + 1 FROM runs", (self.run,))
            kept = ((self.run, *row) for row in rows)
            database.executemany("REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)", kept)
            database.executemany("DELETE FROM results WHERE run = ? AND name = ?", ((self.run, name) for name in gone))
            database.execute(f"DELETE FROM results WHERE run IN ({_OLD})", (RUNS,))
            database.execute(f"DELETE FROM runs WHERE run IN ({_OLD})", (RUNS,))

    def now(self) -> int:
        """The time of the file system that the results are on, in nanoseconds; 0 where it cannot be told."""
        with suppress(OSError):
            os.utime(self.path)
            return self.path.stat().st_mtime_ns
        return 0


def answer_to(path: Path, question: bytes) -> bytes | None:
    """What is kept as the answer to a question."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=PATIENCE)) as database:
        found = database.execute("SELECT answer FROM answers WHERE question = ?", (question,)).fetchone()
        return found[0] if found and isinstance(found[0], bytes) else None
    return None


def keep_answer(path: Path, question: bytes, answer: bytes) -> None:
    """Keeps an answer in place of the one that there was."""
    with suppress(sqlite3.Error, OSError), closing(_opened(path)) as database, database:
        database.execute("REPLACE INTO answers (question, answer) VALUES (?, ?)", (question, answer))
        database.execute("DELETE FROM answers WHERE number <= (SELECT max(number) FROM answers) - ?", (ANSWERS,))


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        return _connected(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) or not path.is_file():
            raise
        # It is damaged, or was never a database.
        path.unlink()
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=PATIENCE)
    try:
        database.executescript(_TABLES)
    except sqlite3.Error:
        database.close()
        raise
    return database
