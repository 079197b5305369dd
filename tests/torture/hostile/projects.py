"""What else a project holds: settings, a persona, a baseline, files of rules."""

from dataclasses import replace

from tests.torture.hostile.bombs import BOMBS
from tests.torture.hostile.encodings import ENCODINGS
from tests.torture.hostile.hostile import BASELINE, MIB, PERSONA, SETTINGS, SOUND, TOLD, TOOL, Hostile
from tests.torture.hostile.syntax import SYNTAX

ELSEWHERE = {
    **{name: BOMBS[name] for name in (
        "billion laughs in lists", "merges that double 40 times", "deep in [", "deep in dashes", "a text of 50 MB",
        "100,000 keys", "5 MB of blank lines", "100,000 documents",
    )},
    **{name: ENCODINGS[name] for name in ("one NUL", "noise", "UTF-16 with a mark", "a surrogate, escaped", "ESC")},
    **{name: SYNTAX[name] for name in (
        "the root refers to itself", "a tag of Python", "two documents", "duplicate keys", "a double quote that is not closed",
        "conflict marks", "null", "a word",
    )},
}  # fmt: skip
"""What is tried in the place of every other file as well."""

ELSEWHERE_AT = {
    ("null", SETTINGS): SOUND,
    ("billion laughs in lists", BASELINE): "3:11",
    ("merges that double 40 times", BASELINE): "3:23",
    ("deep in [", BASELINE): "2:13",
    ("deep in dashes", BASELINE): "3:17",
    ("100,000 keys", BASELINE): TOLD,
    ("5 MB of blank lines", BASELINE): TOLD,
    ("null", BASELINE): TOLD,
    ("a word", BASELINE): TOLD,
}
"""Where something is wrong in such a file, if it is another place: the limits of a baseline are its own."""


def _toml(at: str, text: str) -> Hostile:
    return Hostile(at, "[tool.cjm]\n" + text, TOOL)


