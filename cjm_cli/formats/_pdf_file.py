"""A PDF file out of objects: numbered, compressed, with a table of where each stands. No clock and no chance in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from zlib import compress

Value = str | int | float
"""Finished PDF, or a number."""

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def number(value: float) -> str:
    """A number with three decimals at most."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def words(text: str) -> str:
    """A text as people read it, for titles and the like; nothing in it can end it."""
    coded = b"\xfe\xff" + text.encode("utf-16-be", "replace")
    return f"<{coded.hex().upper()}>"


def dictionary(entries: Mapping[str, Value]) -> str:
    """A dictionary; its values are finished PDF."""
    inner = " ".join(f"/{key} {value if isinstance(value, str) else number(value)}" for key, value in entries.items())
    return f"<< {inner} >>"


def array(items: Sequence[Value]) -> str:
    """An array; its values are finished PDF."""
    return f"[{' '.join(item if isinstance(item, str) else number(item) for item in items)}]"


@dataclass
class File:
    """Objects in the order in which they were reserved."""

    bodies: list[bytes] = field(default_factory=list)

    def reserve(self) -> str:
        """A reference to an object that will be put later."""
        self.bodies.append(b"")
        return f"{len(self.bodies)} 0 R"

    def put(self, body: str | bytes, reference: str = "") -> str:
        """Puts an object where it was reserved, else at the end; its reference."""
        reference = reference or self.reserve()
        self.bodies[int(reference.split()[0]) - 1] = body.encode("latin-1") if isinstance(body, str) else body
        return reference

    def put_stream(self, content: bytes, entries: Mapping[str, Value] | None = None) -> str:
        """Puts bytes, compressed."""
        packed = compress(content, 9)
        head = dictionary({**(entries or {}), "Length": len(packed), "Filter": "/FlateDecode"})
        return self.put(f"{head}\nstream\n".encode("latin-1") + packed + b"\nendstream")

    def encode(self, root: str, info: str) -> bytes:
        """The whole file."""
        content, starts = bytearray(HEAD), []
        for index, body in enumerate(self.bodies):
            starts.append(len(content))
            content += f"{index + 1} 0 obj\n".encode() + body + b"\nendobj\n"
        identity = f"<{sha256(content).hexdigest()[:32].upper()}>"
        table = "".join(f"{start:010} 00000 n \n" for start in starts)
        trailer: dict[str, Value] = {
            "Size": len(starts) + 1,
            "Root": root,
            "Info": info,
            "ID": array([identity, identity]),
        }
        start = len(content)
        content += f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{table}".encode()
        content += f"trailer\n{dictionary(trailer)}\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(content)
