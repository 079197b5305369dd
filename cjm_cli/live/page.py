"""A page of the site on its way to the browser: what was found stands above it, and it is loaded again when that changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from cjm_cli import resources
from cjm_cli.formats._html_assets import code, source, style
from cjm_cli.markup.html import environment

_BEGINNING = re.compile(rb'<body>\n(?:<a class="skip"[^\n]*\n)?')
"""Where the notes go: a link past the navigation comes first."""
MOST = 40
"""How many findings are listed."""


@dataclass(frozen=True)
class Note:
    """A finding as the browser shows it; `anchor` is the place on this page that it is about, `href` the way to it."""

    level: str
    place: str
    message: str
    help: str = ""
    rule: str = ""
    anchor: str = ""
    href: str = ""


@dataclass(frozen=True)
class Notes:
    """What stands above a page: a sentence, the first findings, and how many more there are."""

    head: str
    first: Sequence[Note] = ()
    more: int = 0


def alive(page: bytes | None, version: str, notes: Notes) -> bytes:
    """The page with the notes; where there is none, one that says so. The policy lets in what is added, and no more."""
    template = environment().get_template("live/notes.html.jinja")
    told = template.render(notes=notes.first, more=notes.more, head=notes.head, version=version)
    content = page or _missing()
    for before, after in (
        (b"style-src ", f"connect-src 'self'; style-src {source(_style())} ".encode()),
        (b"script-src ", f"script-src {source(_script())} ".encode()),
        (b"</head>", f"<style>{_style()}</style>\n<script>{_script()}</script>\n</head>".encode()),
    ):
        content = content.replace(before, after, 1)
    return _BEGINNING.sub(lambda found: found[0] + told.encode(), content, count=1)


@cache
def _missing() -> bytes:
    policy = "default-src 'none'; style-src ; script-src ; base-uri 'none'; form-action 'none'"
    return environment().get_template("live/missing.html.jinja").render(policy=policy).encode()


@cache
def _style() -> Markup:
    return Markup(style("live/notes.css"))


@cache
def _script() -> Markup:
    return Markup(f"(()=>{{'use strict';\n{code(resources.text('templates', 'live/reload.js'))}\n}})();")
