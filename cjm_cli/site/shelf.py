"""Where the pages of a site are kept: in a folder, or in memory."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cjm_cli.errors import OutputError, reason
from cjm_cli.files import read_file
from cjm_cli.output import write
from cjm_cli.site.manifest import FILE, Made, Manifest, as_json, read_manifest
from cjm_cli.site.names import digest

START = "index.html"
OURS = b'<meta name="generator" content="cjm build">'
"""What a page of ours says of itself, near its beginning."""
_NEAR = 8_192
Draw = Callable[[], bytes]
"""Makes a page."""


class Shelf(Protocol):
    """Takes pages. `of` tells what a page is made of: who holds it already, made of the same, need not be given it.

    The page is drawn when the shelf sees fit: at once, or when somebody asks for it.
    """

    def holds(self, page: str, of: str) -> bool:
        """Whether this page is there already, made of the same."""
        ...

    def put(self, page: str, draw: Draw, of: str = "") -> None:
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

    def put(self, page: str, draw: Draw, of: str = "") -> None:
        """Writes a page, unless it is there already."""
        content = draw()
        self.made[page] = Made(digest(content), of)
        if not self._is(page, self.made[page]):
            write(self.path / page, content)
            self.written.append(page)

    def close(self, whole: str) -> None:
        """Takes away the pages of the last run that are none any more, and remembers those that are there now."""
        for page, made in self.known.pages.items():
            if page not in self.made and self._is_left(page, made):
                self._remove(page)
        write(self.path / FILE, as_json(Manifest(whole, self.made)))

    def _is(self, page: str, made: Made) -> bool:
        try:
            return digest(read_file(self.path / page)) == made.content
        except OSError:
            return False

    def _is_left(self, page: str, made: Made) -> bool:
        """The same of a page that is none any more. Raises OutputError where it cannot be told: it would stay for ever."""
        path = self.path / page
        try:
            return path.is_file() and digest(read_file(path)) == made.content
        except OSError as error:
            raise OutputError(str(path), f"it is a page no more, and cannot be read: {reason(error)}") from error

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
    """Pages that are drawn when somebody asks for them, kept from one build to the next, and never written."""

    _pages: dict[str, bytes] = field(default_factory=dict)
    _of: dict[str, str] = field(default_factory=dict)
    _to_draw: dict[str, Draw] = field(default_factory=dict)
    """The others, as the last build gave them: a project that has changed since is let go of."""
    _taken: set[str] = field(default_factory=set)

    def holds(self, page: str, of: str) -> bool:
        """Whether this page was drawn already, of the same."""
        is_held = page in self._pages and self._of.get(page) == of
        if is_held:
            self._taken.add(page)
        return is_held

    def put(self, page: str, draw: Draw, of: str = "") -> None:
        """Takes a page that is to be drawn."""
        self._taken.add(page)
        self._pages.pop(page, None)
        self._to_draw[page] = draw
        self._of[page] = of

    def page(self, name: str) -> bytes | None:
        """What a page holds; None when there is none of this name."""
        if draw := self._to_draw.get(name):
            self._pages[name] = draw()
            del self._to_draw[name]
        return self._pages.get(name)

    def close(self) -> None:
        """Lets go of the pages that are none any more."""
        for page in self._of.keys() - self._taken:
            for kept in (self._pages, self._of, self._to_draw):
                kept.pop(page, None)
        self._taken.clear()
