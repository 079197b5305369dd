"""What every HTML page carries within itself: its style, its script, and the policy that lets in nothing else."""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from cjm_cli import resources
from cjm_cli.page.palette import FAINT
from cjm_cli.page.theme import DEFAULT, Theme

STYLES = ("map.css", "tools.css")
SCRIPTS = ("dom", "theme", "steps", "filter", "lanes", "keys", "details", "csv", "start")
"""Files of `templates/script`; each may use what stands in those before it."""

DRAWING = "drawing"
"""In place of a file: the style of drawings."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_GAPS = re.compile(r";?\s*([{}])\s*|(?<=[;:,])\s+| (>) ")
_SIGNS = re.compile(r"('[^'\n]*'|`[^`\n]*`|/[^/\n]+/[gu]*)| *([=<>?:,;{}()&|!]+) *")


def light(counts: Iterable[int], theme: Theme = DEFAULT, *, more: Iterable[str] = ()) -> str:
    """The style of the page: colours, the widths of its tables by their columns, what holds for all pages, and `more`."""
    widths = (f".n{count}{{--n:{count}}}" for count in sorted(set(counts)))
    names = [*STYLES, *(["logo.css"] if theme.logo else []), *more]
    files = (_drawing(theme) if name == DRAWING else style(name) for name in names)
    return "\n".join(
        [f":root{{{colours('light', theme)}color-scheme:light;--curve:var(--{theme.curve})}}", *widths, *files]
    )


def _drawing(theme: Theme) -> str:
    """The paper and the colours of a drawing within the page."""
    named = (f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}" for name in theme.palette)
    return "\n".join(["@page{size:A3 landscape}", *named])


def dark(theme: Theme = DEFAULT) -> str:
    """The colours of a dark screen. They are a style of their own, which the script switches on and off."""
    return f":root{{{colours('dark', theme)}color-scheme:dark;--curve:var(--ink)}}"


def colours(mode: str, theme: Theme) -> str:
    """The colours of a look, in the light or in the dark."""
    shades = {**theme.palette}
    shades.setdefault("faint", FAINT)
    return "".join(f"--{name}:{getattr(shade, mode)};" for name, shade in shades.items())


@cache
def script() -> str:
    """The script of the page: one function that leaves nothing behind, without the comments of its files."""
    parts = (code(resources.text("templates", f"script/{name}.js")) for name in SCRIPTS)
    return "\n".join(["(()=>{'use strict';", *parts, "})();"])


@cache
def style(name: str) -> str:
    """A file without its comments and needless spaces; none of its strings holds what is taken away."""
    text = resources.text("templates", name)
    return _GAPS.sub(lambda found: found[1] or found[2] or "", _COMMENT.sub("", text)).strip()


def code(text: str) -> str:
    """Without lines that are a comment, indents, and spaces around signs; lines stay lines, strings and patterns stay."""
    lines = (line.strip() for line in text.splitlines())
    bare = "\n".join(line for line in lines if line and not line.startswith("//"))
    return _SIGNS.sub(lambda found: found[1] or found[2], bare)


def policy(*, styles: Iterable[str], code: str = "") -> str:
    """Nothing is loaded, only our own script runs, if any, and only our own styles apply."""
    scripts = source(code) if code else "'none'"
    return (
        f"default-src 'none'; style-src {' '.join(map(source, styles))}; script-src {scripts}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def source(text: str) -> str:
    """The name by which a policy lets in a style or a script."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
