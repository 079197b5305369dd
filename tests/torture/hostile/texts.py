"""Sound journeys whose texts are meant to keep a rule, a view or a format busy for ever."""

from tests.torture.hostile.hostile import SOUND, Hostile

MANY = 80_000


JOURNEY_OF = """\
title: "{0}"
steps:
  - name: B
    emotion: {{score: -2, feeling: "{1}"}}
    action: "{0}"
    quotes: ["{1}"]
    pain_points: ["{0}"]
    metrics: [{{name: C, kind: csat, value: "{1}", target: "{1}"}}]
"""
"""The fields that rules and views look at closely; some of them hold less, so that the file is not too large."""


def _journey(text: str) -> str:
    return JOURNEY_OF.format(text, text[: len(text) // 20].rstrip("\\") + " b")


REPEATED = {
    "addresses of mail, nearly": "a." * MANY,
    "addresses of mail, nearly, behind an @": "a@" + "b." * MANY,
    "signs of mail": "@" * MANY,
    "addresses of mail": "a@b.de " * MANY,
    "addresses of mail, all different": " ".join(f"{i}@b.de" for i in range(40_000)),
    "accounts of banks": "DE89 3704 0044 0532 0130 00 " * 20_000,
    "telephone numbers, nearly": "+49 " + "0-" * MANY,
    "digits": "1" * MANY,
    "digits and spaces": "1 " * MANY,
    "digits and points": "1." * MANY,
    "digits and hyphens": "12-" * MANY,
    "digits in brackets": "(1)" * MANY,
    "digits and a word": "1" * MANY + "x",
    "accounts of banks, nearly": "DE12 " + "ABCD " * MANY,
    "accounts of banks, nearly, without spaces": "DE12" + "A1B2" * MANY,
    "countries of accounts": "DE12" * MANY,
    "words with hyphens": "a-" * MANY,
    "words with apostrophes": "a'" * MANY,
    "words in capitals": "TODO" * MANY,
    "placeholders": "TODO " * MANY,
    "placeholders, nearly": "tbd-" * MANY,
    "signs of numbers": "#" * MANY,
    "signs of numbers and digits": "#1 " * MANY + "x",
    "spaces": " " * MANY + "x",
    "odd spaces": "\u00a0" * MANY + "x",
    "addresses of the web": "https://a.test/ " * 40_000,
    "addresses of the web, nearly": "https://" * MANY,
    "one address of the web": "https://a.test/" + "a" * MANY,
    "a host of many parts": "https://" + "a." * MANY + "/",
    "a host of hyphens": "https://" + "a-" * MANY + "!/",
    "mailto, nearly": "mailto:" + "a" * MANY,
    "addresses in brackets": "(https://a.test" * 40_000,
    "asterisks": "*" * MANY,
    "underscores": "_" * MANY,
    "backticks": "`" * MANY,
    "pipes": "|" * MANY,
    "brackets": "[" * MANY,
    "brackets and braces": "[(" * MANY,
    "ampersands": "&" * MANY,
    "entities": "&amp;" * MANY,
    "less than": "<" * MANY,
    "comments of HTML": "<!--" * MANY,
    "templates": "{{" * MANY,
    "escaped backslashes": "\\\\" * MANY,
    "line breaks": "a\\n" * MANY,
    "line breaks alone": "a" + "\\n" * MANY + "b",
    "tabs": "a\\t" * MANY,
    "one word": "a" * MANY,
    "one word of soft hyphens": "a\u00ad" * MANY,
    "one word of combining marks": "a" + "\u0301" * MANY,
    "right-to-left": "ש" * MANY,
    "turns of direction": "a\u05d0" * MANY,
    "flags": "🇩🇪" * 50_000,
    "families": "👨\u200d👩\u200d👧" * 20_000,
    "quotation marks": '\\"' * MANY,
    "dots": "." * MANY,
    "of": "of 5 " * MANY,
    "slashes": "/5" * MANY,
    "likely feelings": "happy, sad, " * 40_000,
}
"""What stands in each of these fields."""

PERSONAL = {"addresses of mail", "addresses of mail, all different", "accounts of banks"}
"""What a rule forbids to tell of anybody."""

TEXTS = {
    f"texts of {what}": Hostile("1:8" if what in PERSONAL else SOUND, lambda text=text: _journey(text))
    for what, text in REPEATED.items()
}
