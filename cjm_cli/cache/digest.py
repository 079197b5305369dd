"""What contents and files are known by."""

import os
from hashlib import blake2b

DIGEST = 16
"""Bytes."""
SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes looks different on every file system: FAT counts in two seconds."""


def digest(*contents: bytes) -> bytes:
    """What contents are known by; one cannot be taken for a part of another."""
    made = blake2b(digest_size=DIGEST)
    for content in contents:
        made.update(len(content).to_bytes(8, "big"))
        made.update(content)
    return made.digest()


def looks(found: os.stat_result) -> str:
    """How a file looks from outside: what is the same as long as nobody has touched it."""
    return f"{found.st_mode}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_ino}:{found.st_dev}"


def is_settled(found: os.stat_result, now: int) -> bool:
    """Whether its times lie some way back, so that whoever changes it from now on makes it look different."""
    return max(found.st_mtime_ns, found.st_ctime_ns) < now - SETTLED
