"""Projects that say given texts wherever they can say one."""

import re
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path

from tests.torture.sinks import fields


def harmless(text: str) -> str:
    """Words of the same shape with nothing in them that anybody obeys."""
    return re.sub(r"[^\w\s.,-]|[\x1c-\x1f\x85\u2028\u2029]", ".", text)


def telling(texts: Sequence[str], after: str = "") -> fields.Say:
    """Says one text after the other; every third with an end of its own, so that versions differ."""
    turn = enumerate(cycle(texts))

    def say() -> str:
        index, text = next(turn)
        return text + after if index % 3 == 0 else text

    return say


def project(folder: Path, say: fields.Say, *, raw: bool = False) -> None:
    """A project in which every field is filled: what is, and what shall be."""
    first = fields.journey(say)
    plan = fields.journey(say, state="future", based_on=first["id"])
    said = {"cjm": fields.project(say), "a.persona": fields.persona(say), "first.journey": first, "plan.journey": plan}
    write(folder, said, raw=raw)


def wrong(folder: Path, say: fields.Say) -> None:
    """One in which nothing is as it must be."""
    write(folder, {f"a.{kind}": fields.wrong(kind, say) for kind in ("journey", "persona")})
    write(folder / "settings", {"cjm": fields.wrong("project", say), "a.journey": fields.journey(say)})


def write(folder: Path, said: Mapping[str, object], *, raw: bool = False) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, what in said.items():
        (folder / f"{name}.yaml").write_text(fields.written(what, raw=raw), "utf-8", newline="\n")
