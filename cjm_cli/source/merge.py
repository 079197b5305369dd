"""Merge keys: `<<: *base` and `<<: [*first, *second]`."""

from cjm_cli.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from cjm_cli.source.problem import syntax_problem


def merge(node: MappingNode) -> None:
    """Add what `<<` names after the node's own entries: own ones win, then earlier ones."""
    if node.merge is None:
        return
    key, value = node.merge
    own = {name: entry[1].data for name, entry in node.entries.items()}
    node.data.clear()
    node.data.update(own)
    for source in _sources(key, value):
        for name, entry in source.entries.items():
            if name not in node.entries:
                node.entries[name] = entry
                node.data[name] = entry[1].data


def _sources(key: ScalarNode, value: Node) -> list[MappingNode]:
    candidates = value.items if isinstance(value, SequenceNode) else [value]
    sources = [candidate for candidate in candidates if isinstance(candidate, MappingNode)]
    if len(sources) < len(candidates):
        way_out = 'write "<<: *name", or quote the key to use it as a text'
        raise syntax_problem('"<<" takes mappings only', key.start, key.end, way_out=way_out)
    return sources
