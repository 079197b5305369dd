"""One JSON document: every change with both its places, and what they did; `cjm schema changes` describes it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from cjm_cli.difference.difference import Change, Compared, Difference, Felt, Impact, Kind, Place
from cjm_cli.reports import Sources
from cjm_cli.reports._items import items
from cjm_cli.reviews import _words as words

VERSION = 1
"""Grows when a reader of the document would have to change; a field more is none of their business."""

Value: TypeAlias = "str | float | bool | Sequence[Value] | Mapping[str, Value] | None"


def review(difference: Difference) -> str:
    """The document. Lines and columns count from 1, in code points; the end is exclusive."""
    document: dict[str, Value] = {
        "version": VERSION,
        "old": difference.old,
        "new": difference.new,
        "changes": [_change(change, one) for one in difference.compared for change in one.changes],
        "journeys": [_journey(one) for one in difference.compared if one.entity == "journey"],
        "findings": [*items(difference.findings, Sources({}, ()))],
        "summary": _summary(difference),
    }
    # In ASCII, so that it is sound JSON in any encoding of the terminal, and nothing in it is obeyed there.
    return json.dumps(document, indent=2) + "\n"


def _change(change: Change, compared: Compared) -> Value:
    return {
        "kind": change.kind.value,
        "impact": change.impact.value,
        "of": compared.entity,
        "id": compared.id,
        "entity": change.entity,
        "name": change.name,
        "within": change.within,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "reason": change.reason,
        "places": {"old": _place(change.old, compared), "new": _place(change.new, compared)},
    }


def _place(place: Place | None, compared: Compared) -> Value:
    if place is None:
        return None
    path, span, logical = place.location
    return {
        "path": path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "logical": "/".join(filter(None, (compared.id, logical.replace(" › ", "/")))),
    }


def _journey(compared: Compared) -> Value:
    found, impact, state = compared.summary, compared.impact, words.state(compared)
    return {
        "id": compared.id,
        "title": compared.title,
        "state": (state or Kind.CHANGED).value,
        "impact": impact.value if impact else None,
        "curve": [_felt(felt) for felt in found.curve],
        "opened": found.opened,
        "resolved": found.resolved,
        "opportunities": [{"text": move.text, "before": move.before, "after": move.after} for move in found.ideas],
        "coverage": {"before": found.coverage[0], "after": found.coverage[1]} if found.coverage else None,
    }


def _felt(felt: Felt) -> Value:
    return {
        "id": felt.id,
        "name": felt.name,
        "stage": felt.stage,
        "before": felt.before,
        "after": felt.after,
        "before_text": felt.before_text,
        "after_text": felt.after_text,
        "kind": felt.kind.value if felt.kind else None,
    }


def _summary(difference: Difference) -> Value:
    entities = Counter(one.entity for one in difference.compared)
    changes = difference.changes
    return {
        "impact": difference.impact.value if difference.impact else None,
        "journeys": entities["journey"],
        "personas": entities["persona"],
        "projects": entities["project"],
        "changes": len(changes),
        **dict(_counts(Counter(change.impact.value for change in changes), Impact)),
        **dict(_counts(Counter(change.kind.value for change in changes), Kind)),
    }


def _counts(found: Counter[str], names: type[Impact] | type[Kind]) -> Iterator[tuple[str, int]]:
    return ((name.value, found[name.value]) for name in names)
