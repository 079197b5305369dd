"""Where a text stands in a file, and what a route through its data is."""

from typing import NamedTuple

Route = tuple[str | int, ...]
"""A way from the root of a document to a node: mapping keys and list indexes."""


class Span(NamedTuple):
    """A stretch of text: 1-based lines, 1-based columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
