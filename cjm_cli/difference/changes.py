"""Two matched trees → changes, in reading order of the new side, what was removed where it stood."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypedDict, TypeVar, Unpack

from cjm_cli.difference.difference import Change, Data, Impact, Kind, Place
from cjm_cli.difference.impact import Scale
from cjm_cli.difference.match import Match, steady
from cjm_cli.difference.tree import Node
from cjm_cli.difference.version import Key
from cjm_cli.finding import Location
from cjm_cli.model.references import Target
from cjm_cli.span import Route

Where = Callable[[Route], Location]
Weight: TypeAlias = tuple[Impact, str]
"""How much it matters, and why."""
Thing = TypeVar("Thing", bound=Hashable)


class _More(TypedDict, total=False):
    """What not every change has."""

    field: str
    before: Data
    after: Data
    old: Place
    new: Place


@dataclass(frozen=True)
class Teller:
    """Tells what happened to a pair of models. `of_old` and `of_new` find places in their files."""

    match: Match
    scale: Scale
    of_old: Where
    of_new: Where
    ids: tuple[str, str] = ("", "")
    """Of the models as a whole, which they may have from the names of their files."""

    def tell(self, old: Node, new: Node) -> Iterator[Change]:
        """What happened to two things that are the same, and to all that is in them."""
        yield from self._renamed(old, new)
        if not isinstance(old.value, Mapping) or not isinstance(new.value, Mapping):
            if old.value != new.value:
                yield self._field(old, new, (), old.value, new.value)
            return
        told = self._naming(old, new)
        for name in merged_keys(old.fields, new.fields):
            if name not in old.sort.parts and name != told:
                yield from self._fields(old, new, (name,), old.fields.get(name), new.fields.get(name))
        for name in old.sort.parts:
            yield from self._list(old, new, name)

    def added(self, node: Node) -> Change:
        """Something new, without what was elsewhere before."""
        weight = self.scale.of_thing(Kind.ADDED, node)
        after = without(node, self.match.old_of)
        return self._change(Kind.ADDED, node, weight, after=after, new=self._new(node.route))

    def removed(self, node: Node) -> Change:
        """Something gone, without what is elsewhere now."""
        gone = self._gone(node) if node.parent else self._keys(node)
        weight = self.scale.of_thing(Kind.REMOVED, node, gone)
        before = without(node, self.match.new_of)
        return self._change(Kind.REMOVED, node, weight, before=before, old=self._old(node.route))

    def _list(self, old: Node, new: Node, name: str) -> Iterator[Change]:
        olds, news = old.children.get(name, []), new.children.get(name, [])
        if not olds and not news:
            return
        standing, fresh = steady(olds, news, self.match), set(news)
        here = {self.match.old_of[node]: node for node in standing}
        for node in merged(olds, news, here.get):
            if node in fresh:
                yield from self._there(node, standing)
            elif node not in self.match.new_of:
                yield self.removed(node)

    def _there(self, node: Node, standing: Iterable[Node] = ()) -> Iterator[Change]:
        """What happened to something on the new side."""
        old = self.match.old_of.get(node)
        if old is None:
            # What came with it is told with it, but not what was elsewhere before.
            if node.parent in self.match.old_of:
                yield self.added(node)
            for nodes in node.children.values():
                for child in nodes:
                    yield from self._there(child)
            return
        if node not in standing:
            yield self._moved(old, node)
        yield from self.tell(old, node)

    def _moved(self, old: Node, new: Node) -> Change:
        impact, _ = self.scale.of_thing(Kind.MOVED, new)
        weight = impact, self._origin(old, new)
        return self._change(Kind.MOVED, new, weight, old=self._old(old.route), new=self._new(new.route))

    def _origin(self, old: Node, new: Node) -> str:
        """Where it was, when that is not where it is."""
        if old.parent is None or self.match.same_place(old, new):
            return ""
        if self.match.new_of.get(old.parent) is new.parent:
            return f"it was in {old.place}"
        return f'it was in "{old.parent.name}"' if old.within else ""

    def _naming(self, old: Node, new: Node) -> str | None:
        """The field that gave it another id, empty when it was the file's name; None where it has the same."""
        if new.parent is None:
            is_written = old.fields.get("id") != new.fields.get("id")
            return None if self.ids[0] == self.ids[1] else "id" if is_written else ""
        if not new.sort.has_id or old.id == new.id or not new.fields or not old.fields:
            return None
        fields = ("id", new.naming, old.naming)
        return next(name for name in fields if old.fields.get(name) != new.fields.get(name))

    def _renamed(self, old: Node, new: Node) -> Iterator[Change]:
        name = self._naming(old, new)
        if name is not None:
            weight = self.scale.of_thing(Kind.RENAMED, new, self._keys(old))
            before, after = (old.fields.get(name), new.fields.get(name)) if name else self.ids
            route = (name,) if name else ()
            yield self._between(Kind.RENAMED, (old, new), route, (before, after), weight)

    def _fields(self, old: Node, new: Node, route: Route, before: Data, after: Data) -> Iterator[Change]:
        """One change a field: of a mapping that is there on both sides one for each key, unless it is the user's own."""
        is_own = str(route[0]).startswith("x-")
        if isinstance(before, Mapping) and isinstance(after, Mapping) and not is_own:
            for key in merged_keys(before, after):
                yield from self._fields(old, new, (*route, key), before.get(key), after.get(key))
        elif before != after:
            yield self._field(old, new, route, before, after)

    def _field(self, old: Node, new: Node, route: Route, before: Data, after: Data) -> Change:
        field = ".".join(map(str, route))
        weight = self.scale.of_field(field, before, after) if field else self.scale.of_thing(Kind.CHANGED, new)
        return self._between(Kind.CHANGED, (old, new), route, (before, after), weight)

    def _between(
        self, kind: Kind, pair: tuple[Node, Node], route: Route, values: tuple[Data, Data], weight: Weight
    ) -> Change:
        old, new = pair
        before, after = values
        return self._change(
            kind,
            new,
            weight,
            field=".".join(map(str, route)),
            before=before,
            after=after,
            old=self._old((*old.route, *route)),
            new=self._new((*new.route, *route)),
        )

    def _change(self, kind: Kind, node: Node, weight: Weight, **more: Unpack[_More]) -> Change:
        impact, reason = weight
        return Change(kind, impact, node.sort.entity, node.name, node.within, reason=reason, **more)

    def _gone(self, node: Node) -> Iterator[Key]:
        """The ids that went with it."""
        if node not in self.match.new_of:
            yield from self._keys(node)
        for nodes in node.children.values():
            for child in nodes:
                yield from self._gone(child)

    def _keys(self, node: Node) -> Iterator[Key]:
        """What others write who refer to it."""
        if node.sort.target is not None and isinstance(node.value, Mapping):
            yield node.sort.target, node.id if node.parent else self.ids[0]
        if node.sort.target is Target.STEP:
            yield Target.JOURNEY, f"{self.ids[0]}#{node.id}"

    def _old(self, route: Route) -> Place:
        return Place(route, self.of_old(route))

    def _new(self, route: Route) -> Place:
        return Place(route, self.of_new(route))


def without(node: Node, told: Mapping[Node, Node]) -> Data:
    """What it is, without the things in it that are told by themselves."""
    if not isinstance(node.value, Mapping):
        return node.value
    data: dict[str, Data] = {}
    for name, value in node.fields.items():
        if name not in node.sort.parts:
            data[name] = value
            continue
        kept = [without(child, told) for child in node.children[name] if child not in told]
        if kept:
            data[name] = kept[0] if node.sort.parts[name].alone else kept
    return data


def merged(old: Iterable[Thing], new: Iterable[Thing], here: Callable[[Thing], Thing | None]) -> list[Thing]:
    """The new ones in their order; each of the old that is no longer here, behind the last one before it that still is."""
    last: Thing | None = None
    behind: dict[Thing | None, list[Thing]] = {}
    for item in old:
        found = here(item)
        if found is None:
            behind.setdefault(last, []).append(item)
        else:
            last = found
    line = [*behind.get(None, ())]
    for item in new:
        line += [item, *behind.get(item, ())]
    return line


def merged_keys(old: Mapping[str, Data], new: Mapping[str, Data]) -> list[str]:
    """The keys of both."""
    return merged(old, new, lambda key: key if key in new else None)
