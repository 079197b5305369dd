r"""The file cannot be read as text, or is larger than the limits allow.

Files are UTF-8, without control characters, and of a size that a person could have written. Save the file as UTF-8,
delete the character that the finding points at, or raise a limit under `limits` in cjm.yaml.

Source: YAML 1.2, the characters that a file may hold; the limits are cjm's own and keep hostile files out.

Bad:

    title: "Buying\0shoes"
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
