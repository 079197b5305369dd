"""HTML: one self-contained page that needs no network and no script, for screens and for paper."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from cjm_cli import resources
from cjm_cli.formats._html_map import Map, tables
from cjm_cli.markup.html import environment
from cjm_cli.page.page import Footer, Grid, Header, Page, Section
from cjm_cli.page.palette import PALETTE


@dataclass(frozen=True)
class Document:
    """The blocks of a page by where they stand in it."""

    headers: tuple[Header, ...]
    maps: tuple[Map, ...]
    sections: tuple[Section, ...]
    details: tuple[Section, ...]
    """Sections about a single stage or step."""
    footers: tuple[Footer, ...]


def encode(page: Page) -> bytes:
    """The page as a file."""
    document = _document(page)
    css = _css(document)
    template = environment().get_template("journey.html.jinja")
    html = template.render(page=page, document=document, css=Markup(css), policy=_policy(css))  # noqa: S704
    return html.encode()


def _document(page: Page) -> Document:
    grids = [block for block in page.blocks if isinstance(block, Grid)]
    sections = [block for block in page.blocks if isinstance(block, Section)]
    on_the_map = {title for grid in grids for title in _titles(grid)}
    return Document(
        headers=tuple(block for block in page.blocks if isinstance(block, Header)),
        maps=tuple(map(tables, grids)),
        sections=tuple(section for section in sections if section.title not in on_the_map),
        details=tuple(section for section in sections if section.title in on_the_map),
        footers=tuple(block for block in page.blocks if isinstance(block, Footer)),
    )


def _titles(grid: Grid) -> Iterable[str]:
    return [item.title for item in (*grid.groups, *grid.columns)]


def _css(document: Document) -> str:
    """The style of the page: colours, the widths of its tables, then what holds for all pages."""
    light = "".join(f"--{name}:{shade.light};" for name, shade in PALETTE.items())
    dark = "".join(f"--{name}:{shade.dark};" for name, shade in PALETTE.items())
    counts = sorted({len(table.columns) for shown in document.maps for table in (shown.whole, *shown.parts)})
    widths = "".join(f".n{count}{{--n:{count}}}\n" for count in counts)
    return (
        f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{widths}"
        + resources.text("templates", "map.css")
    )


def _policy(css: str) -> str:
    """Nothing is loaded, nothing runs, and only our own style applies."""
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
