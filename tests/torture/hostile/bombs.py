"""Files that are too much of something: nesting, aliases, keys, letters, lines."""

from collections.abc import Iterator

from tests.torture.hostile.hostile import MIB, SOUND, Hostile

DEEP, MANY = 100_000, 100_000


def _aliases(levels: int, width: int, *, opening: str, closing: str) -> str:
    """A value that is `width` to the power of `levels` values once its aliases are followed."""
    lines = ["title: A", f"x-0: &a0 {opening}{', '.join(map(_item(opening), range(width)))}{closing}"]
    for level in range(1, levels):
        items = ", ".join(f"{_key(opening, index)}*a{level - 1}" for index in range(width))
        lines.append(f"x-{level}: &a{level} {opening}{items}{closing}")
    return "\n".join(lines) + "\n"


def _key(opening: str, index: int) -> str:
    return f"k{index}: " if opening == "{" else ""


def _item(opening: str):  # type: ignore[no-untyped-def]
    return lambda index: f"{_key(opening, index)}lol"


def _merges(levels: int) -> str:
    lines = ["title: A", "x-0: &a0 {k0: 1}"]
    lines += [f"x-{level}: &a{level} {{k{level}: 1, <<: [*a{level - 1}, *a{level - 1}]}}" for level in range(1, levels)]
    return "\n".join(lines) + "\n"


def _staircase(opening: str, depth: int) -> Iterator[str]:
    """Every line nests in the one above it; columns grow with the depth, so that it takes quadratic space."""
    return (" " * level + opening for level in range(depth))


def _steps(count: int, step: str = "{name: B}") -> str:
    return "title: A\nsteps:\n" + f"- {step}\n" * count


