"""Names: what files may be called.

Whatever a file is called, it is checked, drawn, published and formatted; nothing of its name reaches a terminal as it is.
"""

import os
import re

import pytest

NAMES = {
    "a line end": b"new\nline",
    "a terminal's orders": b"esc\x1b[31m\x1b]0;x\x07",
    "a change of direction": "bidi\u202ecod\u2066".encode(),
    "no UTF-8": b"bad\xff\xfe\x80",
    "a dash": b"-rf",
    "an option": b"--help",
    "255 bytes": b"a" * (255 - len(b".journey.yaml")),
    "one letter written in one way": "Gr\u00f6\u00dfe".encode(),
    "and in another": "Gro\u0308\u00dfe".encode(),
    "a space": b" ",
    "a carriage return": b"a\rb",
    "a shell's orders": b"%s{}$(id)`id`'\"\\",
    "markup": b"<b>&",
    "a pattern": b"[x]*?",
    "line ends of Unicode": "\x85\u2028".encode(),
    "an address": b"#x?y=1&a:b",
    "dots": b"..",
}
SOUND = b"title: Sound\npersona: nobody\nstages:\n  - {name: Look, emotion: 1}\n  - {name:   Wait}\n"
LINES = [
    "validate",
    "render --no-validate -o made",
    "build --no-validate",
    "fmt --check",
    "baseline write",
    "validate journeys",
    "validate -f json",
    "validate -f github",
    "show",
    "stats",
    "score",
    "fmt",
    "fmt --check journeys",
]
RAW = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u2070-\ud7ff\ue000-\U0010ffff]")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_taken_and_shows_nothing_raw(do, tmp_path, long_way, name) -> None:
    for kind in ("journey", "persona"):
        (tmp_path / f"{kind}s").mkdir()
        file = os.fsencode(tmp_path / f"{kind}s") + b"/" + NAMES[name] + b"." + kind.encode() + b".yaml"
        with open(file, "wb") as made:  # noqa: PTH123 (its name is bytes)
            made.write(SOUND if kind == "journey" else b"name: A\n")
    (tmp_path / "cjm.yaml").write_text("name: Shop\n")
    for line in LINES if long_way else LINES[[*NAMES].index(name) % 2 : 4 : 2]:
        ran = do(line, folder=tmp_path, codes=(0, 1)).ran
        assert not RAW.findall((ran.out + ran.err).decode("utf-8", "surrogateescape")), (line, ran)
