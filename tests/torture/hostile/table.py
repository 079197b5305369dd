"""Every hostile file by its name."""

from tests.torture.hostile.bombs import BOMBS
from tests.torture.hostile.encodings import ENCODINGS
from tests.torture.hostile.projects import PROJECTS
from tests.torture.hostile.syntax import SYNTAX
from tests.torture.hostile.texts import TEXTS
from tests.torture.hostile.values import VALUES

CHAPTERS = {
    "bombs": BOMBS,
    "encodings": ENCODINGS,
    "syntax": SYNTAX,
    "values": VALUES,
    "texts": TEXTS,
    "projects": PROJECTS,
}
HOSTILE = {name: hostile for chapter in CHAPTERS.values() for name, hostile in chapter.items()}
