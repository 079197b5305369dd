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

import re
from collections.abc import Iterator, Mapping
from functools import cache

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._lists import word_lists
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey, Persona, Project

LEVEL = Level.WARNING_TO_ERROR
NUMBERED = re.compile(r"[\s#\d]+$")


def check(model: Journey | Persona | Project, facts: Facts) -> Iterator[Defect]:
    """Looks at every text that an author tells."""
    if not _is_worth_a_look(facts.prose_text):
        return
    for route, text in facts.prose:
        if is_placeholder(text.value):
            yield Defect(
                f"{quoted(text.value)} is a placeholder",
                route=route,
                label="still to be written",
                help="write the text, or leave the field out until you know it",
            )


def is_placeholder(text: str) -> bool:
    """Whether the text holds a marker, or is nothing but a name that a tool gave."""
    plain = " ".join(text.casefold().split())
    return _is_alone(plain) or any(phrase in plain for phrase in _lists()["phrases"]) or _has_marker(text)


def _is_alone(plain: str) -> bool:
    return bool({plain, NUMBERED.sub("", plain)} & _lists()["alone"])


def _has_marker(text: str) -> bool:
    """A word in capitals says nothing in a text of capitals, unless it stands alone or a colon follows."""
    found = _words().search(text)
    if found is None or not text.isupper():
        return found is not None
    return text.strip(" .!?()[]") == found[0] or text[found.end() :].startswith(":")


def _lists() -> Mapping[str, frozenset[str]]:
    return word_lists("language/placeholders.json")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any_of('words')})(?![\w-])(?! (?:app|list))")


def _any_of(name: str) -> str:
    """One of the words of a list."""
    return "|".join(map(re.escape, sorted(_lists()[name])))


def _is_worth_a_look(texts: str) -> bool:
    """Whether any of many texts, one a line, may be a placeholder."""
    plain = "\n" + "\n".join(" ".join(text.split()) for text in texts.casefold().split("\n"))
    traces = [word.casefold() for name in ("words", "phrases") for word in _lists()[name]]
    return any(trace in plain for trace in (*traces, *(f"\n{start}" for start in _lists()["alone"])))
