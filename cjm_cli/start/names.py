"""A name that somebody typed: as a text of one line, and as the name of a file that every system takes."""

from cjm_cli.errors import UsageError
from cjm_cli.source import Limits, read
from cjm_cli.source.quote import scalar
from cjm_cli.source.slug import slug

LONGEST = 60
"""Characters of a file's name, without its suffixes; in no script do they take more bytes than a file system gives."""
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""What Windows takes for a device, whatever the suffix."""


def one_line(name: str, what: str) -> str:
    """The name as it goes into a file. Raises UsageError when nothing is left of it."""
    text = " ".join(name.split())
    if not text:
        raise UsageError(f"the {what} is empty", "give a text that people know it by")
    _, findings = read(what, f"title: {scalar(text)}\n".encode(errors="surrogatepass"), Limits())
    if findings:
        raise UsageError(f'the {what} "{text}" cannot stand in a file', "leave out what nobody can see")
    return text


def id_from(name: str) -> str:
    """The id that a name gives. Raises UsageError when it gives none."""
    found = _short(slug(name))
    if not found:
        raise UsageError(f'"{name}" holds neither letters nor digits, so it gives no id', "give one: --id my-id")
    return f"{found}-1" if found in _DEVICES else found


def id_given(given: str) -> str:
    """The id that was given. Raises UsageError when it is none."""
    right = _short(slug(given))
    if given and given == right and given not in _DEVICES:
        return given
    way_out = f"for example: --id {right}" if right and right not in _DEVICES else "letters, digits and hyphens will do"
    raise UsageError(f'"{given}" cannot be an id', way_out)


def _short(found: str) -> str:
    """Cut between words where that is possible."""
    if len(found) <= LONGEST:
        return found
    head, _, _ = found[: LONGEST + 1].rpartition("-")
    return head or found[:LONGEST]
