"""The file is written in a newer version of the format than this program knows.

To read it all the same would be to guess what the new fields mean. Upgrade cjm, or have the file saved in a version
that everyone in the team can read.

Source: cjm's format: the number under `cjm` at the top of a file is the version it is written in.

Bad:

    cjm: 99
    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    cjm: 1
    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
