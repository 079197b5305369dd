"""What is wrong with an output, kind by kind: each judge says so in lines, and nothing where nothing is."""

import csv
import io
import json
import re
import subprocess
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from markdown_it import MarkdownIt

Judge = Callable[[bytes], Iterable[str]]

_OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufffe\uffff]"
)
_OWN_COLOURS = re.compile("\x1b\\[[0-9;]*m")
_SAFE_LINK = re.compile(r"(?i)(https?://|mailto:)[\x21-\x7e\xa1-\U0010ffff]+")


def terminal(content: bytes) -> Iterator[str]:
    """Nothing that a terminal obeys."""
    for line in content.decode().split("\n"):
        if found := _OBEYED.search(line):
            yield f"a terminal obeys {found[0]!r} in {line[max(0, found.start() - 40) : found.end() + 20]!r}"


def coloured(content: bytes) -> Iterator[str]:
    """The same, with colours of our own."""
    return terminal(_OWN_COLOURS.sub("", content.decode()).encode())


def as_json(content: bytes) -> Iterator[str]:
    try:
        json.loads(content)
    except ValueError as error:
        yield f"no JSON: {error}"


def as_json_lines(content: bytes) -> Iterator[str]:
    for line in content.decode().removesuffix("\n").split("\n"):
        yield from as_json(line.encode())


_ELEMENTS = {
    *("checkstyle", "file", "error"),
    *("testsuites", "testsuite", "testcase", "failure", "properties", "property", "system-out"),
}


def xml(content: bytes) -> Iterator[str]:
    """A whole document in which no text became an element; the parser refuses characters that are none of XML."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        yield f"no XML: {error}"
        return
    yield from (f"an element {one.tag}" for one in root.iter() if one.tag not in _ELEMENTS)


_FORMULA = re.compile(r"[\s\u200b-\u200f\ufeff\xa0]*[=+@\-\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def table(content: bytes) -> Iterator[str]:
    """Rows of one length, and no cell that a spreadsheet would run."""
    yield from terminal(content)
    rows = [*csv.reader(io.StringIO(content.decode(), newline=""))]
    yield from (f"a row of {len(row)} cells beneath {len(rows[0])}" for row in rows if len(row) != len(rows[0]))
    cells = (cell for row in rows for cell in row)
    yield from (f"a formula: {cell!r}" for cell in cells if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell))


def log(content: bytes) -> Iterator[str]:
    """Lines of GitHub's log: each is a command of ours, with the properties that ours have."""
    yield from terminal(content)
    for line in content.decode().removesuffix("\n").split("\n"):
        if not re.match(r"::(error|warning|notice)( (file|line|col|endLine|endColumn|title)=[^:]*)?::", line):
            yield f"a command: {line!r}"
        yield from (f"a line that starts within {line!r}" for _ in re.finditer("[\r\n]", line))


# Markdown

_RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>|<!--.*?-->", re.DOTALL)
_REACHES = re.compile(r"(?<![\w/])@[a-zA-Z0-9][\w-]*|(?<![\w&])#\d+\b|(?<!\w)GH-\d+\b|:(torn|\+1):")


def rendered(content: bytes) -> str:
    """A page as an ordinary renderer makes it; blocks of diagrams are left to those who draw them."""
    return str(_RENDERER.render(content.decode()))


def markdown(content: bytes) -> Iterator[str]:
    """No mention, no issue, no emoji name in any run of text, and nothing hidden."""
    yield from terminal(content)
    elements = _Elements()
    elements.feed(rendered(content))
    yield from elements.faults
    page = re.sub(r"<(pre|code)\b.*?</\1>", "", rendered(content), flags=re.DOTALL)
    for run in _TAG.split(page)[::4]:
        yield from (f"it reaches somebody: {found[0]!r} in {run[:80]!r}" for found in _REACHES.finditer(run or ""))


