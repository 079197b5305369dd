"""What is told of two versions."""

from cjm_cli.difference.compare import compare
from cjm_cli.difference.words import counts, heading, told

PAY = "title: Buying\nstages: [{name: Pay, steps: [{name: Sees the total, emotion: -2}]}]\n"


def test_one_journey_is_told_change_by_change(side) -> None:
    after = PAY.replace("emotion: -2", "emotion: 0.5").replace("Sees the total", "Reads the total")
    found = compare(side("a", {"b.journey.yaml": PAY}), side("b", {"b.journey.yaml": after}))
    assert [heading(one) for one in found.compared] == ['journey "Buying"']
    assert counts(found.changes) == "1 minor and 1 wording change"
    assert [told(change) for change in found.changes] == [
        'step "Sees the total" renamed to "Reads the total"',
        "emotion −2 → 0.5",
    ]


def test_the_same_files_are_the_same(side) -> None:
    same = side("a", {"b.journey.yaml": PAY})
    assert compare(same, same).compared == ()
