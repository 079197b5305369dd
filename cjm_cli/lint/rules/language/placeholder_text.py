"""A text is still the placeholder that somebody meant to replace.

Readers take what they see for a finding, and "TBD" in a published map costs the trust in all the rest. Write the
text, or leave the field out until you know it. Words such as TODO count in capitals only, since "todo" is Spanish for
"all".

Source: WCAG 2.2, success criterion 2.4.6: headings and labels describe their topic or purpose.

Bad:

    title: Buying shoes
    stages:
      - {name: New step, touchpoints: "TODO: ask the web team", emotion: curious}

Good:

    title: Comprar zapatos para todo el año
    stages:
      - {name: Elegir, touchpoints: Instagram, emotion: curious}
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from cjm_cli.lint.rule import Defect, Level, Text
from cjm_cli.lint.rules._words import is_prose, quoted

LEVEL = Level.WARNING_TO_ERROR
NUMBERED = re.compile(r"[\s#\d]+$")


def check(text: Text) -> Iterator[Defect]:
    """Looks at every text that an author tells."""
    if is_prose(text) and is_placeholder(text.value):
        yield Defect(
            f"{quoted(text.value)} is a placeholder",
            label="still to be written",
            help="write the text, or leave the field out until you know it",
        )


def is_placeholder(text: str) -> bool:
    """Whether the text holds a marker, or is nothing but a name that a tool gave."""
    plain = " ".join(text.casefold().split())
    return _is_alone(plain) or any(phrase in plain for phrase in _lists()["phrases"]) or _has_marker(text)


def _is_alone(plain: str) -> bool:
    return bool({plain, NUMBERED.sub("", plain)} & {*_lists()["alone"]})


def _has_marker(text: str) -> bool:
    """A word in capitals says nothing in a text of capitals, unless it stands alone or a colon follows."""
    found = _words().search(text)
    if found is None or not text.isupper():
        return found is not None
    return text.strip(" .!?()[]") == found[0] or text[found.end() :].startswith(":")


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    lists: dict[str, list[str]] = json.loads(Path(__file__).with_name("placeholders.json").read_text("utf-8"))
    return lists


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_lists()['words'])})(?![\w-])(?! (?:app|list))")
