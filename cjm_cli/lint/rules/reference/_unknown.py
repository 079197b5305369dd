"""What all rules about unknown ids say."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from cjm_cli.change import Change, Rename, Replace
from cjm_cli.lint.rule import Defect
from cjm_cli.lint.rules._placeholders import is_placeholder
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model.catalogue import Named, look_up
from cjm_cli.model.references import Reference
from cjm_cli.source.slug import slug
from cjm_cli.suggest import certain, hint, nearest
from cjm_cli.workspace.source_file import SourceFile

SHOWN = 8
"""How many known ids a help line lists."""


def all_unknown(references: Iterable[Reference], known: Collection[str]) -> Iterator[Defect]:
    """The defects of those references, within one file, that lead nowhere."""
    return (unknown(reference, known) for reference in references if reference.id not in known)


def unknown(reference: Reference, known: Collection[str], *, file: SourceFile | None = None) -> Defect:
    """The defect of an id that leads nowhere."""
    meant = certain(reference.id, known)
    return Defect(
        f"unknown {reference.target} {quoted(reference.id)}",
        route=reference.route,
        label="not defined in this project" if file else "not defined here",
        help=_way_out(reference, known),
        file=file,
        fix=(renamed(reference, meant),) if meant else (),
    )


def renamed(reference: Reference, new: str) -> Change:
    """The change that makes a reference one to something else; it may be the key of a mapping."""
    if reference.route[-1] == reference.id:
        return Rename(reference.route, new)
    return Replace(reference.route, reference.id, new)


def not_in_catalogue(references: Iterable[Reference], entries: Mapping[str, Named]) -> Iterator[Defect]:
    """The defects of references to a list of cjm.yaml; a list without entries asks for nothing."""
    for reference in references:
        if entries and look_up(entries, reference.id) is None and not is_placeholder(reference.id):
            by_name = next((id_ for id_, entry in entries.items() if slug(entry.name) == slug(reference.id)), None)
            yield _named(reference, by_name, entries) if by_name else unknown(reference, entries)


def _named(reference: Reference, id_: str, known: Collection[str]) -> Defect:
    """The defect of a name where an id should be."""
    way_out = f'refer to it by its id, "{id_}"'
    return replace(unknown(reference, known), help=way_out, fix=(renamed(reference, id_),))


def _way_out(reference: Reference, known: Collection[str]) -> str:
    meant = nearest(reference.id, known)
    if meant:
        return hint(meant)
    if not known:
        return f"no {reference.target} is defined yet"
    some = sorted(known)
    more = ", …" if len(some) > SHOWN else ""
    return f"known: {', '.join(some[:SHOWN])}{more}"
