"""YAML as people write it when nobody looks: odd indentation, comments everywhere, quotes of all kinds."""

import json
from typing import Any

from hypothesis import strategies as st

WORDS = [
    "a", "b c", "é", "日本", "1", "1.10", "true", "no", "null", "~", "2026-05-31", "x: y", "# z", "it's", 'say "x"', " pad ",
    "", "- d", "a\\b", "e\u0301", "😀", "12:30", "@x", "%", "key:", "a#b", "{", "[x]", "*s", "&t", "!u", "|", ">",
]  # fmt: skip
KEYS = [
    "id", "name", "title", "stages", "steps", "emotion", "kind", "cjm", "goal", "pain_points", "text", "phase", "x-own",
    "unknown", "score", "metrics", "next", "data",
]  # fmt: skip
COMMENTS = [
    "# c", "#c", "## h", "#!x", "#", "#   - id: old", "# cjm: ignore[flat-curve] why", "#cjm: ignore[x]", "# é # d",
    "# cjm: ignore-file[flat-curve] why",
]  # fmt: skip


class Writer:
    """Writes data as YAML by the choices that Hypothesis makes."""

    def __init__(self, draw: Any, breaks: str) -> None:
        self.draw = draw
        self.breaks = breaks
        self.anchors = 0

    def chance(self, of: int = 4) -> bool:
        return self.draw(st.integers(1, of)) == 1

    def one_of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def document(self) -> str:
        head = self.one_of("", "", "", "---\n", "%YAML 1.2\n---\n", "--- # d\n")
        column = self.one_of(0, 0, 0, 2)
        lines = [*self.idle(column), *self.block(column, 0)]
        tail = self.one_of("", "", "", "\n\n", "...\n", "# end", "  # end\n")
        return (head + "".join(f"{line}\n" for line in lines) + tail).replace("\n", self.breaks)

    def idle(self, column: int) -> list[str]:
        """Comments and empty lines."""
        if not self.chance(3):
            return []
        return [
            self.one_of("", "", "  ", " " * self.one_of(0, 1, column, column, column + 3) + self.one_of(*COMMENTS))
            for _ in range(self.draw(st.integers(1, 3)))
        ]

    def block(self, column: int, depth: int) -> list[str]:
        return self.mapping(column, depth) if self.chance(2) else self.sequence(column, depth)

    def mapping(self, column: int, depth: int) -> list[str]:
        keys = self.draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
        lines = []
        for key in keys:
            lines += self.idle(column)
            written = self.one_of(key, key, key, f'"{key}"', f"'{key}'")
            lines += self.entry(" " * column + written + self.one_of(":", ":", ":", " :"), column, depth, dashed=False)
        return lines

    def sequence(self, column: int, depth: int) -> list[str]:
        lines = []
        for _ in range(self.draw(st.integers(1, 3))):
            lines += self.idle(column)
            lines += self.entry(" " * column + "-", column, depth, dashed=True)
        return lines

    def entry(self, prefix: str, column: int, depth: int, *, dashed: bool) -> list[str]:
        if depth < 3 and self.chance(2):
            return self.nested(prefix, column, depth, dashed=dashed)
        kind = self.one_of("scalar", "scalar", "scalar", "flow", "block", "long", "empty", "below")
        if kind == "block":
            return [f"{prefix} {self.header()}", *self.block_lines(column)]
        if kind == "empty":
            return [prefix + self.comment()]
        if kind == "long":
            quote = self.one_of("", '"', "'")
            inner = " " * (column + self.one_of(1, 2, 5))
            first, third = f"{quote}first{self.one_of('', '  ')}", f"third{quote}{self.comment()}"
            return [f"{prefix} {first}", f"{inner}second", *([""] * self.chance()), inner + third]
        if kind == "flow":
            return self.flow_lines(prefix, column)
        value = self.scalar() + self.comment()
        if kind == "below":
            return [prefix + self.comment(), *self.idle(column + 2), " " * (column + self.one_of(1, 2, 3)) + value]
        return [prefix + self.one_of(" ", " ", "  ", " " if dashed else "\t") + self.shared() + value]

    def nested(self, prefix: str, column: int, depth: int, *, dashed: bool) -> list[str]:
        gap = self.one_of(1, 1, 2, 3)
        if dashed and self.chance(2):
            inner = column + 1 + gap
            first, *more = self.block(inner, depth + 1)
            while not first.strip() or first.lstrip().startswith("#"):
                if not more:
                    return [prefix]
                first, *more = more
            return [prefix + " " * gap + first[inner:], *more]
        if not dashed and self.chance(3):
            return [prefix + self.comment(), *self.idle(column), *self.sequence(column, depth + 1)]
        anchor = self.shared().rstrip()
        head = f"{prefix} {anchor}".rstrip() + self.comment()
        return [head, *self.idle(column + 1), *self.block(column + 1 + gap, depth + 1)]

    def shared(self) -> str:
        if not self.chance(12):
            return ""
        self.anchors += 1
        return f"&k{self.anchors} "

    def comment(self) -> str:
        return (
            self.one_of(" ", "  ", "        ") + self.one_of(*COMMENTS) if self.chance(5) else self.one_of("", "", " ")
        )

    def scalar(self) -> str:
        word = self.one_of(*WORDS)
        if self.anchors and self.chance(8):
            return f"*k{self.draw(st.integers(1, self.anchors))}"
        plain = self.one_of("plain text", "1", "1.10", "true", "null", "a#b", "x:y", "don't", "é 日", "-1", "word")
        double = json.dumps(word, ensure_ascii=self.chance())
        return self.one_of(plain, plain, double, "'" + word.replace("'", "''") + "'")

    def header(self) -> str:
        return self.one_of("|", ">", "|-", ">+", "|+", ">-") + self.comment()

    def block_lines(self, column: int) -> list[str]:
        indent = " " * (column + self.one_of(1, 2, 4))
        text = [self.one_of("text", "  more", "# no comment", "", "- item", "trail  ", "a: b") for _ in range(3)]
        return [indent + "start", *(indent + line if line else self.one_of("", indent, indent + "  ") for line in text)]

    def flow_lines(self, prefix: str, column: int) -> list[str]:
        parts = [self.flow(2) for _ in range(self.draw(st.integers(0, 3)))]
        opening, closing = "[", "]"
        if self.chance(2):
            opening, closing = "{", "}"
            parts = [f"{self.one_of(*KEYS)}{number}: {part}" for number, part in enumerate(parts)]
        if self.chance(3) and parts:
            inner = " " * (column + self.one_of(1, 2, 4))
            lines = [f"{inner}{part}," + self.comment() for part in parts]
            return [f"{prefix} {opening}" + self.comment(), *lines, inner + closing + self.comment()]
        space = self.one_of("", " ")
        return [f"{prefix} {opening}{space}{self.one_of(',', ', ', ' , ').join(parts)}{space}{closing}{self.comment()}"]

    def flow(self, depth: int) -> str:
        if depth and self.chance(4):
            return "[" + ", ".join(self.flow(depth - 1) for _ in range(self.draw(st.integers(0, 2)))) + "]"
        if depth and self.chance(4):
            return "{ " + ",".join(f'"{key}": {self.flow(depth - 1)}' for key in ("name", "id")) + "}"
        return self.one_of('"a, b"', "'c'", "d e", "1", '"1"', "true", '"x"', "http://x.org", "what?")


@st.composite
def texts(draw: Any) -> str:
    """A text that is, nearly always, YAML."""
    return Writer(draw, draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]))).document()
