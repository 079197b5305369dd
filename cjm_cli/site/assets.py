"""What every page of a site carries within itself: its style, its script, and the policy that lets in nothing else."""

from functools import cache

from cjm_cli import resources
from cjm_cli.formats._html_assets import COLOURS, code, dark, policy, style

SCRIPTS = (
    "script/dom",
    "script/theme",
    "site/script/theme",
    "site/script/tables",
    "site/script/search",
    "site/script/go",
)
"""Each may use what stands in those before it."""


@cache
def light() -> str:
    """The style of a page."""
    colours = "".join(f"--{name}:{shade.light};" for name, shade in COLOURS.items())
    return f":root{{{colours}color-scheme:light;--curve:var(--stage)}}\n{style('site/site.css')}"


@cache
def script() -> str:
    """The script of a page: one function that leaves nothing behind."""
    parts = (code(resources.text("templates", f"{name}.js")) for name in SCRIPTS)
    return "\n".join(["(()=>{'use strict';", *parts, "})();"])


@cache
def site_policy() -> str:
    """Nothing is loaded, only our own script runs, and only our own styles apply."""
    return policy(styles=(light(), dark()), code=script())
