"""The ways of a flow in words, for those who do not see its arrows."""

from collections.abc import Iterator

from cjm_cli.page.figures import Flow
from cjm_cli.page.placement import Link, is_back


def ways_in_words(flow: Flow, index: int) -> Iterator[str]:
    """Where it goes on from a box: to which, on what condition, for how many."""
    for way in flow.ways:
        if way.start == index:
            sign = "↩ back to" if is_back(Link(way.start, way.end)) else "→"
            said = ", ".join(text for text in (way.condition, way.share) if text)
            yield f"{sign} {flow.nodes[way.end].title}" + (f": {said}" if said else "")
