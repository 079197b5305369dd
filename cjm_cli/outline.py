"""What a file says, one fact a line, for tools that compare line by line.

Quotes, indentation, comments, short forms and the order of keys are gone, so that two texts that say the same read the same. The
order of items stays. It knows the names of fields and no models: git calls it twice for every file that it shows.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from cjm_cli.characters import show_hidden
from cjm_cli.source import Limits, Scalar, read, slug

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

INDENT = "  "
MAIN = ("name", "title", "text", "action", "reason", "src", "url", "to", "key", "date", "id")
"""The field that an item is called by: the first of these that it has."""
FIRST = (
    *(
        "id",
        "kind",
        "state",
        "summary",
        "role",
        "persona",
        "personas",
        "action",
        "goal",
        "description",
        "phase",
        "actor",
    ),
    *("duration", "wait", "actions", "emotion", "severity", "touchpoints", "channels", "thoughts", "pain_points"),
    *("opportunities", "moment_of_truth"),
)
LAST = ("next", "lanes", "stages", "steps")
"""Fields that are told first, and last; between them the others, by name."""
ONE_OF = {
    "actions": "action",
    "actors": "actor",
    "barriers": "barrier",
    "behaviours": "behaviour",
    "channels": "channel",
    "contributors": "contributor",
    "devices": "device",
    "events": "event",
    "expectations": "expectation",
    "failures": "failure",
    "fears": "fear",
    "gains": "gain",
    "goals": "goal",
    "images": "image",
    "jobs": "job",
    "lanes": "lane",
    "links": "link",
    "metrics": "metric",
    "motivations": "motivation",
    "needs": "need",
    "opportunities": "opportunity",
    "overrides": "override",
    "pain_points": "pain point",
    "personas": "persona",
    "questions": "question",
    "quotes": "quote",
    "solutions": "solution",
    "stages": "stage",
    "steps": "step",
    "tags": "tag",
    "teams": "team",
    "thoughts": "thought",
    "touchpoints": "touchpoint",
}
"""What one item of a list is called. A single value in place of the list is one, too."""
CELLS = ("stage", "step")
"""What needs not be repeated before each of its fields, for git names them at the head of a hunk."""

_BREAK = re.compile(r"\r\n?")
_VISIBLE = re.compile(r"[^\t\n]+")
_MARK = re.compile(rb"(<{7,}|[|]{7,}|={7,}|>{7,})(?:[ ]|$)")


class Line(NamedTuple):
    """One fact, and how deep it lies."""

    depth: int
    text: str

    def __str__(self) -> str:
        return f"{INDENT * self.depth}{show_hidden(' '.join(self.text.split()), zero_width=True)}\n"


def outline(content: bytes) -> str:
    """The facts of a file, of one with conflicts those of both sides; of one that cannot be read the text as it stands."""
    facts = _facts(content) or (_of_both(content) if b"<<<<<<<" in content else None)
    return as_it_is(content) if facts is None else "".join(facts)


def _facts(content: bytes) -> list[str] | None:
    document, _ = read("", content, Limits())
    if document is None or not isinstance(document.data, dict):
        return None
    return [*map(str, _root(document.data))]


def _of_both(content: bytes) -> list[str] | None:
    """What both sides of a merge say, once, and between marks what they do not agree on."""
    versions, marks = _sides(content)
    ours, theirs = map(_facts, versions)
    if ours is None or theirs is None or {*marks} < {*b"<=>"}:
        return None
    from difflib import SequenceMatcher

    begin, middle, end = (as_it_is(marks[sign]) for sign in b"<=>")
    told: list[str] = []
    for kind, *(here, here_end, there, there_end) in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        same = kind == "equal"
        told += ours[here:here_end] if same else [begin, *ours[here:here_end], middle, *theirs[there:there_end], end]
    return told


def _sides(content: bytes) -> tuple[tuple[bytes, bytes], dict[int, bytes]]:
    """A file with conflicts as each side has it, and the marks as they are written first."""
    marks: dict[int, bytes] = {}
    ours, theirs, part = [], [], b">"[0]
    for line in content.splitlines(keepends=True):
        if _MARK.match(line.rstrip(b"\r\n")):
            part = line[0]
            # What a side removed is seen where it is, and need not be so elsewhere.
            marks.setdefault(part, line.replace(b" (removed)", b""))
            continue
        if part in b"<>":
            ours.append(line)
        if part in b"=>":
            theirs.append(line)
    return (b"".join(ours), b"".join(theirs)), marks


def as_it_is(content: bytes) -> str:
    """The lines of a file, with escapes for what a terminal would obey."""
    text = _BREAK.sub("\n", content.decode(errors="backslashreplace").removeprefix("\ufeff"))
    shown = _VISIBLE.sub(lambda part: show_hidden(part[0], zero_width=True), text)
    return shown if shown.endswith("\n") or not shown else f"{shown}\n"


def _root(data: dict[str, Data]) -> Iterator[Line]:
    noun = _noun(data)
    # Said by the first line, or by nobody, for it goes without saying.
    plain = {key: value for key, value in data.items() if (key, value) not in (("kind", noun), ("cjm", "1"))}
    yield from _item(noun, plain, 0, "")


def _noun(data: Mapping[str, Data]) -> str:
    if data.get("kind") == "journey" or "title" in data or "stages" in data or "steps" in data:
        return "journey"
    is_project = {"extends", "rules", "include", "exclude", "teams", "touchpoints", "metrics", "render", "theme"} & {
        *data
    }
    return "project" if is_project or "name" not in data else "persona"


def _item(noun: str, data: dict[str, Data], depth: int, within: str) -> Iterator[Line]:
    """Something with fields: a line with what it is called, and its fields beneath."""
    main = next((key for key in MAIN if isinstance(data.get(key), str)), None)
    name = str(data[main]) if main else ""
    yield Line(depth, f"{within}{noun}: {name}" if name else f"{within}{noun}")
    # An id that follows from the name says nothing more.
    told = {key: value for key, value in data.items() if key != main and (key, value) != ("id", slug(name))}
    inside = "" if noun in CELLS or not depth else f"{within}{noun} "
    yield from _fields(told, depth + 1, inside)


def _fields(data: dict[str, Data], depth: int, within: str) -> Iterator[Line]:
    for key in sorted(data, key=_place):
        value = data[key]
        for part in value if isinstance(value, list) else [value]:
            yield from _field(key, part, depth, within)


def _place(key: str) -> tuple[int, int, str]:
    if key in FIRST:
        return 0, FIRST.index(key), key
    return (2, LAST.index(key), key) if key in LAST else (1, 0, key)


def _field(key: str, value: Data, depth: int, within: str) -> Iterator[Line]:
    """A field, or one item of a field that is a list."""
    label = ONE_OF.get(key, key if key.startswith("x-") else key.replace("_", " "))
    if key == "emotion":
        yield from _emotion(value, depth, f"{within}emotion")
    elif isinstance(value, dict) and value:
        is_item = key in ONE_OF or any(isinstance(value.get(main), str) for main in MAIN)
        yield from _item(label, value, depth, within) if is_item else _fields(value, depth, f"{within}{label} ")
    else:
        yield Line(depth, f"{within}{label}: {_flow(value)}")


def _emotion(value: Data, depth: int, label: str) -> Iterator[Line]:
    """All of a feeling on one line: it is read as one thing."""
    parts: dict[str, Data] = {**value} if isinstance(value, dict) else {}
    if isinstance(value, Scalar):
        parts = {"score": value}
    elif not isinstance(value, dict):
        parts = {"feeling": value}
    each = parts.get("by_persona")
    if isinstance(each, dict):
        del parts["by_persona"]
    felt = [_flow(parts.pop(key)) for key in ("score", "feeling", "emoji") if key in parts]
    reason = f" – {_flow(parts.pop('reason'))}" if "reason" in parts else ""
    basis = f" ({_flow(parts.pop('basis'))})" if "basis" in parts else ""
    if felt or reason or basis:
        yield Line(depth, f"{label}: {' '.join(felt)}{reason}{basis}")
    yield from _fields(parts, depth + 1, f"{label} ")
    for persona, own in sorted(each.items()) if isinstance(each, dict) else ():
        yield from _emotion(own, depth, f"{label} of {persona}")


def _flow(value: Data) -> str:
    """A value on one line: a number that is negative with a true minus."""
    if isinstance(value, Scalar):
        return re.sub("^-", "−", value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return "(empty)" if value is None else value
