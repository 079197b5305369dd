"""The word lists of rules: data beside them, in a zip as well."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def word_lists(path: str) -> Mapping[str, frozenset[str]]:
    """The lists of a file, by name; `path` is that of the file, such as `language/company_centric.json`."""
    lists: dict[str, list[str]] = json.loads(files("cjm_cli.lint.rules").joinpath(path).read_text("utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}
