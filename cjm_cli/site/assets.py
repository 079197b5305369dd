"""What every page of a site carries within itself: its style, its script, and the policy that lets in nothing else."""

from functools import cache

from cjm_cli import resources
from cjm_cli.formats._html_assets import code, colours, dark, policy, style
from cjm_cli.page.theme import Theme

SCRIPTS = (
    "script/dom",
    "script/theme",
    "site/script/theme",
    "site/script/tables",
    "site/script/search",
    "site/script/go",
)
"""Each may use what stands in those before it."""


def light(theme: Theme) -> str:
    """The style of a page."""
    own = f"{colours('light', theme)}color-scheme:light;--curve:var(--{theme.curve})"
    return f":root{{{own}}}\n{style('site/site.css')}"


@cache
def script() -> str:
    """The script of a page: one function that leaves nothing behind."""
    parts = (code(resources.text("templates", f"{name}.js")) for name in SCRIPTS)
    return "\n".join(["(()=>{'use strict';", *parts, "})();"])


def site_policy(theme: Theme) -> str:
    """Nothing is loaded, only our own script runs, and only our own styles apply."""
    return policy(styles=(light(theme), dark(theme)), code=script())
