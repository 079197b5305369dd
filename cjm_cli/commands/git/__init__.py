"""`cjm git`: git shows journeys by what they say, and merges them by id. One command a file."""

COMMANDS = {
    "setup": "Let git show what changed in words, and merge by id.",
    "textconv": "Print what a file says, one fact a line; git calls it.",
    "merge-driver": "Merge two versions of a file by id; git calls it.",
}

EXAMPLES = """\
cjm git setup
cjm git setup --merge
cjm git textconv journeys/checkout.journey.yaml"""


def git() -> None:
    """Teach git to show and to merge journeys by what they say."""
