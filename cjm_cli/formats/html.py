"""HTML: one self-contained page that needs no network, complete without its script, for screens and for paper."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from cjm_cli.errors import TemplateError
from cjm_cli.formats import _html_assets as assets
from cjm_cli.formats._html_figures import Shown, figures
from cjm_cli.formats._html_map import Map, tables
from cjm_cli.markup.html import rendered
from cjm_cli.markup.templates import Templates
from cjm_cli.page.cell import Form, Item, Tone
from cjm_cli.page.figures import Cards
from cjm_cli.page.page import CurveLane, Footer, Grid, Header, Lane, Page, Section

TEMPLATE, STYLE = "journey.html.jinja", "style.css"
"""The page, and a style that a user's folder of templates may hold beside it."""
_BEFORE_POLICY = re.compile(r"\s*<!DOCTYPE html>\s*<html[^<>]*>\s*<head>\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """The blocks of a page by where they stand in it, and what its tools need to know of them."""

    headers: tuple[Header, ...]
    maps: tuple[Map, ...]
    sections: tuple[Section, ...]
    details: tuple[Section, ...]
    """Sections about a single stage or step."""
    footers: tuple[Footer, ...]
    anchors: frozenset[str]
    """The addresses that lead into the map."""
    personas: tuple[str, ...]
    """Whose steps and feelings can be told apart."""
    channels: tuple[str, ...]
    kinds: frozenset[str]
    """Those of its channels, each of which has a sign."""
    has_pain: bool
    figures: tuple[Shown, ...]
    """Whatever else there is, in its order."""

    @property
    def is_more(self) -> bool:
        """Whether it is a page beside the map."""
        return bool(self.figures) or any(header.kind for header in self.headers)


def encode(page: Page) -> bytes:
    """The page as a file."""
    document = _document(page)
    counts = (len(table.columns) for shown in document.maps for table in (shown.whole, *shown.parts))
    light = assets.light(counts, page.theme, more=_more(document)) + _own_style(page.theme.templates)
    dark, script = assets.dark(page.theme), assets.script()
    policy = assets.policy(styles=(light, dark), code=script)
    html = rendered(
        TEMPLATE,
        page.theme.templates,
        page=page,
        document=document,
        light=Markup(light),
        dark=Markup(dark),
        script=Markup(script),
        policy=policy,
    )
    if page.theme.templates:
        _demand_policy(html, policy, page.theme.templates)
    return html.encode()


def _more(document: Document) -> Iterator[str]:
    """The styles that only pages with figures need, or without a map."""
    if document.is_more:
        yield "figures.css"
    if not document.maps:
        yield "sheet.css"
    if any(figure.kind == "flow" for figure in document.figures):
        yield assets.DRAWING


def _own_style(folder: str) -> str:
    """The style that a user's templates bring along, after ours; the policy lets it in like ours."""
    own = Templates(folder).own(STYLE) if folder else None
    if own is not None and "</" in own:
        raise TemplateError(f"{folder}/{STYLE}", 0, 'a style cannot hold "</"')
    return f"\n{own.strip()}" if own else ""


def _demand_policy(html: str, policy: str, folder: str) -> None:
    """Whatever a user's templates write, the browser is told first that nothing else may run or be loaded."""
    before, found, _ = html.partition(f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">')
    if not found or not _BEFORE_POLICY.fullmatch(before):
        problem = "the page has to begin with its policy, as the built-in one does; extend that"
        raise TemplateError(f"{folder}/{TEMPLATE}", 0, problem)


def _document(page: Page) -> Document:
    grids = [block for block in page.blocks if isinstance(block, Grid)]
    sections = [block for block in page.blocks if isinstance(block, Section)]
    headers = tuple(block for block in page.blocks if isinstance(block, Header))
    items = list(_items(grids))
    return Document(
        headers=headers,
        maps=tuple(map(tables, grids)),
        sections=tuple(section for section in sections if not section.about),
        details=tuple(section for section in sections if section.about),
        footers=tuple(block for block in page.blocks if isinstance(block, Footer)),
        anchors=frozenset(_anchors(grids)),
        personas=tuple(_told_apart(headers, grids, items)),
        channels=_unique(item.text for item in items if item.form is Form.PILL),
        kinds=frozenset(item.icon for item in (*items, *_of_cards(page))),
        has_pain=any(item.tone is Tone.PAIN for item in items),
        figures=figures(page),
    )


def _items(grids: Iterable[Grid]) -> Iterable[Item]:
    rows = (row for grid in grids for row in grid.rows if isinstance(row, Lane | CurveLane))
    return (item for row in rows for cell in (*row.stage_cells, *row.cells) for item in cell)


def _of_cards(page: Page) -> Iterable[Item]:
    cards = (card for block in page.blocks if isinstance(block, Cards) for card in block.cards)
    return (item for card in cards for item in card.items)


def _anchors(grids: Iterable[Grid]) -> Iterable[str]:
    # A table of touchpoints by stages has no steps to walk along.
    for group in (group for grid in grids if not grid.is_matrix for group in grid.groups):
        yield from (column.id for column in group.columns if column.title)
        if group.title:
            yield group.id


def _told_apart(headers: Iterable[Header], grids: Iterable[Grid], items: Iterable[Item]) -> Iterable[str]:
    """The personas of the page, where anything is somebody's alone."""
    named = {name for grid in grids for column in grid.columns for name in column.personas}
    named |= {item.persona for item in items if item.persona}
    personas = _unique(card.name for header in headers for card in header.personas)
    return personas if len(personas) > 1 and named else ()


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
