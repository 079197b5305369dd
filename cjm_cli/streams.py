"""The standard streams: data on stdout, words for people on stderr, and no trouble from either.

A reader that left (`| head`) is no mistake; a disk that is full is one, told in one line. A character that the stream's
encoding lacks is written as an escape. After each write nothing is left for the interpreter to flush when it ends, so that
it has nothing to complain about.
"""

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from cjm_cli.errors import OutputError, reason
from cjm_cli.terminal import escape

STDOUT = "standard output"


def harden() -> None:
    """Makes sure that no text is refused for the characters in it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write_out(text: str) -> None:
    """Writes data. Raises OutputError when it cannot be written; does nothing when nobody reads it."""
    _write(lambda stdout: stdout.write(text))


def write_bytes(content: bytes) -> None:
    """Writes a document as it is, whatever the terminal's encoding. Raises as `write_out` does."""
    _write(lambda stdout: stdout.buffer.write(content))


def _write(write: Callable[[TextIO], object]) -> None:
    if sys.stdout is None:
        raise OutputError(STDOUT, "it is closed")
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)
    except OSError as error:
        discard(sys.stdout)
        raise OutputError(STDOUT, reason(error)) from error


def write_err(line: str) -> None:
    """Writes one line for a person; what a terminal would obey is shown escaped."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{escape(line)}\n")


def write_status(line: str) -> None:
    """Puts a line where the last one of these stood, and an empty one nowhere; for terminals."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"\r\x1b[K{escape(line)}")
        sys.stderr.flush()


def discard(stream: TextIO) -> None:
    """Lets go of what the stream still holds, and of all that follows."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
