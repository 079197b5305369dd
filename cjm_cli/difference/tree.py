"""A model taken apart for a comparison: everything in it that has an identity, in a tree, with its route."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from json import dumps

from cjm_cli.difference.difference import Data
from cjm_cli.difference.sorts import Sort
from cjm_cli.model.references import Target
from cjm_cli.source.slug import slug
from cjm_cli.span import Route


@dataclass(frozen=True, eq=False)
class Node:
    """One thing: a stage, a step, a pain point, a thought. Told apart by identity, for two may look the same."""

    sort: Sort
    value: Data
    route: Route
    parent: "Node | None" = None
    children: dict[str, list["Node"]] = field(default_factory=dict)
    """What is in it, by field."""

    @property
    def fields(self) -> Mapping[str, Data]:
        """What is said of it, field by field; a bare text has none."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def place(self) -> str:
        """The field of the parent that it stands in."""
        return next((str(step) for step in reversed(self.route) if isinstance(step, str)), "")

    @cached_property
    def naming(self) -> str:
        """The field that it is called by; empty for a bare text."""
        return next((name for name in self.sort.names if name in self.fields), "")

    @cached_property
    def name(self) -> str:
        """What people call it."""
        if isinstance(self.value, str):
            return self.value
        found = self.fields.get(self.naming) or self.fields.get("id")
        return str(found) if found else ""

    @cached_property
    def id(self) -> str:
        """What it is known by: the id as written, else what its name gives."""
        if isinstance(self.value, str) and (self.sort.is_id or self.sort.target):
            return self.value
        written = self.fields.get("id") if self.sort.has_id else None
        return str(written) if written else slug(self.name) or self.name

    @cached_property
    def gist(self) -> str:
        """All that is said of it, in whatever order."""
        said = {name: value for name, value in self.fields.items() if name not in self.sort.parts}
        parts = {name: sorted(node.gist for node in nodes) for name, nodes in self.children.items()}
        return dumps([said if self.fields else self.value, parts], sort_keys=True)

    @cached_property
    def within(self) -> tuple[str, ...]:
        """The names of what it lies in, from the outside, without the root."""
        if self.parent is None or self.parent.parent is None:
            return ()
        return (*self.parent.within, self.parent.name or self.parent.sort.entity)

    @property
    def group(self) -> tuple[str, bool, bool]:
        """Things of one group may be the same on both sides; what a persona says is not what a step says."""
        return *self.sort.group, self.in_persona

    @cached_property
    def in_persona(self) -> bool:
        """Whether a persona says it of itself."""
        parent = self.parent
        return parent is not None and (parent.sort.target is Target.PERSONA or parent.in_persona)

    def walk(self) -> Iterator["Node"]:
        """Itself, then all in it, in reading order."""
        yield self
        for nodes in self.children.values():
            for node in nodes:
                yield from node.walk()


def tree(sort: Sort, value: Data, route: Route = (), parent: Node | None = None) -> Node:
    """The tree of plain data."""
    node = Node(sort, value, route, parent)
    for name, part in sort.parts.items():
        beneath = node.fields.get(name)
        if beneath is None:
            continue
        if part.alone:
            node.children[name] = [tree(part, beneath, (*route, name), node)]
        elif isinstance(beneath, Sequence):
            node.children[name] = [tree(part, item, (*route, name, i), node) for i, item in enumerate(beneath)]
    return node
