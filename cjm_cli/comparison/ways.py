"""Two personas' ways through the same stages: what they share, and where they part."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from cjm_cli.comparison.comparison import Cell, Comparison, Part, Row, Table
from cjm_cli.difference.difference import Felt, Kind
from cjm_cli.difference.ways import Way, Ways, ways
from cjm_cli.difference.words import place
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.summary import counted
from cjm_cli.workspace.load import Loaded

Side: TypeAlias = tuple[Loaded, Journey]


def beside(left: Side, right: Side, project: Project, personas: Mapping[str, Persona]) -> Comparison:
    """All that is said of them."""
    told = ways(left[1], right[1], Catalogue.of(project))
    names = _names(left, right, personas)
    rows = tuple(_row(way, names) for way in told.stages)
    return Comparison(
        left=left[0],
        right=right[0],
        told=told,
        names=names,
        sentence=_sentence(told, names),
        curve=tuple(felt for way in told.stages for felt in _columns(way)),
        tables=(Table("Stage by stage", ("Stage", "What", *names, "Both"), rows, is_labelled=True),) if rows else (),
        remarks=(),
        project=project,
        personas=personas,
    )


def _columns(way: Way) -> Iterator[Felt]:
    """As a map has them: the steps of a stage, unless it alone says how they feel."""
    steps = [step.felt for step in way.steps]
    yield from steps if any(_is_known(felt) for felt in steps) or not _is_known(way.felt) else [way.felt]


def _is_known(felt: Felt) -> bool:
    return felt.before is not None or felt.after is not None


def _names(left: Side, right: Side, personas: Mapping[str, Persona]) -> tuple[str, str]:
    """Whose way each is, where that tells them apart; else their titles; else their ids."""
    mine, theirs = _persona(left[1], personas), _persona(right[1], personas)
    if mine and theirs and mine != theirs:
        return mine, theirs
    titles = left[1].title, right[1].title
    return titles if titles[0] != titles[1] else (left[0].id, right[0].id)


def _persona(journey: Journey, personas: Mapping[str, Persona]) -> str:
    """Of the only one."""
    given = [one for _, one in journey.all_personas]
    if len(given) != 1:
        return ""
    if isinstance(given[0], Persona):
        return given[0].name
    found = personas.get(given[0])
    return found.name if found else given[0]


def _sentence(told: Ways, names: tuple[str, str]) -> str:
    stages = [way.felt for way in told.stages]
    steps = [step.felt for way in told.stages for step in way.steps]
    noun = "stage" if steps else "stage or step"
    counts = [_shared(stages, noun), *([_shared(steps, "step")] if steps else [])]
    both = [felt for felt in stages if felt.before is not None and felt.after is not None]
    higher = sum(felt.after > felt.before for felt in both if felt.after is not None and felt.before is not None)
    lower = sum(felt.after < felt.before for felt in both if felt.after is not None and felt.before is not None)
    parts = [f"{names[0]} and {names[1]} share {' and '.join(counts)}"]
    if higher or lower:
        each = [
            f"{number} feel{'s' if number == 1 else ''} {verdict}"
            for number, verdict in ((higher, "better"), (lower, "worse"))
            if number
        ]
        parts.append(f"of those stages, {' and '.join(each)} with {names[1]}")
    return f"{'; '.join(parts)}."


def _shared(found: Iterable[Felt], noun: str) -> str:
    every = [*found]
    return f"{sum(felt.kind is None for felt in every)} of {counted(len(every), noun)}"


def _row(way: Way, names: tuple[str, str]) -> Row:
    felt = way.felt
    only = {Kind.REMOVED: names[0], Kind.ADDED: names[1]}.get(felt.kind) if felt.kind else None
    parts = [*_feeling(felt), *_steps(way.steps)]
    parts += [((one.lane.replace("_", " "),), one.left, one.right, one.both) for one in way.contrasts]
    return Row(place(felt), f"{only} only" if only else "", tuple(parts))


def _feeling(felt: Felt) -> Iterator[Part]:
    if felt.before_text and felt.before_text == felt.after_text:
        yield ("feeling",), (), (), (felt.after_text,)
    elif _is_known(felt):
        yield ("feeling",), _cell(felt.before_text), _cell(felt.after_text), ()


def _cell(text: str) -> Cell:
    return (text,) if text else ()


def _steps(steps: Iterable[Way]) -> Iterator[Part]:
    """Which steps are theirs alone."""
    every = [step.felt for step in steps]
    found = [tuple(felt.name for felt in every if felt.kind is kind) for kind in (Kind.REMOVED, Kind.ADDED, None)]
    if every:
        yield (("steps",), *found)
