"""What the scripts of the action have in common: the words of the runner that they talk to."""

import os
from collections.abc import Callable
from pathlib import Path

CUT = "\nThe rest would not fit here.\n"

_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


def lines(name: str) -> list[str]:
    """The values of an input that holds one a line. Lines, not words: so a space needs no quotes, and nothing is eval'd."""
    return [line.strip() for line in os.environ[name].splitlines() if line.strip()]


def output(name: str, value: str) -> None:
    """Sets an output of the step."""
    _append("GITHUB_OUTPUT", f"{name}={value}\n")


def summarise(text: str) -> None:
    """Adds to the page of the run."""
    _append("GITHUB_STEP_SUMMARY", text)


def say(level: str, text: str) -> None:
    """Shows a notice, a warning or an error on the page of the run."""
    print(f"::{level} title=cjm::{text.translate(_IN_DATA)}")


def fit(text: str, room: int, size: Callable[[str], int] = len) -> str:
    """The text, or as many of its lines as there is room for and a sentence that says so; half a line would be no table."""
    if size(text) <= room:
        return text
    room -= size(CUT)
    kept = []
    for line in text.splitlines(keepends=True):
        room -= size(line)
        if room < 0:
            break
        kept.append(line)
    return "".join(kept) + CUT if kept else ""


def _append(variable: str, text: str) -> None:
    with Path(os.environ[variable]).open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)
