"""What a test asks of a page: its elements, its links and its texts, read by another parser than a browser's."""

from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class Read(NamedTuple):
    """A page in parts."""

    ids: list[str]
    links: list[str]
    elements: list[tuple[str, tuple[str, ...]]]
    text: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read([], [], [], "")
        self.texts: list[str] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.read.elements.append((tag, tuple(sorted(given))))
        if "id" in given:
            self.read.ids.append(given["id"] or "")
        if "href" in given and tag == "a":
            self.read.links.append(given["href"] or "")
        if tag in ("script", "style"):
            self.silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)


def read(page: Path | bytes) -> Read:
    """A page in parts; its text with one space for each run of white space."""
    reader = _Reader()
    reader.feed((page if isinstance(page, bytes) else page.read_bytes()).decode())
    return reader.read._replace(text=" ".join(" ".join(reader.texts).split()))


def target(page: Path, link: str) -> tuple[Path, str]:
    """The file that a relative link leads to, and the place in it."""
    parts = urlsplit(link)
    assert not parts.scheme, link
    assert not parts.netloc, link
    path = page if not parts.path else page.parent / unquote(parts.path)
    return path.resolve(), unquote(parts.fragment)
