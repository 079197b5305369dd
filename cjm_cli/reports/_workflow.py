"""Workflow commands of GitHub Actions: lines of a log that become annotations in the diff of a pull request."""

from collections.abc import Mapping

from cjm_cli.terminal import escape

_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def command(level: str, properties: Mapping[str, str | int], *texts: str) -> str:
    """A line that says `texts`, those that say something, each on a line of its own."""
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join(escape(part) for part in texts if part)
    return f"::{level}{' ' if told else ''}{told}::{text.translate(_IN_DATA)}\n"


def _property(value: str) -> str:
    return escape(value).translate(_IN_PROPERTY)
