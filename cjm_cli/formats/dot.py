"""DOT: the boxes and ways of a flow, for Graphviz and all that reads its language. Of other pages, the title."""

from collections.abc import Iterator

from cjm_cli.markup.dot import digraph, quote, statement
from cjm_cli.page.figures import Flow, Node, NodeKind, Way
from cjm_cli.page.page import Page
from cjm_cli.page.placement import Link, is_back
from cjm_cli.page.text import Font, wrap

VIEWS = frozenset({"flow"})
"""The views that have anything to say in it."""
TITLE, LABEL = Font(14), Font(11)
SHAPES = {
    NodeKind.START: {"shape": "box", "style": '"rounded,filled"', "fillcolor": '"#22324a"', "fontcolor": '"#ffffff"'},
    NodeKind.STEP: {"shape": "box"},
    NodeKind.DECISION: {"shape": "hexagon"},
    NodeKind.END: {"shape": "box", "style": '"rounded,filled"', "fillcolor": '"#22324a"', "fontcolor": '"#ffffff"'},
}


def encode(page: Page) -> bytes:
    """The graph as a file."""
    return digraph(_statements(page)).encode()


def _statements(page: Page) -> Iterator[str]:
    yield statement("graph", {"rankdir": "LR", "label": quote(page.title), "labelloc": "t", "fontname": '"Arial"'})
    yield statement("node", {"fontname": '"Arial"', "fontsize": "12"})
    yield statement("edge", {"fontname": '"Arial"', "fontsize": "10"})
    flows = [block for block in page.blocks if isinstance(block, Flow)]
    for number, flow in enumerate(flows):
        prefix = f"f{number}_n" if len(flows) > 1 else "n"
        yield from (_node(f"{prefix}{index}", node) for index, node in enumerate(flow.nodes))
        yield from (_way(prefix, way) for way in flow.ways)


def _node(name: str, node: Node) -> str:
    """Its words, line by line; what another map details has two borders."""
    detailed = f"Detailed in: {node.detailed}" if node.detailed else ""
    moment = "★ Moment of truth" if node.moment else ""
    reason = node.moment.reason if node.moment else ""
    texts = (node.label.upper(), node.title, *node.remarks, moment, reason, detailed)
    lines = [line for text in texts for line in wrap(text, TITLE, width=190)]
    more = {"peripheries": "2"} if node.detailed else {}
    return statement(name, {"label": quote(*lines), **SHAPES[node.kind], **more})


def _way(prefix: str, way: Way) -> str:
    lines = [line for text in (way.condition, way.share) for line in wrap(text, LABEL, width=150)]
    label = {"label": quote(*lines)} if lines else {}
    style = {"style": "dashed"} if is_back(Link(way.start, way.end)) else {}
    return statement(f"{prefix}{way.start} -> {prefix}{way.end}", {**label, **style})
