"""A comment or the settings name a rule that does not exist.

Mostly a typing mistake: what was to be silenced is still reported, or what was to be switched on never looked. `cjm
rules` lists every name; a comment names rules, not families of them.

Source: Clippy, unknown_lints: a misspelt name is said aloud rather than passed over.

Bad:

    title: Buying shoes
    stages:
      # cjm: ignore[stage-without-emotions] nobody was asked yet
      - {name: Awareness, touchpoints: Instagram ad}

Good:

    title: Buying shoes
    stages:
      # cjm: ignore[stage-without-emotion] nobody was asked yet
      - {name: Awareness, touchpoints: Instagram ad}
"""

from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
