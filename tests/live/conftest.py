"""A server in a process of its own, on a port that is free, beside a project that a test may change."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from importlib.util import find_spec
from pathlib import Path

import pytest

STAGE = "stages: [{name: Look, touchpoints: Shop, steps: [{id: find, name: Finds it, emotion: 1}]}]\n"
FILES = {"cjm.yaml": "name: Shop\nextends: minimal\n", "a.journey.yaml": f"title: Buying\n{STAGE}"}
PATIENCE = 20
"""Seconds until a test gives up."""


@dataclass
class Server:
    """A server that runs."""

    folder: Path
    process: subprocess.Popen[str]
    port: int

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, path: str, method: str = "GET", *, headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """The whole answer: status, headers, body. The path goes out as it is."""
        connection, answer = self.opened(path, method, headers=headers)
        with connection:
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def opened(
        self, path: str, method: str = "GET", *, headers: Mapping[str, str] | None = None
    ) -> tuple["Connection", HTTPResponse]:
        """An answer whose body has not been read yet."""
        connection = Connection("127.0.0.1", self.port, timeout=PATIENCE)
        given = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in given.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection, connection.getresponse()

    def save(self, name: str, text: str) -> None:
        """Writes a file, and waits until those who listen are told."""
        connection, answer = self.opened("/events")
        with connection:
            answer.readline(), answer.readline()
            (self.folder / name).write_text(text, "utf-8")
            assert answer.readline().startswith(b"data: ")

    def end(self) -> tuple[int, str]:
        """Ctrl-C: the exit code, and what stood on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors


class Connection(HTTPConnection):
    """A connection that a `with` closes."""

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


Serve = Callable[..., Server]


@pytest.fixture
def serve(write, environment, tmp_path: Path) -> Iterator[Serve]:
    """Serves a project: `serve({"a.journey.yaml": "…"}, "-v")`."""
    missing = [name for name in ("starlette", "uvicorn", "watchfiles") if find_spec(name) is None]
    assert not missing, f"the server needs {missing}: `make test` installs them, so does pip --group test"
    started: list[Server] = []

    def start(files: Mapping[str, str] | None = None, *options: str) -> Server:
        write({f"p/{name}": text for name, text in {**FILES, **(files or {})}.items()})
        command = [sys.executable, "-m", "cjm_cli", "serve", "p", "--port", "0", *options]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
        process = subprocess.Popen(command, env=environment, cwd=tmp_path, **pipes)
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), process.communicate(timeout=PATIENCE)
        started.append(Server(tmp_path / "p", process, int(address.rstrip("/").rpartition(":")[2])))
        return started[-1]

    yield start
    for server in started:
        if server.process.poll() is None:
            server.process.kill()
        server.process.communicate()
