"""A key is given twice in the same place.

Only one of the two values can count, and other programs would silently take the last one. Keep one of them, or make a
list of both values under a single key.

Source: YAML 1.2: the keys of a mapping are unique.

Bad:

    title: Buying shoes
    title: Buying running shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying running shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
