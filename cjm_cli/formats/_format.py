"""A format as commands know it: what its files end in, what it needs, what cannot be read in a drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from cjm_cli import formats, plugins
from cjm_cli.page.page import Page

SHOWN = 8
"""So many of the characters that no font has are named."""


@dataclass(frozen=True)
class Lost:
    """What no font could draw, each once: emoji, which are left out, and letters, in whose place there are boxes."""

    emoji: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()

    def __or__(self, other: "Lost") -> "Lost":
        emoji, letters = {*self.emoji, *other.emoji}, {*self.letters, *other.letters}
        return Lost(tuple(sorted(emoji)), tuple(sorted(letters)))

    @property
    def sentences(self) -> Iterator[str]:
        """What a person should know."""
        for lost, one, several in (
            (self.emoji, "is left out, for no font here has it", "are left out, for no font here has them"),
            (self.letters, "became a box, for no font here has it", "became boxes, for no font here has them"),
        ):
            if lost:
                more = " …" if len(lost) > SHOWN else ""
                yield f"{' '.join(lost[:SHOWN])}{more} {one if len(lost) == 1 else several}; --font FILE brings one."


@dataclass(frozen=True)
class Drawing:
    """The content of a file, and what of its text cannot be read in it."""

    content: bytes
    lost: Lost = Lost()


@dataclass(frozen=True)
class Format:
    """One of the choices in this folder."""

    name: str
    module: ModuleType

    @classmethod
    def named(cls, name: str) -> "Format":
        """The format of this name, loaded."""
        return cls(name, plugins.load(formats, name))

    @property
    def suffix(self) -> str:
        """The end of its files' names."""
        suffix: str = getattr(self.module, "SUFFIX", f".{self.name}")
        return suffix

    @property
    def takes_fonts(self) -> bool:
        """Whether the letters in it are drawn, and not left to the program that shows it."""
        return hasattr(self.module, "draw_with_fonts")

    def is_for(self, view: str) -> bool:
        """Whether the view has anything to say in it: most formats are for all."""
        return view in getattr(self.module, "VIEWS", (view,))

    def require(self) -> None:
        """Raises MissingToolError where it cannot draw."""
        if hasattr(self.module, "require"):
            self.module.require()

    def draw(self, page: Page, fonts: Sequence[Path]) -> Drawing:
        """The page in this format; fonts are for what ours lack."""
        if self.takes_fonts:
            drawing: Drawing = self.module.draw_with_fonts(page, fonts)
            return drawing
        return Drawing(self.module.encode(page))
