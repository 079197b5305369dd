"""Results of earlier runs: a file that is as it was, under settings that are as they were, is not examined again."""

from enum import StrEnum


class CacheBy(StrEnum):
    """What tells that a file has not changed since an earlier run."""

    STATE = "state"
    CONTENT = "content"
