"""What `--fix` and its kin ask for."""

from dataclasses import dataclass

from cjm_cli.finding import Safety


@dataclass(frozen=True)
class Mending:
    """How to mend: which fixes, whether they are only shown, and whether what is left is of interest."""

    safety: Safety
    diff: bool = False
    only: bool = False

    @property
    def ends_with_it(self) -> bool:
        """Whether nothing is told of what is left."""
        return self.diff or self.only


def mending(*, fix: bool, unsafe_fixes: bool, diff: bool, fix_only: bool) -> Mending | None:
    """What the options say; any of them is enough to mend."""
    if not (fix or unsafe_fixes or diff or fix_only):
        return None
    return Mending(Safety.UNSAFE if unsafe_fixes else Safety.SAFE, diff, fix_only)
