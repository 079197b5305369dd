"""Bytes in, document or findings out; whatever the bytes, nothing is raised."""

from cjm_cli.finding import Finding
from cjm_cli.source.decode import decode
from cjm_cli.source.document import Document
from cjm_cli.source.limits import Limits
from cjm_cli.source.lines import Lines

_DEFAULTS = Limits()


def read(path: str, content: bytes, limits: Limits = _DEFAULTS) -> tuple[Document | None, list[Finding]]:
    """The document, or every reason why there is none; `path` is the name shown in findings."""
    text, problem = decode(content, limits)
    lines = Lines(text)
    if problem is not None:
        return None, [problem.finding(path, lines)]
    # Here, because the parser's library takes longer to load than most commands to run.
    from cjm_cli.source.parse import parse

    root, problems = parse(text, limits)
    if problems:
        return None, [problem.finding(path, lines) for problem in problems]
    return Document(path, root.data if root else None, text, root, lines), []


def rewritten(content: bytes, before: str, after: str) -> bytes:
    """A file with another text, and the byte order mark that it had."""
    return content[: len(content) - len(before.encode())] + after.encode()
