"""How long it takes from a saved file to the event that loads the page again."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from corpus import Size
from ground import TODAY, Ground, maps_of
from measure import CJM, Cost, Question, Shown, environment

JOURNEYS = 300
SAVED = 10
"""How often a file is saved; a different one each time, as somebody works who goes through all of them."""
SAVED_TEXT = "He will know in no time."
NANO = 1_000_000_000


def rows(ground: Ground) -> Iterator[str]:
    """Against the first look at the project, which reads and draws everything."""
    project = ground.project("served", Size(JOURNEYS))
    started = time.perf_counter()
    with _server(project) as (process, port):
        first = Cost(time.perf_counter() - started, _used(process))
        saved = [_saved(path, process, port) for path in maps_of(project, SAVED)]
    question = Question(
        f"`cjm serve`, {JOURNEYS} journeys, a file is saved → the page is loaded again",
        "the first look at all",
        shown=Shown.FASTER,
    )
    yield question.answered([(one, first) for one in saved])


@contextmanager
def _server(project: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = [CJM, "serve", str(project), "--port", "0", "-q", *TODAY]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", env=environment()
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        yield process, int(address.rstrip("/").rpartition(":")[2])
    finally:
        process.kill()
        process.wait()


def _saved(path: Path, process: subprocess.Popen[str], port: int) -> Cost:
    """What the server takes to tell those who listen."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/events")
    events = connection.getresponse()
    before = _event(events)
    # The server is at rest, and the watch has begun.
    time.sleep(0.5)
    text = path.read_text("utf-8").replace("He will know in ten seconds.", SAVED_TEXT)
    started, used = time.perf_counter(), _used(process)
    path.write_text(text, "utf-8")
    assert _event(events) != before
    connection.close()
    _load(path, port)
    return Cost(time.perf_counter() - started, _used(process) - used)


def _load(path: Path, port: int) -> None:
    """Gets the page of the journey, which shows what was saved."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", f"/journeys/{path.name.partition('.')[0]}.html")
    assert SAVED_TEXT in connection.getresponse().read().decode()
    connection.close()


def _event(events: HTTPResponse) -> bytes:
    """The next event that has something to say."""
    while not (line := events.readline()).startswith(b"data: "):
        assert line, "the server has ended"
    return line


def _used(process: subprocess.Popen[str]) -> float:
    """Seconds of processor so far, of all its threads; Linux counts them in nanoseconds."""
    threads = Path(f"/proc/{process.pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / NANO
