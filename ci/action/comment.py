"""Puts the report into one comment of the pull request, which later runs bring up to date.

Whether the job fails is for the findings to decide: a comment that cannot be written is told of, and no more.
"""

import http.client
import json
import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runner import fit, say

LIMIT = 65_536
"""How many characters GitHub takes."""
FORBIDDEN = {401, 403, 404}
"""What GitHub answers to those that may not; 404 where they may not even know."""

_NEXT = re.compile(r'<([^>]*)>\s*;[^,]*\brel="next"')


class _Stay(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else: a redirect would take the token along, and turn a POST into a GET."""

    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stay)


@dataclass(frozen=True)
class Repository:
    """A repository, as the API shows it to the holder of a token."""

    api: str
    name: str
    token: str

    def write(self, number: int, marker: str, body: str) -> None:
        """Brings our comment on a pull request up to date, or makes it."""
        base = f"{self.api}/repos/{self.name}/issues"
        found = self._ours(f"{base}/{number}/comments", marker)
        if found is None:
            self._ask("POST", f"{base}/{number}/comments", {"body": body})
        else:
            self._ask("PATCH", f"{base}/comments/{found}", {"body": body})

    def _ours(self, url: str, marker: str) -> int | None:
        """The id of the comment that starts with the marker. Anybody can write one, so it must be by a bot, or by us."""
        marked = [comment for comment in self._all(url) if comment["body"].startswith(marker)]
        bots = [comment["id"] for comment in marked if comment["user"]["type"] == "Bot"]
        if marked and not bots:
            # With a person's token the comment is that person's. The token of a job may not ask who it is: no matter.
            bots = [comment["id"] for comment in marked if comment["user"]["login"] == self._login()]
        return bots[0] if bots else None

    def _all(self, url: str) -> Iterator[dict[str, Any]]:
        following: str | None = f"{url}?per_page=100"
        while following:
            page, links = self._ask("GET", following)
            yield from ({**comment, "body": comment["body"] or ""} for comment in page if comment["user"])
            found = _NEXT.search(links)
            following = found[1] if found and found[1].startswith(f"{self.api}/") else None

    def _login(self) -> str | None:
        try:
            login: str = self._ask("GET", f"{self.api}/user")[0]["login"]
        except urllib.error.HTTPError:
            return None
        return login

    def _ask(self, method: str, url: str, content: object = None) -> tuple[Any, str]:
        """What the API answers, and its links to further pages."""
        request = urllib.request.Request(url, method=method)
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("Authorization", f"Bearer {self.token}")
        if content is not None:
            request.data = json.dumps(content).encode()
            request.add_header("Content-Type", "application/json")
        with _OPENER.open(request, timeout=30) as answer:
            return json.load(answer), answer.headers.get("Link", "")


def main() -> int:
    """Comments, if there is a pull request and it may be commented on."""
    name, event = os.environ["CJM_ID"], json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    if not re.fullmatch(r"[A-Za-z0-9_.-]+", name):
        say("error", "the input id may hold letters, digits, dots, hyphens and underscores only")
        return 2
    if "pull_request" not in event:
        say("notice", "no comment: this run is for no pull request")
        return 0
    marker = f"<!-- cjm-validate: {name} -->"
    body = fit(f"{marker}\n{Path(os.environ['CJM_MARKDOWN']).read_text('utf-8')}", LIMIT)
    token = os.environ["CJM_TOKEN"].strip()
    repository = Repository(os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], token)
    try:
        repository.write(event["pull_request"]["number"], marker, body)
    except urllib.error.HTTPError as error:
        _tell(error)
    except (OSError, ValueError, http.client.HTTPException) as error:
        # Not the message itself: about a header that is none, it quotes the token.
        why = getattr(error, "reason", type(error).__name__)
        say("warning", f"no comment: GitHub cannot be reached or understood ({why})")
    return 0


def _tell(error: urllib.error.HTTPError) -> None:
    if error.code in FORBIDDEN:
        why = "a pull request from a fork, or a job without the permission pull-requests: write"
        say("notice", f"no comment: GitHub does not allow it ({error.code}; {why}); the page of the run has the report")
    else:
        say("warning", f"no comment: GitHub answers {error.code} {error.reason}")


if __name__ == "__main__":
    sys.exit(main())
