"""One JSON document: every change with both its places, and what they did; `cjm schema changes` describes it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from cjm_cli.comparison.comparison import Comparison, Remark
from cjm_cli.difference.difference import Change, Compared, Difference, Felt, Impact, Kind, Place
from cjm_cli.difference.promises import Gap, Pain, Promise, Promises
from cjm_cli.difference.ways import Way, Ways
from cjm_cli.reports import Sources
from cjm_cli.reports._items import items
from cjm_cli.reviews import _words as words
from cjm_cli.workspace.load import Loaded

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


# Two journeys of one project


def compare(comparison: Comparison) -> str:
    """The document of two journeys; `kind` says whether the one is planned to follow the other, or both are ways."""
    told = comparison.told
    left, right = ("today", "planned") if comparison.is_plan else ("left", "right")
    document: dict[str, Value] = {
        "version": VERSION,
        "kind": "plan" if comparison.is_plan else "ways",
        left: _side(comparison.left, comparison.titles[0], comparison.names[0]),
        right: _side(comparison.right, comparison.titles[1], comparison.names[1]),
        **(_promises(told, comparison.remarks) if isinstance(told, Promises) else _ways(told)),
        "sentence": comparison.sentence,
    }
    return json.dumps(document, indent=2) + "\n"


def _side(loaded: Loaded, title: str, name: str) -> Value:
    return {"id": loaded.id, "title": title, "name": name, "path": loaded.source.name}


def _promises(told: Promises, remarks: Sequence[Remark]) -> dict[str, Value]:
    return {
        "gaps": [_gap(gap) for gap in told.gaps],
        "pain_points": [_pain(pain) for pain in told.pains],
        "new_pain_points": told.new_pains,
        "unexplained": [_remark(remark) for remark in remarks if remark.is_unexplained],
        "unowned": [_remark(remark) for remark in remarks if not remark.is_unexplained],
    }


def _gap(gap: Gap) -> Value:
    return {
        **_beside(gap.felt, ("today", "planned")),
        "rise": gap.rise,
        "is_explained": gap.is_explained,
        "promises": [_promise(promise) for promise in gap.promises],
    }


def _pain(pain: Pain) -> Value:
    return {
        "text": pain.text,
        "within": pain.within,
        "severity": pain.severity,
        "fate": pain.fate.value,
        "accepted": pain.accepted,
        "is_explained": pain.fate.is_explained,
        "promises": [_promise(promise) for promise in pain.promises],
    }


def _promise(promise: Promise) -> Value:
    return {**vars(promise), "missing": promise.missing}


def _remark(remark: Remark) -> Value:
    path, span, _ = remark.location
    return {"text": remark.text, "path": path, "line": span.line, "column": span.column}


def _ways(told: Ways) -> dict[str, Value]:
    return {"stages": [_way(way) for way in told.stages]}


def _way(way: Way) -> Value:
    lanes = [{"lane": one.lane, "left": one.left, "right": one.right, "both": one.both} for one in way.contrasts]
    return {**_beside(way.felt, ("left", "right")), "lanes": lanes, "steps": [_way(step) for step in way.steps]}


def _beside(felt: Felt, names: tuple[str, str]) -> dict[str, Value]:
    """A stage or a step by what each side feels there; `only` says that it stands on one of them."""
    only = {Kind.REMOVED: names[0], Kind.ADDED: names[1]}.get(felt.kind) if felt.kind else None
    return {
        "id": felt.id,
        "name": felt.name,
        "stage": felt.stage,
        "only": only,
        names[0]: {"score": felt.before, "text": felt.before_text},
        names[1]: {"score": felt.after, "text": felt.after_text},
    }
