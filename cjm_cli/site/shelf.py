"""Where the pages of a site are kept: in a folder, or in memory."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cjm_cli.errors import OutputError, reason
from cjm_cli.output import write
from cjm_cli.site.manifest import FILE, Made, Manifest, as_json, read_manifest
from cjm_cli.site.names import digest

START = "index.html"
OURS = b'<meta name="generator" content="cjm build">'
"""What a page of ours says of itself, near its beginning."""
_NEAR = 8_192


class Shelf(Protocol):
    """Takes pages. `of` tells what a page is made of: who holds it already, made of the same, need not be given it."""

    def holds(self, page: str, of: str) -> bool:
        """Whether this page is there already, made of the same."""
        ...

    def put(self, page: str, content: bytes, of: str = "") -> None:
        """Takes a page."""
        ...


@dataclass
class Folder:
    """A folder of the disk; what lies in it and is not ours stays."""

    path: Path
    known: Manifest = field(init=False)
    made: dict[str, Made] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.known = read_manifest(self.path)

    def refuse_foreign(self) -> None:
        """Raises OutputError when the start page is there, and none of ours: then nothing may be written here."""
        start = self.path / START
        if START in self.known.pages or not start.is_file():
            return
        with start.open("rb") as file:
            if OURS not in file.read(_NEAR):
                raise OutputError(
                    str(start), "it is there, and not one that cjm has built; give another folder with -o"
                )

    def is_whole(self, whole: str) -> bool:
        """Whether every page of the last run is still there as it was, and nothing that they were made of has changed."""
        pages = self.known.pages
        return bool(pages) and self.known.whole == whole and all(self._is(page, made) for page, made in pages.items())

    def holds(self, page: str, of: str) -> bool:
        """Whether this page is there already, made of the same."""
        made = self.known.pages.get(page)
        if made is None or made.of != of or not self._is(page, made):
            return False
        self.made[page] = made
        return True

    def put(self, page: str, content: bytes, of: str = "") -> None:
        """Writes a page, unless it is there already."""
        self.made[page] = Made(digest(content), of)
        if not self._is(page, self.made[page]):
            write(self.path / page, content)
            self.written.append(page)

    def close(self, whole: str) -> None:
        """Takes away the pages of the last run that are none any more, and remembers those that are there now."""
        for page, made in self.known.pages.items():
            if page not in self.made and self._is(page, made):
                self._remove(page)
        write(self.path / FILE, as_json(Manifest(whole, self.made)))

    def _is(self, page: str, made: Made) -> bool:
        try:
            return digest((self.path / page).read_bytes()) == made.content
        except OSError:
            return False

    def _remove(self, page: str) -> None:
        """The file, and the folder that it lay in when that is empty."""
        path = self.path / page
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            # Were it forgotten, nobody would ever remove it.
            raise OutputError(str(path), f"it is a page no more, and cannot be removed: {reason(error)}") from error
        self.removed.append(page)
        with suppress(OSError):
            if path.parent != self.path:
                path.parent.rmdir()


@dataclass
class Memory:
    """Pages that are kept from one build to the next and never written."""

    pages: dict[str, bytes] = field(default_factory=dict)
    _of: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def holds(self, page: str, of: str) -> bool:
        """Whether this page is there already, made of the same."""
        self._taken.add(page)
        return page in self.pages and self._of.get(page) == of

    def put(self, page: str, content: bytes, of: str = "") -> None:
        """Keeps a page."""
        self._taken.add(page)
        self.pages[page] = content
        self._of[page] = of

    def close(self) -> None:
        """Lets go of the pages that are none any more."""
        for page in self.pages.keys() - self._taken:
            del self.pages[page]
            self._of.pop(page, None)
        self._taken.clear()
