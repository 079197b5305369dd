"""What the parser means, in words for an author, with the way out."""

import re
from dataclasses import dataclass

from cjm_cli.source.events import ParseError
from cjm_cli.source.problem import Problem


@dataclass(frozen=True, slots=True)
class _Advice:
    """What to say when `pattern` is found in the case; `{char}` stands for the character at the place.

    `opened` names what began earlier and is shown as a second place; with `at_opening` the finding stands there itself.
    """

    pattern: str
    message: str
    help: str
    opened: str = ""
    at_opening: bool = False


_CONFLICT_MARK = re.compile(r"^(?:<{7,}|={7,}|>{7,}|\|{7,})(?: .*)?$", re.MULTILINE)
_QUOTE_IT = 'put the text in quotes: "{char}…"'
_CHECK = "check the quotes, brackets and indentation here and just above"

# A case reads `<context>: <problem> [<character> <where>]`, in the words of either parser; the first match counts.
_ADVICE = (
    _Advice(
        r"mapping values are not allowed|unexpected ':'",
        'unexpected ":" here',
        'a text that holds ": " needs quotes; a key needs the same indentation as its neighbours',
    ),
    _Advice(
        r"tab character|cannot start any token \['\\t'",
        "a tab stands where only spaces may",
        "indent with spaces; most editors can convert tabs",
    ),
    _Advice(r"cannot start any token", 'a text cannot start with "{char}"', _QUOTE_IT),
    _Advice(r"quoted scalar: found unexpected", "a quote is never closed", "add the closing quote", opened="quote"),
    _Advice(
        r"flow \w+: .*end\]$",
        "a bracket is never closed",
        "add the closing bracket",
        opened="bracket",
    ),
    _Advice(
        r"flow sequence: ",
        'unexpected "{char}" in a list: "," or "]" is missing',
        'separate the items with ","; a text that holds one of , [ ] {{ }} or ": " needs quotes',
        opened="list",
    ),
    _Advice(
        r"flow mapping: ",
        'unexpected "{char}" in a mapping: "," or "}}" is missing',
        'separate the entries with ","; a text that holds one of , [ ] {{ }} or ": " needs quotes',
        opened="mapping",
    ),
    _Advice(
        r"block \w+: .* after [\"']\]$",
        "unexpected text after the closing quote",
        "put the whole text in one pair of quotes",
    ),
    _Advice(
        r"block \w+: .* after [\]}]\]$",
        "unexpected text after the closing bracket",
        "put the whole text in quotes",
    ),
    _Advice(r"block \w+: .*<anchor>", 'a text cannot start with "&"', 'put the text in quotes: "&…"'),
    _Advice(
        r"block mapping: .*\['-' ",
        'a list item ("- ") stands among keys',
        'indent the list below its key, or turn it into "key: value"',
        opened="mapping",
    ),
    _Advice(
        r"block mapping: ",
        "this line does not fit the indentation above",
        "start all keys of one mapping in the same column",
        opened="mapping",
    ),
    _Advice(
        r"block collection: ",
        "this line does not fit the list above",
        'start all items of one list with "- " in the same column',
        opened="list",
    ),
    _Advice(
        r"simple key",
        'this is not "key: value"',
        'write a space after ":", or indent a text that goes on from the line above',
        at_opening=True,
    ),
    _Advice(r"scanning an alias", 'a text cannot start with "*"', 'put the text in quotes: "*…"', at_opening=True),
    _Advice(r"scanning an anchor", 'a text cannot start with "&"', 'put the text in quotes: "&…"', at_opening=True),
    _Advice(
        r"directive|YAML document",
        'a line cannot start with "%"',
        "delete it, or indent it if it belongs to a text",
        at_opening=True,
    ),
    _Advice(
        r"(?:scanning|parsing) an? tag|tag handle",
        'a text cannot start with "!"',
        'put the text in quotes: "!…"',
        at_opening=True,
    ),
    _Advice(
        r"unknown escape",
        r'unknown escape after "\"',
        r"write \\ for a backslash, or put the text in single quotes",
    ),
    _Advice(
        r"escape|hexdecimal",
        r'an escape after "\" is not complete',
        r"write \\ for a backslash, or put the text in single quotes",
    ),
    _Advice(
        r"block scalar: ",
        'unexpected "{char}" after "|" or ">"',
        "start the text on the next line; to start a text with this sign, put it in quotes",
    ),
    _Advice(
        r"sequence entries are not allowed",
        "a list cannot start on this line",
        'start the list on a line of its own; a text that starts with "- " needs quotes',
    ),
    _Advice(r"mapping keys are not allowed", 'a text cannot start with "? "', 'put the text in quotes: "? …"'),
    _Advice(r"node content.* end\]$", "the file ends too early", "complete or delete the last line"),
    _Advice(r"node content", 'unexpected "{char}" here', "delete it, or put the text in quotes"),
    _Advice(
        r"document start",
        "this stands after the end of the data",
        'check the brackets and the indentation above; a line that starts with "%" needs quotes',
    ),
    _Advice(r"control characters", "an invisible character (U+FEFF) stands here", "delete it"),
    _Advice(r"", "this cannot be read as YAML", _CHECK),
)


def explain(fault: ParseError, text: str) -> Problem:
    """The one problem of a file that does not parse."""
    end = len(text.rstrip())
    # Only an invisible mark is refused without a place.
    index = min(max(text.find("\ufeff"), 0) if fault.index is None else fault.index, end)
    mark = _conflict_mark(text, index)
    if mark is not None:
        message = "a merge is not finished: this is a conflict mark of git"
        return Problem("yaml-syntax", message, *mark, help="choose between the two sides, and delete the three marks")
    char = text[index : index + 1]
    case = f"{fault.context}: {fault.problem} [{char!r} {_where(text[:index], is_end=index == end)}]"
    advice = next(advice for advice in _ADVICE if re.search(advice.pattern, case))
    opening = index if fault.context_index is None else min(fault.context_index, end)
    start = opening if advice.at_opening else index
    shown = char if char.isprintable() else f"U+{ord(char):04X}"
    return Problem(
        rule="yaml-syntax",
        message=advice.message.format(char=shown),
        start=start,
        end=start + 1,
        help=advice.help.format(char=shown),
        related=(opening, f"the {advice.opened} starts here") if advice.opened else None,
    )


def _conflict_mark(text: str, index: int) -> tuple[int, int] | None:
    """The mark of git in whose line the reading failed, or in the line above, of which it says that it does not go on."""
    line = text.rfind("\n", 0, index) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    end = text.find("\n", index)
    mark = _CONFLICT_MARK.search(text, above, len(text) if end < 0 else end)
    return mark.span() if mark else None


def _where(before: str, *, is_end: bool) -> str:
    """The surroundings that tell two mistakes apart which the parser reports alike."""
    if is_end:
        return "end"
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :].rstrip()
    return f"after {line[-1]}" if line else "first"
