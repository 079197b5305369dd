"""Three versions of a file become one: entries are matched by key, items by id, and each piece keeps its text.

`matching` says which piece of one version is which of another, `order` where each goes; `text` merges the pieces of the texts
and `data` what they mean, each without the other, so that the one can be held against the other; `merge` is what others call.
"""

from cjm_cli.merge.merge import CannotMergeError, Labels, Outcome, three_way

__all__ = ["CannotMergeError", "Labels", "Outcome", "three_way"]
