"""What else is worth knowing of checking: the rules' share, several processes, the form of files."""

import subprocess
from collections.abc import Iterator

from corpus import Manner, Size
from ground import Ground, validate
from measure import CJM, Comparison, Question, Shown, row
from starting import TYPER


def rows(ground: Ground) -> Iterator[str]:
    """None of it is an aim of its own."""
    many, long, fresh = f"`cjm validate`, {ground.maps:,} maps", ground.given.long_pairs, validate(ground.many)
    explain = Question("`cjm explain flat-curve`", "`python -c 'import typer'`")
    yield row(Comparison(explain, [CJM, "explain", "flat-curve"], TYPER, ground.given.pairs))
    jobs = Question(f"{many}, as many processes as pay off", "`--jobs 1`")
    yield row(Comparison(jobs, fresh, validate(ground.many, ["--jobs", "1"]), long))
    few_rules = ground.project("few-rules", Size(ground.maps), Manner("minimal"))
    share = Question(f"the rules of {many}", "preset `minimal`", 30, Shown.SHARE)
    yield row(Comparison(share, fresh, validate(few_rules), long))
    formed = ground.project("formed", Size(ground.maps))
    subprocess.run([CJM, "fmt", "-q", str(formed)], check=True)
    form = Question(f"`cjm fmt --check`, {ground.maps:,} maps", "`cjm validate`", 1.5)
    yield row(Comparison(form, [CJM, "fmt", "--check", str(formed)], validate(formed), long))
