"""Results of earlier runs: a file that is as it was, under settings that are as they were, is not examined again.

`remembered` keeps the results file by file, so that only what changed is examined; `answers` keeps what a whole check told, so
that nothing is loaded to tell it again when nothing changed. Both live in one `store`.
"""

from enum import StrEnum


class CacheBy(StrEnum):
    """What tells that a file has not changed since an earlier run."""

    STATE = "state"
    CONTENT = "content"