BOMBS = {
    "billion laughs in lists": Hostile("7:31", _aliases(9, 9, opening="[", closing="]")),
    "billion laughs in mappings": Hostile("7:24", _aliases(9, 9, opening="{", closing="}")),
    "merges that double 40 times": Hostile("17:32", lambda: _merges(40)),
    "2,000 aliases": Hostile("2:4007", lambda: "title: &a A\nx-b: [" + "*a, " * 2000 + "]\n"),
    "900 aliases of a list of 900": Hostile(
        "3:1775", lambda: "title: A\nx-a: &a [" + "1, " * 900 + "]\nx-b: [" + "*a, " * 900 + "]\n"
    ),
    "100,000 anchors": Hostile(
        "2:538842", lambda: "title: A\nx-a: [" + "".join(f"&a{i} 1, " for i in range(MANY)) + "]\n"
    ),
    "one anchor 10,000 times": Hostile(SOUND, lambda: "title: A\nx-a: [" + "&a 1, " * 10_000 + "*a]\n"),
    "deep in [": Hostile("2:37", lambda: "title: A\nx-a: " + "[" * DEEP),
    "deep in [ and closed": Hostile("2:37", lambda: "title: A\nx-a: " + "[" * DEEP + "]" * DEEP + "\n"),
    "deep in {": Hostile("2:130", lambda: "title: A\nx-a: " + "{a: " * DEEP),
    "deep in {? ": Hostile("2:9", lambda: "title: A\nx-a: " + "{? " * DEEP),
    "deep in { as keys": Hostile("1:2", lambda: "{" * DEEP),
    "deep in [{": Hostile("2:82", lambda: "title: A\nx-a: " + "[{a: " * DEEP),
    "deep in dashes": Hostile("3:65", lambda: "title: A\nx-a:\n  " + "- " * DEEP + "1\n"),
    "deep in question marks": Hostile("1:3", lambda: "? " * DEEP + "1\n"),
    "deep in blocks of mappings": Hostile("33:33", lambda: "\n".join(_staircase("a:", 1900)) + " 1\n"),
    "deep in blocks of lists": Hostile("33:33", lambda: "\n".join(_staircase("-", 1900)) + " 1\n"),
    "deep in blocks, 5 MB": Hostile("1:1", lambda: "\n".join(_staircase("a:", 3200)) + " 1\n"),
    "deep in dashes on lines": Hostile("2:2", lambda: "".join(" " * i + "- a:\n" for i in range(1400))),
    "deep in closing brackets": Hostile("2:6", lambda: "title: A\nx-a: " + "]" * DEEP),
    "deep in anchors": Hostile("2:9", lambda: "title: A\nx-a: " + "&a " * DEEP),
    "deep in tags": Hostile("2:9", lambda: "title: A\nx-a: " + "!a " * DEEP),
    "deep in quotes": Hostile("1:10", lambda: "title: " + '"' * DEEP),
    "exactly as deep as allowed": Hostile(SOUND, "title: A\nx-a: " + "[" * 31 + "]" * 31 + "\n"),
    "one deeper than allowed": Hostile("2:37", "title: A\nx-a: " + "[" * 32 + "]" * 32 + "\n"),
    "a deep value shared at depth": Hostile(
        "3:26", "title: A\nx-a: &a " + "[" * 20 + "]" * 20 + "\nx-b: " + "[" * 20 + "*a" + "]" * 20 + "\n"
    ),
    "a text of 50 MB": Hostile("1:1", lambda: b"title: " + b"a" * (50 * MIB) + b"\n"),
    "a quoted text of 50 MB": Hostile("1:1", lambda: b'title: "' + b"a" * (50 * MIB) + b'"\n'),
    "a block text of 50 MB": Hostile("1:1", lambda: b"title: |\n" + b"  aaaaaaaaaaaaaaa\n" * (50 * MIB // 18)),
    "a text of nearly 2 MiB": Hostile(SOUND, lambda: b"title: " + b"a" * (2 * MIB - 8) + b"\n"),
    "a text of nearly 2 MiB in words": Hostile(SOUND, lambda: b"title: " + b"aa " * (2 * MIB // 3 - 8) + b"\n"),
    "a folded text of nearly 2 MiB": Hostile(SOUND, lambda: b"title: >\n" + b"  a b\n" * (2 * MIB // 6 - 8)),
    "a quoted text of 100,000 escapes": Hostile(SOUND, lambda: 'title: "' + "\\u00e9" * MANY + '"\n'),
    "a quoted text over 100,000 lines": Hostile(SOUND, lambda: 'title: "A' + "\n\n  b" * MANY + '"\n'),
    "a plain text over 100,000 lines": Hostile(SOUND, lambda: "title: A" + "\n  b" * MANY + "\n"),
    "a single quoted text of quotes": Hostile(SOUND, lambda: "title: '" + "''" * MANY + "'\n"),
    "100,000 keys": Hostile("25000:10", lambda: "title: A\n" + "".join(f"x-{i}: 1\n" for i in range(MANY))),
    "20,000 keys": Hostile(SOUND, lambda: "title: A\n" + "".join(f"x-{i}: 1\n" for i in range(20_000))),
    "20,000 unknown keys": Hostile("2:1", lambda: "title: A\n" + "".join(f"y{i}: 1\n" for i in range(20_000))),
    "20,000 keys nearly right": Hostile("2:1", lambda: "title: A\n" + "".join(f"stage{i}: 1\n" for i in range(20_000))),
    "20,000 times one key": Hostile("3:1", lambda: "title: A\n" + "x-a: 1\n" * 20_000),
    "a key of 1 MiB": Hostile("2:1", lambda: b"title: A\n" + b"k" * MIB + b": 1\n"),
    "a quoted key of 1 MiB": Hostile("2:1", lambda: b'title: A\n"' + b"k" * MIB + b'": 1\n'),
    "a key of 1,000 letters": Hostile("2:1", "title: A\n" + "k" * 1000 + ": 1\n"),
    "an anchor of 1 MiB": Hostile(SOUND, lambda: b"title: &" + b"a" * MIB + b" A\n"),
    "a tag of 1 MiB": Hostile("1:8", lambda: b"title: !" + b"a" * MIB + b" A\n"),
    "a tag of 300,000 escapes": Hostile("1:8", lambda: b"title: !" + b"%41" * 300_000 + b" A\n"),
    "100,000 steps": Hostile("16668:3", lambda: _steps(MANY)),
    "20,000 steps": Hostile("16668:3", lambda: _steps(20_000)),
    "2,000 steps with emotions": Hostile(SOUND, lambda: _steps(2000, "{name: B, emotion: -1, thoughts: [a]}")),
    "100 stages of 20 steps": Hostile(
        SOUND, lambda: "title: A\nstages:\n" + ("- name: S\n  steps:\n" + "  - {name: B, emotion: 1}\n" * 20) * 100
    ),
    "10,000 steps without a name": Hostile("3:3", lambda: _steps(10_000, "{}")),
    "10,000 personas": Hostile("2:12", lambda: "title: A\npersonas: [" + "p, " * 10_000 + "]\n"),
    "5,000 pain points": Hostile(SOUND, lambda: _steps(1, "{name: B, pain_points: [" + "p, " * 5_000 + "]}")),
    "5,000 branches": Hostile("3:25", lambda: _steps(1, "{name: B, next: [" + "{to: q, when: r}, " * 5000 + "]}")),
    "300 steps that all lead to all": Hostile(
        SOUND,
        lambda: (
            "title: A\nsteps:\n"
            + "".join(
                f"- {{id: s{i}, name: S{i}, next: [{', '.join(f's{j}' for j in range(100))}]}}\n" for i in range(100)
            )
        ),
    ),
    "5 MB of blank lines": Hostile("1:1", lambda: b"\n" * (5 * MIB)),
    "2 MB of blank lines": Hostile("1:1", lambda: b"\n" * 2_000_000),
    "2 MB of blank lines before": Hostile(SOUND, lambda: b"\n" * 2_000_000 + b"title: A\n"),
    "2 MB of blank lines within": Hostile(SOUND, lambda: b"title: A\n" + b"\n" * 2_000_000 + b"goal: B\n"),
    "2 MB of blank lines in a block text": Hostile(SOUND, lambda: b"title: |\n  A\n" + b"\n" * 2_000_000 + b"  B\n"),
    "2 MB of CR": Hostile(SOUND, lambda: b"title: A\r" + b"\r" * 2_000_000),
    "2 MB of CRLF": Hostile(SOUND, lambda: b"title: A\r\n" + b"\r\n" * 1_000_000),
    "2 MB of comments": Hostile(SOUND, lambda: b"title: A\n" + b"# a\n" * 500_000),
    "50,000 of our comments": Hostile("2:15", lambda: b"title: A\n" + b"# cjm: ignore[x] why\n" * 50_000),
    "50,000 of our comments on one line": Hostile("1:24", lambda: b"title: A " + b"# cjm: ignore[x] " * 50_000 + b"\n"),
    "a comment that names 100,000 rules": Hostile(
        "1:24", lambda: b"title: A # cjm: ignore[" + b"a, " * MANY + b"b] why\n"
    ),
    "a comment that names 50,000 rules, all different": Hostile(
        "1:24", lambda: "title: A # cjm: ignore[" + ", ".join(f"flat-curve-of-{i}" for i in range(50_000)) + "] why\n"
    ),
    "a comment that names one rule 50,000 times": Hostile(
        SOUND, lambda: b"title: A # cjm: ignore[" + b"flat-curve, " * 50_000 + b"flat-curve] why\n"
    ),
    "8,000 comments that silence": Hostile(
        SOUND, lambda: b"title:   A\nsteps:\n" + b"- name: TODO # cjm: ignore[placeholder-text] why\n" * 8_000
    ),
    "our comment without an end": Hostile("1:10", lambda: b"title: A # cjm: ignore[" + b" " * 1_900_000),
    "a comment of 2 MB": Hostile(SOUND, lambda: b"title: A # " + b"a" * 2_000_000),
    "2 MB of #": Hostile(SOUND, lambda: b"title: A #" + b"#" * 2_000_000),
    "2 MB of spaces": Hostile("1:1", lambda: b" " * 2_000_000),
    "2 MB of spaces behind a value": Hostile(SOUND, lambda: b"title: A" + b" " * 2_000_000 + b"\n"),
    "2 MB of spaces in a text": Hostile(SOUND, lambda: b"title: A" + b" " * 2_000_000 + b"B\n"),
    "2 MB of spaces in a quoted text": Hostile(SOUND, lambda: b'title: "A' + b" " * 2_000_000 + b'B"\n'),
    "2 MB of spaces before a key": Hostile("2:2000005", lambda: b"title: A\n" + b" " * 2_000_000 + b"goal: B\n"),
    "2 MB of spaces on lines": Hostile(SOUND, lambda: b"title: A\n" + (b" " * 99 + b"\n") * 20_000),
    "2 MB of tabs": Hostile("1:1", lambda: b"\t" * 2_000_000),
    "2 MB of dashes": Hostile("1:1", lambda: b"-" * 2_000_000),
    "2 MB of empty items": Hostile("49998:2", lambda: b"title: A\ngoal:\n" + b"-\n" * 900_000),
    "2 MB of colons": Hostile("1:2000000", lambda: b":" * 2_000_000),
    "2 MB of backslashes": Hostile(SOUND, lambda: b'title: "' + b"\\" * 2_000_000 + b'"\n'),
    "100,000 documents": Hostile("2:1", lambda: b"title: A\n" + b"---\ntitle: B\n" * 100_000),
    "100,000 ends of documents": Hostile(SOUND, lambda: b"title: A\n" + b"...\n" * 100_000),
    "100,000 directives": Hostile("1:1", lambda: b"%A b\n" * 100_000 + b"---\ntitle: A\n"),
    "100,000 tag directives": Hostile(
        "1:1", lambda: "".join(f"%TAG !t{i}! tag:x,{i}:\n" for i in range(20_000)) + "---\ntitle: A\n"
    ),
    "100,000 complex keys": Hostile("50000:3", lambda: b"? a\n: b\n" * 100_000),
    "an id of 100,000 letters": Hostile(SOUND, lambda: b"id: " + b"i" * 100_000 + b"\ntitle: A\n"),
    "a version of 5,000 digits": Hostile("1:6", "cjm: " + "9" * 5000 + "\ntitle: A\n"),
    "an emotion of 5,000 digits": Hostile(SOUND, _steps(1, "{name: B, emotion: " + "9" * 5000 + "}")),
    "a text of 500,000 emoji": Hostile(SOUND, lambda: "title: " + "😀" * 500_000 + "\n"),
    "a text of 500,000 combining marks": Hostile(SOUND, lambda: "title: e" + "\u0301" * 900_000 + "\n"),
    "a text of 600,000 ideographs": Hostile(SOUND, lambda: "title: " + "日" * 600_000 + "\n"),
    "a text of joiners": Hostile(SOUND, lambda: "title: " + "👩\u200d" * 200_000 + "👩\n"),
}
