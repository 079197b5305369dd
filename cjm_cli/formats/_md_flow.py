"""A flow in words: every step, and beneath it the ways on."""

from collections.abc import Iterator

from cjm_cli.formats._md_cards import moment_text
from cjm_cli.markup.markdown import Bullet, bullets, dotted, emphasis, escape, heading, remarked, strong
from cjm_cli.page.figures import Flow, Node
from cjm_cli.page.ways import ways_in_words


def flow(block: Flow) -> Iterator[str]:
    """A list of the steps; each way on names its condition and its share."""
    if block.nodes:
        yield heading(2, escape(block.title)) if block.title else ""
        yield bullets(_step(block, index) for index in range(len(block.nodes)))


def _step(block: Flow, index: int) -> Bullet:
    node = block.nodes[index]
    ways = [(escape(words), ()) for words in ways_in_words(block, index)]
    beneath = [(line, ()) for line in (moment_text(node.moment), _detailed(node)) if line]
    head = dotted([strong(escape(node.title)), emphasis(escape(node.label))])
    return remarked(head, node.remarks), [*beneath, *ways]


def _detailed(node: Node) -> str:
    return f"Detailed in: {escape(node.detailed)}" if node.detailed else ""