class _Elements(HTMLParser):
    """Finds those that no Markdown of ours comes to."""

    OURS = (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "details", "summary"),
        *("table", "thead", "tbody", "tr", "th", "td", "strong", "em", "s", "br", "hr", "span", "code", "pre"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.OURS:
            self.faults.append(f"an element {self.get_starttag_text()}")
        elif attrs and attrs != [("class", "language-mermaid")]:
            self.faults.append(f"attributes in {self.get_starttag_text()}")


def diagrams(content: bytes) -> list[str]:
    """The blocks of Mermaid in a Markdown file, as a renderer finds them."""
    tokens = _RENDERER.parse(content.decode())
    return [token.content for token in tokens if token.type == "fence" and token.info == "mermaid"]


# Drawings


def svg(content: bytes) -> Iterator[str]:
    """A whole document of shapes and words."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        yield f"no SVG: {error}"
        return
    for one in root.iter():
        name = str(one.tag).removeprefix("{http://www.w3.org/2000/svg}")
        if name in ("script", "foreignObject", "image", "use", "a", "torn", "animate", "set") or "{" in name:
            yield f"an element {one.tag}"
        yield from (f"an attribute {key}" for key in one.attrib if "href" in key or key.startswith("on"))


def dot(content: bytes) -> Iterator[str]:
    """Graphviz reads it, draws the boxes that are ours, and no text became an attribute."""
    drawn = subprocess.run(["dot", "-Tsvg"], input=content, capture_output=True, check=False)
    if drawn.returncode or drawn.stderr:
        yield f"Graphviz says {drawn.stderr[:200]!r}"
    yield from svg(drawn.stdout)
    names = re.findall(rb"<title>(.*?)</title>", drawn.stdout)
    yield from (f"a box {name!r}" for name in names if b"torn" in name or b"parent.ran" in name)


_ACTIONS = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFile|SubmitForm|GoToR|AA|OpenAction(?! \[\d+ 0 R /FitH null\]))\b"
)
"""Any but that of opening at the first page."""


def pdf(content: bytes) -> Iterator[str]:
    """A document that does nothing when it is opened, and leads nowhere but to pages and mailboxes."""
    inner = content + b"".join(_inflated(content))
    yield from (f"an action: {found!r}" for found in _ACTIONS.findall(content))
    for found in re.findall(rb"/URI \((.*?)(?<!\\)\)", inner, re.DOTALL):
        if not _SAFE_LINK.fullmatch(found.decode("latin-1")):
            yield f"a link to {found!r}"
    told = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=False)
    if told.returncode or told.stderr:
        yield f"no sound PDF: {told.stderr[:200]!r}"


def _inflated(content: bytes) -> Iterator[bytes]:
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            continue


def png(content: bytes) -> Iterator[str]:
    if not (content.startswith(b"\x89PNG\r\n\x1a\n") and content.endswith(b"IEND\xaeB`\x82")):
        yield "no PNG"
    yield from (f"a part {part!r}" for part in (b"tEXt", b"iTXt", b"zTXt") if part + b"Title" in content)


BY_SUFFIX: dict[str, Judge] = {
    ".md": markdown,
    ".svg": svg,
    ".dot": dot,
    ".pdf": pdf,
    ".png": png,
    ".html": lambda content: (),
    ".json": as_json,
    ".csv": table,
}
"""What a file of a folder is judged by; pages are for the browser."""


# Traces of what may not be

_FELL = re.compile(rb"Traceback|a bug in cjm")


def fell(code: int, *streams: bytes) -> Iterator[str]:
    """The program itself did not fall."""
    if code not in (0, 1, 2):
        yield f"it ended with {code}"
    for stream in streams:
        if found := _FELL.search(stream):
            yield f"it fell: {stream[found.start() : found.start() + 300]!r}"


def files(root: Path) -> set[str]:
    """Every file there."""
    return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}


def strayed(before: set[str], after: set[str], into: Sequence[str]) -> Iterator[str]:
    """Files that were written elsewhere than into the folders which were named."""
    for path in sorted(after - before):
        if not path.startswith(tuple(f"{folder}/" for folder in into)):
            yield f"a file that nobody asked for: {path}"
