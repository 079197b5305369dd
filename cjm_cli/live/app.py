"""What the server answers: pages out of memory, and an event whenever they have changed. It touches no file."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, MutableMapping
from typing import Any

from starlette.responses import PlainTextResponse, Response, StreamingResponse

from cjm_cli.live.studio import Studio

EVENTS = "/events"
METHODS = ("GET", "HEAD")
LOOKS = 0.05
"""Seconds between two looks whether there is anything to tell, or the server is about to end."""
SAFE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


def app_of(studio: Studio, port: int, is_ending: Callable[[], bool]) -> App:
    """The application on this port; streams end once `is_ending` says so."""
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await _answer(scope, studio, hosts, is_ending)(scope, receive, send)

    return app


def _answer(scope: Scope, studio: Studio, hosts: frozenset[str], is_ending: Callable[[], bool]) -> Response:
    headers = _Headers(scope["headers"])
    if refused := _refused(scope, headers, hosts):
        return refused
    if scope["path"] == EVENTS:
        if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            return _said(403, "The events are for this site only.")
        if scope["method"] == "HEAD":
            return Response(media_type="text/event-stream", headers=SAFE)
        return StreamingResponse(_events(studio, is_ending), media_type="text/event-stream", headers=SAFE)
    page = studio.page(scope["path"])
    if page is None:
        return Response(studio.missing(), 404, SAFE, "text/html")
    return Response(page, 200, SAFE, "text/html")


def _refused(scope: Scope, headers: "_Headers", hosts: frozenset[str]) -> Response | None:
    """The answer to those who ask for what they should not; a name of another site may lead here (DNS rebinding)."""
    if headers.get("host") not in hosts:
        return _said(421, "This server answers to 127.0.0.1 and localhost only.")
    origin = headers.get("origin")
    if origin is not None and origin not in {f"http://{host}" for host in hosts}:
        return _said(403, "Other sites may not ask here.")
    if scope["method"] not in METHODS:
        refusal = _said(405, "Pages can be looked at, and nothing else.")
        refusal.headers["Allow"] = ", ".join(METHODS)
        return refusal
    return None


def _said(status: int, text: str) -> Response:
    return PlainTextResponse(f"{text}\n", status, SAFE)


class _Headers:
    """What a request says of itself; a header that is given twice says nothing that can be trusted."""

    def __init__(self, raw: Iterable[tuple[bytes, bytes]]) -> None:
        self._raw = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in raw]

    def get(self, name: str) -> str | None:
        values = [value for given, value in self._raw if given == name]
        return ", ".join(values) if values else None


async def _events(studio: Studio, is_ending: Callable[[], bool]) -> AsyncIterator[str]:
    """The version of the site, at once and after each change."""
    told = None
    while not is_ending():
        if studio.state.version != told:
            told = studio.state.version
            yield f"data: {told}\n\n"
        await asyncio.sleep(LOOKS)
