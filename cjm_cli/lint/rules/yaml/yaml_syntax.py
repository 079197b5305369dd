"""The file is not YAML.

Nothing else can be said of a file until it can be read, so this is its only finding. Most often a quote or a bracket
is not closed, a tab indents a line, or a text holds ": " and needs quotes.

Source: YAML 1.2.

Bad:

    title: "Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: "Buying shoes"
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
