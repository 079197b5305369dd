"""What pages are called: names that stay in their folder, on every file system, each given once."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import quote

from cjm_cli.source.slug import slug

RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever their suffix."""
LONGEST = 120
"""Bytes of a name, so that there is room for a suffix and for the folders above."""


def stems(ids: Iterable[str]) -> Mapping[str, str]:
    """A name for each id. One that is its own name keeps it; what would be the second of a name gets a mark of its id."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in sorted(set(ids), key=lambda id_: (slug(id_) != id_, id_)):
        stem = _stem(id_)
        if _folded(stem) in taken:
            stem = _marked(stem, id_)
        taken.add(_folded(stem))
        found[id_] = stem
    return found


def _stem(id_: str) -> str:
    stem = slug(id_)
    if len(stem.encode()) > LONGEST or not stem:
        return _marked(stem, id_)
    return f"{stem}-page" if RESERVED.fullmatch(stem) else stem


def _marked(stem: str, id_: str) -> str:
    """The start of the name, and a few letters that only this id gives."""
    start = stem.encode()[: LONGEST - 13].decode(errors="ignore").rstrip("-")
    return f"{start}-{digest(id_.encode(errors='surrogatepass'))[:12]}".lstrip("-")


def _folded(stem: str) -> str:
    """Two names that are one on some file system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", stem).casefold())


def digest(content: bytes) -> str:
    """What tells one content from another."""
    return sha256(content).hexdigest()


def address(page: str, anchor: str = "") -> str:
    """A page, or a place on it, as the target of a link from the root of the site."""
    return quote(page) + (f"#{quote(anchor, safe='/~')}" if anchor else "")
