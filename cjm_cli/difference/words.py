"""A difference in words: lines that every format may use. What they quote is the user's, each format escapes it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from cjm_cli.difference.difference import Change, Compared, Data, Felt, Impact, Kind
from cjm_cli.model.scores import number

LONGEST = 80
"""Characters of a value; what is longer is cut."""

_NAMES = {"name", "title", "text", "action"}
"""Fields whose text is a name or a sentence, even when it is a single word."""

IMPACTS = {Impact.MAJOR: "major", Impact.MINOR: "minor", Impact.PATCH: "wording"}
"""What people call how much a change matters."""
NOTHING = "–"


def told(change: Change) -> str:
    """One change in a line, without where it is: `owner web-team → checkout-team`."""
    return _TOLD[change.kind](change)


def heading(compared: Compared) -> str:
    """What was compared: `journey "Buying shoes"`."""
    return compared.entity if compared.entity == compared.title else f'{compared.entity} "{shortened(compared.title)}"'


def counts(changes: Iterable[Change]) -> str:
    """How many of each impact: "2 major, 3 minor and 5 wording changes"; "no changes"."""
    every = [change.impact for change in changes]
    numbers = [(every.count(impact), noun) for impact, noun in IMPACTS.items() if impact in every]
    *most, last = [f"{count} {noun}" for count, noun in numbers] or ["no"]
    noun = "change" if len(every) == 1 or (numbers and numbers[-1][0] == 1) else "changes"
    return f"{', '.join(most)} and {last} {noun}" if most else f"{last} {noun}"


def joined(names: Iterable[str]) -> str:
    """Where something lies, from the outside."""
    return " › ".join(filter(None, names))


def place(felt: Felt) -> str:
    """Where it is felt."""
    return felt.name if felt.name == felt.stage else joined((felt.stage, felt.name))


def change_of(felt: Felt) -> str:
    """How it feels on both sides: `−2 → 0`."""
    was = felt.before_text or ("new" if felt.kind is Kind.ADDED else NOTHING)
    now = felt.after_text or ("gone" if felt.kind is Kind.REMOVED else NOTHING)
    return f"{was} → {now}"


def better(felt: Felt) -> str:
    """Whether the new side is `better` or `worse`; nothing where one of both is not known."""
    if felt.before is None or felt.after is None or felt.before == felt.after:
        return ""
    return "better" if felt.after > felt.before else "worse"


def shortened(text: str) -> str:
    """A text of any length on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def value(data: Data, field: str = "") -> str:
    """A value as people say it; empty for nothing."""
    if field == "emotion" and isinstance(data, Sequence) and not isinstance(data, str):
        return shortened(", then ".join(_emotion(one) for one in data))
    match data:
        case None:
            return ""
        case bool():
            return "yes" if data else "no"
        case str():
            return f'"{shortened(data)}"' if field in _NAMES or _is_prose(data) else data
        case int() | float():
            return number(data)
        case Mapping():
            return _thing(data)
        case _:
            return shortened(", ".join(map(value, data))) or "nothing"


def _is_prose(text: str) -> bool:
    """Whether a text needs quotation marks to be told from the words around it."""
    return len(text) > LONGEST or text != "".join(text.split())


def _thing(data: Mapping[str, Data]) -> str:
    """Something by its name, else by all that is said of it; a mark that says nothing is a yes."""
    name = next((data[key] for key in ("name", "title", "text") if key in data), None)
    return value(name, "name") or shortened(", ".join(f"{key}: {value(one)}" for key, one in data.items())) or "yes"


def _emotion(data: Data) -> str:
    if not isinstance(data, Mapping):
        return value(data)
    parts = [value(data[name]) for name in ("score",) if name in data]
    parts += [str(data[name]) for name in ("emoji", "feeling") if name in data]
    each = data.get("by_persona")
    if isinstance(each, Mapping):
        parts.append(", ".join(f"{persona}: {_emotion(one)}" for persona, one in each.items()))
    return " ".join(parts) or "felt"


def called(change: Change) -> str:
    """`step "Pay"`, or only what it is when it has no name."""
    return f'{change.entity} "{shortened(change.name)}"' if change.name else change.entity


def _added(change: Change) -> str:
    return f"{called(change)} added"


def _removed(change: Change) -> str:
    return f"{called(change)} removed"


def _moved(change: Change) -> str:
    return f"{called(change)} moved" + (f", {change.reason}" if change.reason else "")


def _renamed(change: Change) -> str:
    before, after = value(change.before, change.field), value(change.after, change.field)
    if change.field in ("id", "") and before and after:
        return f"{called(change)} has another id: {before} → {after}"
    if change.field == "id":
        return f"{called(change)} " + (f"has an id of its own: {after}" if after else f"is no longer {before}")
    return f"{change.entity} {before} renamed to {after}" if before and after else f"{called(change)} renamed"


def _changed(change: Change) -> str:
    what = change.field.replace("_", " ") or change.entity
    before, after = value(change.before, change.field), value(change.after, change.field)
    if change.before is None:
        return f"{what} {after} added"
    if change.after is None:
        return f"{what} {before} removed"
    if before == after:
        return f"{what}: {_beyond(change.before, change.after)} changed"
    return f"{what} {before} → {after}"


def _beyond(before: Data, after: Data) -> str:
    """Which parts of a value are not the same, where it looks the same."""
    olds, news = ([one] if isinstance(one, Mapping) else one for one in (before, after))
    if not isinstance(olds, Sequence) or not isinstance(news, Sequence) or isinstance(olds, str):
        return "wording"
    pairs = [
        (old, new)
        for old, new in zip(olds, news, strict=False)
        if isinstance(old, Mapping) and isinstance(new, Mapping)
    ]
    keys = dict.fromkeys(key for old, new in pairs for key in (*old, *new) if old.get(key) != new.get(key))
    return ", ".join(map(shortened, keys)) or "wording"


_TOLD: Mapping[Kind, Callable[[Change], str]] = {
    Kind.ADDED: _added,
    Kind.REMOVED: _removed,
    Kind.MOVED: _moved,
    Kind.RENAMED: _renamed,
    Kind.CHANGED: _changed,
}
