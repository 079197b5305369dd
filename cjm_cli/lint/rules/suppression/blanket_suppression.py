"""A comment would silence whatever there is, for it names no rule.

The next mistake in the same place, of quite another kind, would go unseen. Name the rules that may be ignored, and say
why, so that the next reader knows when the comment can go.

Source: Ruff, PGH004 blanket-noqa; ESLint, unlimited-disable: silence one thing at a time.

Bad:

    title: Buying shoes
    stages:
      # cjm: ignore
      - {name: Awareness, touchpoints: Instagram ad}

Good:

    title: Buying shoes
    stages:
      # cjm: ignore[stage-without-emotion] nobody was asked yet; interviews are in May
      - {name: Awareness, touchpoints: Instagram ad}
"""

from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
