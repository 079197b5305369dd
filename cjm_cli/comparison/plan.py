"""A journey as it is and as it shall be: the gaps with what shall close them, the pain points, what nobody explains."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from cjm_cli.comparison.comparison import Comparison, Part, Remark, Row, Table
from cjm_cli.difference.difference import Felt
from cjm_cli.difference.promises import Fate, Gap, Pain, Promise, Promises, promises
from cjm_cli.difference.words import better, change_of, joined, place
from cjm_cli.finding import Location
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.claims import Cell as Place
from cjm_cli.model.claims import cells
from cjm_cli.model.references import item_id
from cjm_cli.span import Route
from cjm_cli.summary import counted
from cjm_cli.workspace.load import START, Loaded

Side: TypeAlias = tuple[Loaded, Journey]
NAMES = ("today", "planned")
FATES = {
    Fate.ANSWERED: "answered",
    Fate.ACCEPTED: "accepted",
    Fate.GONE: "gone with its step",
    Fate.DROPPED: "gone without a word",
    Fate.KEPT: "stays",
}
NOBODY = "nothing says how"


def plan(today: Side, tomorrow: Side, project: Project, personas: Mapping[str, Persona]) -> Comparison:
    """All that is said of them."""
    told = promises(today[1], tomorrow[1], Catalogue.of(project))
    return Comparison(
        left=today[0],
        right=tomorrow[0],
        told=told,
        names=NAMES,
        sentence=_sentence(told),
        curve=tuple(gap.felt for gap in told.gaps),
        tables=tuple(table for table in (_gaps(told), _pains(told), _new(told)) if table.rows),
        remarks=tuple(_remarks(told, today, tomorrow)),
        project=project,
        personas=personas,
    )


def _sentence(told: Promises) -> str:
    verdicts = Counter(better(gap.felt) for gap in told.gaps)
    noun = "stage" if all(gap.felt.name == gap.felt.stage for gap in told.gaps) else "step"
    rest = [f"{verdicts['worse']} worse"] if verdicts["worse"] else []
    parts = [", ".join([f"{verdicts['better']} of {counted(len(told.gaps), noun)} shall feel better", *rest])]
    if told.pains:
        fates = Counter(pain.fate for pain in told.pains)
        each = ", ".join(f"{fates[fate]} {name}" for fate, name in FATES.items() if fates[fate])
        parts.append(f"{counted(len(told.pains), 'pain point')} of today: {each}")
    count = len(told.unexplained)
    parts.append(f"{counted(count, 'thing')} promised and not explained" if count else "all of it is explained")
    return f"{'; '.join(parts)}."


# Tables


def _gaps(told: Promises) -> Table:
    """Where it shall be felt otherwise, or something shall be done."""
    head = ("Where", " → ".join(NAMES), "What shall do it", "Owner", "Metric", "When", "Status")
    return Table("From today to planned", head, tuple(_gap(gap) for gap in told.gaps if _says(gap)))


def _says(gap: Gap) -> bool:
    return bool(gap.promises) or gap.felt.moved or gap.felt.kind is not None


def _gap(gap: Gap) -> Row:
    parts = [_promised(promise) for promise in gap.promises]
    if not gap.is_explained:
        parts.append(((NOBODY,), *((),) * 4))
    return Row(place(gap.felt), change_of(gap.felt), tuple(parts), better(gap.felt))


def _promised(promise: Promise) -> Part:
    metric = f"{promise.metric}, target {promise.target}" if promise.target else promise.metric
    status = (promise.status.replace("-", " "), promise.ticket)
    due = f"due {promise.due}" if promise.due else ""
    cells = (promise.text, promise.owner or "no owner", metric or "no metric", due, " · ".join(filter(None, status)))
    return tuple((cell,) if cell else () for cell in cells)


def _pains(told: Promises) -> Table:
    head = ("Pain point of today", "What becomes of it", "By what", "Where")
    return Table("Pain points of today", head, tuple(map(_pain, told.pains)))


def _pain(pain: Pain) -> Row:
    why = tuple(promise.text for promise in pain.promises) or ((pain.accepted,) if pain.accepted else ())
    severity = f" (severity {pain.severity})" if pain.severity is not None else ""
    return Row(f"{pain.text}{severity}", FATES[pain.fate], ((why, (joined(pain.within),)),))


def _new(told: Promises) -> Table:
    return Table("New pain points", ("Pain point",), tuple(map(Row, told.new_pains)))


# What is wanting


def _remarks(told: Promises, today: Side, tomorrow: Side) -> Iterator[Remark]:
    for one in told.unexplained:
        if isinstance(one, Gap):
            yield Remark(_unexplained(one), _where(tomorrow, _cell(tomorrow, one)), is_unexplained=True)
        else:
            text = f"{joined(one.within)}: “{one.text}” is gone, and nothing says why"
            yield Remark(text, _where(today, _of_pain(today[1], one)), is_unexplained=True)
    for promise in told.unowned:
        text = f"“{promise.text}” has {' and '.join(f'no {part}' for part in promise.missing)}"
        yield Remark(text, _of_promise(promise, (tomorrow, today)), is_unexplained=False)


def _unexplained(gap: Gap) -> str:
    return f"{place(gap.felt)}: {change_of(gap.felt)}, and {NOBODY}"


def _cell(side: Side, gap: Gap) -> Route:
    found = (cell.route for cell in cells(side[1]) if _is(cell, gap.felt))
    return next(found, ())


def _is(cell: Place, felt: Felt) -> bool:
    return item_id(cell.node) == felt.id and cell.stage.name == felt.stage


def _of_pain(journey: Journey, pain: Pain) -> Route:
    for cell in cells(journey):
        for index, one in enumerate(cell.node.pain_points):
            if one.text == pain.text and (cell.stage.name in pain.within or not cell.stage.name):
                return (*cell.route, "pain_points", index)
    return ()


def _of_promise(promise: Promise, sides: Iterable[Side]) -> Location:
    """Where it is said, the future first."""
    both_ = [*sides]
    for side in both_:
        for cell in cells(side[1]):
            for index, one in enumerate(cell.node.opportunities):
                if item_id(one) == promise.id:
                    return _where(side, (*cell.route, "opportunities", index))
    return _where(both_[0], ())


def _where(side: Side, route: Route) -> Location:
    document = side[0].document
    return document.location(route) if document else Location(side[0].source.name, START)
