"""As much of GitHub as the action meets: a runner for the steps of a composite action, and the API of comments."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ruamel.yaml import YAML

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
TOKEN = "ghs_not-to-be-told"


@dataclass
class Job:
    """What came of a run of the action."""

    exit_code: int = 0
    stdout: str = ""
    stderr: str = ""
    summary: str = ""
    steps: dict[str, dict[str, str]] = field(default_factory=dict)
    used: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Actions of others that it calls, and with what."""
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def log(self) -> str:
        """All that was printed."""
        return self.stdout + self.stderr

    @property
    def annotations(self) -> list[str]:
        """The commands to the runner that tell of findings."""
        return [line for line in self.stdout.splitlines() if ",title=" in line]


class Runner:
    """Runs the steps of a composite action: conditions, expressions, files of commands, and a real bash."""

    def __init__(self, definition: Path, workspace: Path, temp: Path, environment: Mapping[str, str]) -> None:
        self.action = YAML(typ="safe", pure=True).load(definition)
        self.home, self.workspace, self.temp = definition.parent, workspace, temp
        self.environment = dict(environment)
        self.event: Mapping[str, Any] = {"pull_request": {"number": 7}}
        self.summary = ""
        """What stands on the page already."""
        self.done: dict[str, dict[str, str]] = {}
        """Steps that need not be run, and what they gave out."""

    def run(self, given: Mapping[str, object], only: Sequence[str] = ()) -> Job:
        """Runs the action with these inputs; `only` are the steps to run."""
        inputs = self.action["inputs"]
        unknown = given.keys() - inputs.keys()
        assert not unknown, f"no inputs of the action: {unknown}"
        defaults = {name: _filled(about["default"], {"github.token": TOKEN}) for name, about in inputs.items()}
        values = {f"inputs.{name}": _text(value) for name, value in {**defaults, **given}.items()}
        job = Job(summary=self.summary, steps={name: dict(outputs) for name, outputs in self.done.items()})
        for step in self.action["runs"]["steps"]:
            if step.get("id") not in self.done and (not only or step.get("id") in only):
                self._step(step, job, values)
        known = _known(values, job)
        job.outputs = {name: _filled(about["value"], known) for name, about in self.action["outputs"].items()}
        return job

    def _step(self, step: Mapping[str, Any], job: Job, values: Mapping[str, str]) -> None:
        known = _known(values, job)
        condition = step.get("if", "success()").removeprefix("${{").removesuffix("}}")
        if not _evaluated(condition, known, succeeded=job.exit_code == 0):
            return
        if "uses" in step:
            job.used.append(
                (step["uses"], {name: _filled(_text(value), known) for name, value in step["with"].items()})
            )
            # What the action that finds a Python gives out.
            job.steps[step.get("id", "")] = {"python-path": sys.executable}
            return
        environment = {name: _filled(value, known) for name, value in step["env"].items()}
        self._bash(step["run"], step.get("id", ""), environment, job)

    def _bash(self, script: str, name: str, environment: Mapping[str, str], job: Job) -> None:
        files = {f"GITHUB_{name}": self.temp / name for name in ("OUTPUT", "STEP_SUMMARY", "EVENT_PATH")}
        for path in files.values():
            path.write_text("", "utf-8")
        files["GITHUB_EVENT_PATH"].write_text(json.dumps(self.event), "utf-8")
        files["GITHUB_STEP_SUMMARY"].write_text(job.summary, "utf-8")
        variables = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.home),
            "GITHUB_REPOSITORY": "shop/journeys",
            "RUNNER_TEMP": str(self.temp),
            **{name: str(path) for name, path in files.items()},
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        whole = {**self.environment, **variables, **environment}
        ran = subprocess.run(command, cwd=self.workspace, env=whole, capture_output=True, timeout=120, check=False)
        job.stdout += ran.stdout.decode()
        job.stderr += ran.stderr.decode()
        job.exit_code = job.exit_code or ran.returncode
        job.summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        lines = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
        job.steps[name] = dict(line.split("=", 1) for line in lines)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _known(values: Mapping[str, str], job: Job) -> dict[str, str]:
    outputs = {f"steps.{step}.outputs.{name}": value for step, of in job.steps.items() for name, value in of.items()}
    return {**values, **outputs}