PROJECTS = {
    **{
        f"{name}, as {file}": replace(entry, at=ELSEWHERE_AT.get((name, file), entry.at), file=file)
        for name, entry in ELSEWHERE.items()
        for file in (SETTINGS, PERSONA, BASELINE)
    },
    "rules that are no rules": Hostile(
        "1:57", "rules: {__proto__: error, 1: off, '': info, flat-curve: 5}\n", SETTINGS
    ),
    "10,000 rules": Hostile(
        "2:3", lambda: "rules:\n" + "".join(f"  rule-{i}: error\n" for i in range(10_000)), SETTINGS
    ),
    "options of rules of every kind": Hostile(
        "1:25",
        "rules: {text-too-long: {words: 1e999}, stage-count: {minimum: [], maximum: -1}, low-contrast: {x: {}}}\n",
        SETTINGS,
    ),
    "options of rules that are huge": Hostile("1:25", "rules: {text-too-long: {words: " + "9" * 300 + "}}\n", SETTINGS),
    "extends itself": Hostile("1:10", "extends: cjm.yaml\n", SETTINGS),
    "extends a device": Hostile("1:11", "extends: [/dev/zero, ./a.journey.yaml, ../.., .]\n", SETTINGS),
    "extends what is not there": Hostile("1:20", "extends: [no.yaml, '', 'a\\0b', ~]\n", SETTINGS),
    "extends 10,000 times": Hostile(SOUND, lambda: "extends: [" + "minimal, " * 10_000 + "]\n", SETTINGS),
    "patterns that go wild": Hostile(
        SOUND,
        "include: ['" + "**/" * 60 + "*.yaml', '" + "*a" * 60 + "b']\nexclude: ['" + "**/**/a" * 40 + "']\n",
        SETTINGS,
    ),
    "patterns that are none": Hostile("1:47", "include: ['[', '!', '\\', '/', '../**', '***', '']\n", SETTINGS),
    "patterns of other folders": Hostile(TOLD, "include: ['/etc/*', '../../../**', '~/**']\n", SETTINGS),
    "10,000 patterns": Hostile(
        SOUND, lambda: "exclude: [" + ", ".join(f"a{i}/**/b" for i in range(10_000)) + "]\n", SETTINGS
    ),
    "overrides of patterns that go wild": Hostile(
        SOUND,
        "overrides: [{files: ['"
        + "*a" * 60
        + "#stages[*]', '**#**', '#', '#stages[[[['], rules: {flat-curve: off}}]\n",
        SETTINGS,
    ),
    "limits that are too high": Hostile("1:17", "limits: {depth: 100000, values: 9999999999999999999999}\n", SETTINGS),
    "limits of nothing": Hostile(
        TOLD, "limits: {file_bytes: 1, depth: 1, values: 1, aliases: 0, expanded_values: 1}\n", SETTINGS
    ),
    "limits below zero": Hostile("1:22", "limits: {file_bytes: -1}\n", SETTINGS),
    "a scale of nothing": Hostile("1:22", "scale: {min: 1, max: 1}\n", SETTINGS),
    "a scale upside down": Hostile(SOUND, "scale: {min: 5, max: -5}\n", SETTINGS),
    "a scale of 1e308": Hostile(SOUND, "scale: {min: -1e308, max: 1e308}\n", SETTINGS),
    "a scale of almost nothing": Hostile(TOLD, "scale: {min: 0, max: 5e-324}\n", SETTINGS),
    "feelings of 1e999": Hostile("1:15", "feelings: {a: 1e999, b: .nan, '': 1, happy: -9}\n", SETTINGS),
    "10,000 channels": Hostile(
        SOUND, lambda: "channels: [" + ", ".join(f"c{i}" for i in range(10_000)) + "]\n", SETTINGS
    ),
    "one channel 10,000 times": Hostile("1:15", lambda: "channels: [" + "c, " * 10_000 + "]\n", SETTINGS),
    "a theme of markup": Hostile(
        "1:9",
        "theme: {accent: '#fff;}</style><script>', font: 'A\"; } * {', logo: '../../x.svg', css: 'x'}\n",
        SETTINGS,
    ),
    "a logo that is a device": Hostile("1:15", "theme: {logo: /dev/zero}\n", SETTINGS),
    "a logo outside": Hostile("1:15", "theme: {logo: ../../../../etc/passwd}\n", SETTINGS),
    "drawings outside": Hostile(SOUND, "render: {output: sub/../dist, formats: [html], views: [journey]}\n", SETTINGS),
    "formats that are modules": Hostile(
        "1:20", "render: {formats: [_format, __init__, ../html, os], views: [_page]}\n", SETTINGS
    ),
    "templates outside": Hostile(SOUND, "render: {templates: ../../..}\n", SETTINGS),
    "a language of signs": Hostile(SOUND, "language: '\"><script>'\n", SETTINGS),
    "a name of control characters": Hostile("1:7", 'name: "\\e]0;A\\a"\n', SETTINGS),
    "a baseline that is a device": Hostile(TOLD, "baseline: /dev/zero\n", SETTINGS),
    "a baseline that is a folder": Hostile(TOLD, "baseline: .\n", SETTINGS),
    "a baseline of wrong types": Hostile(TOLD, "findings: {a: [[]]}\ncjm: []\n", BASELINE),
    "a baseline of 10,000 entries": Hostile(
        TOLD,
        lambda: '{"findings": [' + ",".join('{"rule": "a", "at": "b/stages[c]"}' for _ in range(10_000)) + "]}",
        BASELINE,
    ),
    "TOML: not TOML": _toml("2:5", "a = \n"),
    "TOML: deep": _toml("2:100005", "x = " + "[" * 100_000 + "\n"),
    "TOML: a list of 5,000 lines": Hostile(SOUND, lambda: "[tool.cjm]\nexclude = [\n" + '"a",\n' * 5000 + "]\n", TOOL),
    "TOML: 5,000 statements": Hostile(
        "2:1", lambda: "[tool.cjm]\n" + "".join(f"a{i} = 1\n" for i in range(5000)), TOOL
    ),
    "TOML: 5,000 tables": Hostile("1:1", lambda: "".join(f"[tool.cjm.a{i}]\nb = 1\n" for i in range(5000)), TOOL),
    "TOML: 5,000 overrides": Hostile(
        SOUND,
        lambda: "".join(
            f'[[tool.cjm.overrides]]\nfiles = ["a{i}"]\n[tool.cjm.overrides.rules]\nflat-curve = "off"\n'
            for i in range(2000)
        ),
        TOOL,
    ),
    "TOML: a text over 5,000 lines": Hostile(SOUND, lambda: '[tool.cjm]\nname = """\n' + "a\n" * 5000 + '"""\n', TOOL),
    "TOML: a text that is not closed": Hostile("5002:2", lambda: '[tool.cjm]\nname = """\n' + "a\n" * 5000, TOOL),
    "TOML: an integer of 5,000 digits": _toml("2:5007", "cjm = " + "9" * 5000 + "\n"),
    "TOML: dates and infinities": _toml("2:7", "cjm = 2026-05-31\nname = inf\nscale = {min = nan}\n"),
    "TOML: keys that look like others": _toml("2:2", '"a.b"."c" = 1\n"" = 2\n'),
    "TOML: our table is a list": Hostile("1:1", "[[tool.cjm]]\na = 1\n[[tool.cjm]]\nb = 2\n", TOOL),
    "TOML: our table is a text": Hostile("1:1", '[tool]\ncjm = "a"\n', TOOL),
    "TOML: NUL": Hostile("2:9", b"[tool.cjm]\nname = '\0'\n", TOOL),
    "TOML: not UTF-8": Hostile(SOUND, b"[tool.cjm]\nname = '\xff'\n", TOOL),
    "TOML: 3 MB": Hostile("1:1", lambda: b"[tool.cjm]\n# " + b"a" * (3 * MIB), TOOL),
    "TOML: CR": Hostile("1:11", "[tool.cjm]\rname = 'a'\r", TOOL),
}
