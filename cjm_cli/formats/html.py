"""HTML: one self-contained page that needs no network and no script, for screens and for paper."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from cjm_cli import resources
from cjm_cli.formats._html_figures import Shown, figures
from cjm_cli.formats._html_map import Map, tables
from cjm_cli.markup.html import environment
from cjm_cli.page.page import Footer, Grid, Header, Page, Section
from cjm_cli.page.palette import PALETTE

_DRAWING = (
    "@page{size:A3 landscape}",
    *(f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}" for name in PALETTE),
)
"""The paper and the colours of a drawing within the page."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Document:
    """The blocks of a page by where they stand in it."""

    headers: tuple[Header, ...]
    maps: tuple[Map, ...]
    sections: tuple[Section, ...]
    details: tuple[Section, ...]
    """Sections about a single stage or step."""
    footers: tuple[Footer, ...]
    figures: tuple[Shown, ...]
    """Whatever else there is, in its order."""

    @property
    def is_more(self) -> bool:
        """Whether it is a page beside the map."""
        return bool(self.figures) or any(header.kind for header in self.headers)


def encode(page: Page) -> bytes:
    """The page as a file."""
    document = _document(page)
    css = _css(document)
    template = environment().get_template("journey.html.jinja")
    html = template.render(page=page, document=document, css=Markup(css), policy=_policy(css))
    return html.encode()


def _document(page: Page) -> Document:
    grids = [block for block in page.blocks if isinstance(block, Grid)]
    sections = [block for block in page.blocks if isinstance(block, Section)]
    return Document(
        headers=tuple(block for block in page.blocks if isinstance(block, Header)),
        maps=tuple(map(tables, grids)),
        sections=tuple(section for section in sections if not section.about),
        details=tuple(section for section in sections if section.about),
        footers=tuple(block for block in page.blocks if isinstance(block, Footer)),
        figures=figures(page),
    )


def _css(document: Document) -> str:
    """The style of the page: colours, the widths of its tables, then what holds for all pages."""
    light = "".join(f"--{name}:{shade.light};" for name, shade in PALETTE.items())
    dark = "".join(f"--{name}:{shade.dark};" for name, shade in PALETTE.items())
    counts = sorted({len(table.columns) for shown in document.maps for table in (shown.whole, *shown.parts)})
    return "\n".join(
        [
            f":root{{{light}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}",
            *(f".n{count}{{--n:{count}}}" for count in counts),
            _compact(resources.text("templates", "map.css")),
            *(_compact(resources.text("templates", name)) for name in _more(document)),
            *(_DRAWING if any(figure.kind == "flow" for figure in document.figures) else ()),
        ]
    )


def _more(document: Document) -> Iterator[str]:
    """The styles that only pages with figures need, or without a map."""
    if document.is_more:
        yield "figures.css"
    if not document.maps:
        yield "sheet.css"


def _compact(css: str) -> str:
    """Without its comments and indents: every page carries it."""
    return "\n".join(line.strip() for line in _COMMENT.sub("", css).splitlines() if line.strip())


def _policy(css: str) -> str:
    """Nothing is loaded, nothing runs, and only our own style applies."""
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