def _filled(text: str, known: Mapping[str, str]) -> str:
    return EXPRESSION.sub(lambda found: str(_evaluated(found[1], known)), text)


def _evaluated(expression: str, known: Mapping[str, str], *, succeeded: bool = True) -> Any:
    python = re.sub(r"\b(?:inputs|steps|github)\.[\w.-]+", lambda found: repr(known.get(found[0], "")), expression)
    python = python.replace("!cancelled()", "True").replace("success()", str(succeeded)).replace("&&", " and ")
    return eval(python.strip(), {"__builtins__": {}})


@dataclass(frozen=True)
class Asked:
    """A request that the API had."""

    method: str
    path: str
    authorization: str | None
    body: str


class Api(ThreadingHTTPServer):
    """Comments of a pull request, in pages of a hundred, the way GitHub keeps them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[Asked] = []
        self.comments: list[dict[str, Any]] = []
        self.login: str | None = None
        """Whose token it is; None when it is that of a job."""
        self.refuse: Mapping[str, int] = {}
        """What to answer a method with, in place of what was asked for."""

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> "Api":
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def add(self, body: str | None, login: str = "github-actions[bot]") -> dict[str, Any]:
        """Somebody comments."""
        kind = "Bot" if login.endswith("[bot]") else "User"
        comment = {"id": len(self.comments) + 1, "body": body, "user": {"login": login, "type": kind}}
        self.comments.append(comment)
        return comment

    @property
    def methods(self) -> list[str]:
        """What was asked, in short."""
        return [asked.method for asked in self.asked]


class _Answer(BaseHTTPRequestHandler):
    server: Api

    def do_GET(self) -> None:
        self._record("")
        parts = urlsplit(self.path)
        if self._is_refused():
            return
        if parts.path == "/user":
            self._send(*((200, {"login": self.server.login}) if self.server.login else (403, {"message": "no"})))
            return
        assert parts.path == "/repos/shop/journeys/issues/7/comments"
        asked = parse_qs(parts.query)
        size, page = int(asked["per_page"][0]), int(asked.get("page", ["1"])[0])
        following = f'<{self.server.url}{parts.path}?per_page={size}&page={page + 1}>; rel="next"'
        last = f'<{self.server.url}{parts.path}?per_page={size}&page=99>; rel="last"'
        more = len(self.server.comments) > size * page
        links = f"{following}, {last}" if more else ""
        self._send(200, self.server.comments[size * (page - 1) : size * page], links)

    def do_POST(self) -> None:
        body = self._body()
        if not self._is_refused():
            assert self.path == "/repos/shop/journeys/issues/7/comments"
            self._send(201, self.server.add(body, self.server.login or "github-actions[bot]"))

    def do_PATCH(self) -> None:
        body = self._body()
        if not self._is_refused():
            number = int(self.path.removeprefix("/repos/shop/journeys/issues/comments/"))
            self.server.comments[number - 1]["body"] = body
            self._send(200, self.server.comments[number - 1])

    def _body(self) -> str:
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._record(content["body"])
        return str(content["body"])

    def _record(self, body: str) -> None:
        self.server.asked.append(Asked(self.command, self.path, self.headers["Authorization"], body))

    def _is_refused(self) -> bool:
        code = self.server.refuse.get(self.command)
        if code:
            self._send(code, {"message": "Resource not accessible by integration"})
        return code is not None

    def _send(self, code: int, content: object, links: str = "") -> None:
        body = json.dumps(content).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        if links:
            self.send_header("Link", links)
        if code in (301, 307):
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""
