"""Runs the live site on this machine, and nowhere else, until Ctrl-C."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
import watchfiles

from cjm_cli.errors import UsageError, reason
from cjm_cli.live.app import app_of
from cjm_cli.live.studio import Studio
from cjm_cli.workspace.discover import is_searched

HOST = "127.0.0.1"
WATCHED = (".yaml", ".yml", ".toml")
"""What maps and settings are kept in."""
QUIET = 50
"""Milliseconds without a further change after which a change is looked at."""


def listening(port: int) -> socket.socket:
    """A socket that only this machine can reach. Raises UsageError when the port is taken."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        # From here on a browser waits, rather than being turned away, until there is somebody to answer.
        made.listen()
    except OSError as error:
        made.close()
        raise UsageError(f"port {port} cannot be used: {reason(error)}", "give another with --port") from error
    return made


def run(studio: Studio, where: socket.socket, root: Path, say: Callable[[str], None]) -> None:
    """Serves, and looks again at the project whenever a file changes, until it is interrupted."""
    server: uvicorn.Server
    app = app_of(studio, where.getsockname()[1], lambda: server.should_exit)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    # Whether the interrupt is raised once more here depends on who had the signal last.
    with suppress(KeyboardInterrupt):
        asyncio.run(_both(server, studio, where, root=root, say=say))


async def _both(
    server: uvicorn.Server, studio: Studio, where: socket.socket, *, root: Path, say: Callable[[str], None]
) -> None:
    stop = asyncio.Event()
    watching = asyncio.create_task(_watch(studio, root, stop, say))
    # Without it the pages would grow old and nobody would know: what stopped it is told at the end.
    watching.add_done_callback(lambda _: setattr(server, "should_exit", True))
    try:
        await server.serve(sockets=[where])
    finally:
        stop.set()
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _watch(studio: Studio, root: Path, stop: asyncio.Event, say: Callable[[str], None]) -> None:
    changes = watchfiles.awatch(
        root,
        watch_filter=lambda _, path: _is_ours(Path(path), root),
        stop_event=stop,
        step=QUIET,
        debounce=QUIET * 8,
        rust_timeout=500,
    )
    async for changed in changes:
        say(await asyncio.to_thread(studio.refresh))
        del changed


def _is_ours(path: Path, root: Path) -> bool:
    within = path.relative_to(root).parts if path.is_relative_to(root) else path.parts
    return path.name.endswith(WATCHED) and all(map(is_searched, within[:-1]))
