"""A changelog as Markdown, as text for a terminal, or as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from cjm_cli import colour
from cjm_cli.changelog.news import ADDED, BETTER, CHANGED, DONE, MOVED, OPENED, REMOVED, RESOLVED, WORSE, Item, News
from cjm_cli.changelog.sections import Section
from cjm_cli.formats._screen_text import hanging
from cjm_cli.markup import markdown as md
from cjm_cli.terminal import escape

WIDTH, LABEL = 80, 10
INTRODUCTION = "What changed for the customer, by journey."
NOTHING = "Nothing changed for the customer."
PLANNED = "planned"
VERSION = 1
"""Grows when a reader of the document would have to change; a field more is none of their business."""
_PAINT: Mapping[str, Callable[[str], str]] = {
    ADDED: colour.blue,
    MOVED: colour.cyan,
    CHANGED: colour.yellow,
    BETTER: colour.blue,
    RESOLVED: colour.blue,
    DONE: colour.blue,
    WORSE: colour.red,
    OPENED: colour.red,
    REMOVED: colour.red,
}


def markdown(sections: Iterable[Section]) -> str:
    """A page in the manner of Keep a Changelog."""
    blocks = [block for section in sections for block in _markdown(section)]
    return "\n\n".join([md.heading(1, "Changelog"), *([INTRODUCTION, *blocks] if blocks else [NOTHING])]) + "\n"


def _markdown(section: Section) -> Iterator[str]:
    yield md.heading(2, " - ".join(filter(None, (md.escape(section.name), section.date))))
    for one in section.news:
        yield md.heading(3, md.escape(_title(one)))
        yield md.bullets((f"{md.strong(item.what)}: {md.escape(item.text)}", ()) for item in one.items)


def _title(one: News) -> str:
    """The title, and what it is where it is no journey as it is today."""
    about = [one.entity] * (one.entity not in ("journey", one.title)) + [PLANNED] * one.is_planned
    return " ".join(filter(None, (one.title or one.id, f"({', '.join(about)})" if about else "")))


def text(sections: Iterable[Section]) -> str:
    """Lines, painted."""
    blocks = ["\n".join(_text(section)) for section in sections]
    return "\n\n".join(blocks or [NOTHING]) + "\n"


def _text(section: Section) -> Iterator[str]:
    yield colour.bold(escape("  ".join(filter(None, (section.name, section.date)))))
    for one in section.news:
        yield from ("", f"  {colour.bold(escape(_title(one)))}")
        for item in one.items:
            yield from _line(item)


def _line(item: Item) -> Iterator[str]:
    paint = _PAINT[item.what]
    yield from (
        f"    {line.painted}" for line in hanging(f"{item.what:{LABEL}}", item.text, WIDTH - 4, mark_paint=paint)
    )


def as_json(sections: Iterable[Section]) -> str:
    """One document; in ASCII, so that it is sound in any encoding of the terminal."""
    told = [_section(section) for section in sections]
    return json.dumps({"version": VERSION, "sections": told}, indent=2) + "\n"


def _section(section: Section) -> Mapping[str, object]:
    return {"name": section.name, "date": section.date or None, "changed": [_one(one) for one in section.news]}


def _one(one: News) -> Mapping[str, object]:
    items = [{"what": item.what.lower(), "text": item.text} for item in one.items]
    return {"entity": one.entity, "id": one.id, "title": one.title, "planned": one.is_planned, "items": items}


WRITERS: Mapping[str, Callable[[Iterable[Section]], str]] = {"json": as_json, "markdown": markdown, "text": text}
"""The formats by name."""
