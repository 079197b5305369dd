"""Where the program starts: `cjm` and `python -m cjm_cli`."""

import gc
import os
import sys

from cjm_cli import __version__

OBJECTS_BEFORE_COLLECTION = 1_000_000
"""What we make is let go file by file and holds no cycles. Python's 700 would search for them all the time, and 200,000 in the
midst of a long map."""

CHECKS = ("validate", "lint")
"""The commands whose answers are kept."""


def main() -> None:
    """Runs the command line and exits with its code."""
    if sys.argv[1:] == ["--version"] and _told_version():
        return
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    # Plugins of other packages have no business in our models, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        # Pressed while modules were still loading.
        sys.stderr.write("\n")
        code = 130
    except (MemoryError, ImportError, SystemError) as error:
        # It had too little memory, to load a part of itself as well: nothing more is loaded to say so.
        told = str(error) or "too little memory"
        sys.stderr.write(f"error: Python cannot go on: {told}; allow it more memory, or install cjm anew\n")
        code = 2
    # Without this, the interpreter searches all that is left for cycles, more than once, before it lets go of it.
    gc.freeze()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    question = None
    if arguments and arguments[0] in CHECKS:
        from cjm_cli.commands._repeat import asked, told_again

        question = asked(arguments)
        code = told_again(question) if question else None
        if code is not None:
            return code
    # What is told again writes nothing that an end could tear, so it need not be heeded before.
    from cjm_cli import ending

    ending.heed()
    from cjm_cli.cli import run

    code = run(arguments, question)
    ending.be_done()
    return code


def _told_version() -> bool:
    """Scripts and editors ask often, so nothing is imported; when it cannot be written, the long way says why."""
    try:
        os.write(1, f"cjm {__version__}\n".encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
