"""A value carries a YAML tag that the format does not have.

Tags such as `!!python/object` ask a reader to build objects of a programming language. A journey needs none of them,
and we never run what a file asks for. Delete the tag, or put the text in quotes if the exclamation mark belongs to
it.

Source: YAML 1.2, core schema: the tags that every reader knows.

Bad:

    title: !!python/object:shop.Title Buying shoes
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
