"""Two versions of a cell as one: what is the same stays, all else bears a mark."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from cjm_cli.page.cell import Cell, Fate, Form, Item, Mark
from cjm_cli.reviews._line import line

ALIKE = 0.5
"""From here on a text is another wording of a text."""
LONGEST = 400
"""As much of two texts is compared."""


@dataclass
class _Merge:
    old: list[Item]
    new: list[Item]
    old_of: dict[int, int] = field(default_factory=dict)
    """For each of the new the old one, by their places."""

    def pair(self) -> None:
        """Those that are the same, those with the same text, then those that are most alike."""
        self._equal()
        self._likest()
        left = self._left()
        if len(left[0]) == len(left[1]) == 1 and _is_single(self.old) and _is_single(self.new):
            self.old_of[left[1][0]] = left[0][0]

    def _equal(self) -> None:
        for label in (_same, lambda item: (item.text, item.persona)):
            olds, news = self._left()
            for now in news:
                was = next((index for index in olds if label(self.old[index]) == label(self.new[now])), None)
                if was is not None:
                    olds.remove(was)
                    self.old_of[now] = was

    def _likest(self) -> None:
        olds, news = self._left()
        found = ((_likeness(self.old[was].text, self.new[now].text), was, now) for was in olds for now in news)
        for score, was, now in sorted(found, key=lambda one: (-one[0], one[1:])):
            if score >= ALIKE and now not in self.old_of and was not in self.old_of.values():
                self.old_of[now] = was

    def _left(self) -> tuple[list[int], list[int]]:
        taken = {*self.old_of.values()}
        olds = [index for index in range(len(self.old)) if index not in taken]
        return olds, [index for index in range(len(self.new)) if index not in self.old_of]


def _same(item: Item) -> object:
    """Without its number, which changes with what stands before it."""
    return item.text, item.details, item.persona


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old[:LONGEST], new[:LONGEST], autojunk=False).ratio()


def _is_single(items: Iterable[Item]) -> bool:
    """Whether it is the only thing of its form in the cell, such as a feeling: then it is another one, not one more."""
    return len([*items]) == 1


def merged_cells(old: Cell, new: Cell) -> Cell:
    """The new items in their order, each of the old that is gone behind the last one before it that is still there."""
    if [*map(_same, old)] == [*map(_same, new)]:
        return new
    merge = _Merge([*old], [*new])
    merge.pair()
    return tuple(_told(merge))


def unnumbered(cell: Cell) -> Cell:
    """Without the numbers that only the old map has."""
    return tuple(replace(item, number="") for item in cell)


def _told(merge: _Merge) -> Iterator[Item]:
    for both in line(range(len(merge.old)), range(len(merge.new)), merge.old_of):
        was = merge.old[both.old] if both.old is not None else None
        if both.new is not None:
            now = merge.new[both.new]
            yield replace(now, mark=_mark(was, now))
        elif was is not None and was.form is not Form.ASIDE:
            yield replace(was, number="", mark=Mark(Fate.REMOVED))


def _mark(was: Item | None, now: Item) -> Mark | None:
    """What was worked out and not said bears none: what it was worked out from does."""
    if now.form is Form.ASIDE or (was is not None and _same(was) == _same(now)):
        return None
    if was is None:
        return Mark(Fate.ADDED)
    texts = [was.text] if was.text != now.text else []
    kept = {*now.details}
    return Mark(Fate.CHANGED, (*texts, *(text for text in was.details if text not in kept)) or (was.text,))
