"""The command line as a whole: which commands there are, and what becomes of everything that can go wrong.

A command's module is imported when the command is called, so that `--help` and the other commands stay fast.
"""

import errno
import os
import sys
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, cast

import typer
from typer.core import TyperCommand, TyperGroup

from cjm_cli import __version__, ending
from cjm_cli.errors import CjmError, OutputError, UsageError, reason
from cjm_cli.streams import STDOUT, discard, harden, write_err, write_out
from cjm_cli.suggest import hint, nearest

if TYPE_CHECKING:  # only checks are remembered
    from cjm_cli.cache.answers import Question

DONE, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""The exit codes: done, something was found, could not be done, stopped by Ctrl-C."""


class Entry(NamedTuple):
    """A command in the table: the group that it is listed in, its name and its help in one line."""

    group: str
    name: str
    help: str
    folder: str = "cjm_cli.commands"

    @property
    def function(self) -> str:
        """What it is called in the code."""
        return self.name.replace("-", "_")

    @property
    def module(self) -> str:
        """Where it lives."""
        return f"{self.folder}.{self.function}"


COMMANDS = (
    Entry("Check", "validate", "Check that journeys are sound and good: what CI runs."),
    Entry("Check", "lint", "Look for weak spots in sound journeys, while you write them."),
    Entry("Check", "fmt", "Write files in one form: layout, order of keys, quotes."),
    Entry("Check", "explain", "Explain a rule: what it finds, why it matters, what to do."),
    Entry("Check", "rules", "List the rules and the level at which each is in force."),
    Entry("Check", "baseline", "Live with what is found today, and be told only what is new."),
    Entry("Look", "render", "Draw journeys as maps to share: HTML, SVG, PDF, PNG, Markdown."),
    Entry("Look", "show", "Draw journeys in the terminal, as wide as it is."),
    Entry("Look", "build", "Build a site of the whole project, for any server or none."),
    Entry("Look", "serve", "Show the site in a browser while you write, with findings."),
    Entry("Look", "stats", "Count what journeys hold: moments, pain points, opportunities, evidence."),
    Entry("Look", "score", "Rate journeys from 0 to 100 by what is told, felt, proven and answered."),
    Entry("Change", "diff", "Tell what changed between two versions of a project."),
    Entry("Change", "compare", "Tell what lies between two journeys: today's and the future, or two ways."),
    Entry("Change", "changelog", "Write what changed for the customer, by journey, between tags."),
    Entry("Change", "git", "Teach git to show and to merge journeys by what they say."),
    Entry("Start", "init", "Start a project: settings, a persona, a journey, schemas for your editor."),
    Entry("Start", "new", "Add a journey or a persona to a project, as an example to write over."),
    Entry("Start", "schema", "Print the JSON Schema of a kind of file, for your editor."),
    Entry("Tool", "config", "Show the settings in force, as a cjm.yaml that says it all."),
)

# Without a markup mode Typer's help does without rich, which takes longer to load than all the rest of it, and a text
# such as `[tool.cjm]` stays as it is.
PLAIN: Any = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "add_completion": False}
HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class Commands(TyperGroup):
    """The commands of a table, each loaded when it is called."""

    table: tuple[Entry, ...] = COMMANDS
    path = "cjm"

    def list_commands(self, _ctx: Any) -> list[str]:
        """Every command, in the order of the table."""
        return [entry.name for entry in self.table]

    def get_command(self, _ctx: Any, cmd_name: str) -> TyperCommand | None:
        """The command of this name, loaded."""
        return next((_load(entry) for entry in self.table if entry.name == cmd_name), None)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Finds the command that was called, or says which one may be meant."""
        known = self.list_commands(ctx)
        if args[0] not in known:
            way_out = hint(nearest(args[0], known)) or f"see: {self.path} --help"
            raise UsageError(f'unknown command "{args[0]}"', way_out)
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Lists the commands by group, from the table alone."""
        width = max(8, *(len(entry.name) for entry in self.table))
        for group, entries in groupby(self.table, attrgetter("group")):
            with formatter.section(group):
                formatter.write_dl([(f"{entry.name:{width}}", entry.help) for entry in entries])


def _load(entry: Entry) -> TyperCommand:
    """A module is a command; a package is a group, whose `COMMANDS` name its own with the help of each."""
    module = import_module(entry.module)
    function = getattr(module, entry.function)
    about = {"help": function.__doc__, "epilog": _closing(module.EXAMPLES), "context_settings": HELP_OPTIONS}
    if hasattr(module, "COMMANDS"):
        table = tuple(Entry("Commands", name, help_, entry.module) for name, help_ in module.COMMANDS.items())
        group = type("Group", (Commands,), {"table": table, "path": f"cjm {entry.name}"})
        app = typer.Typer(cls=group, **PLAIN)
        app.callback(**about)(function)
    else:
        app = typer.Typer(**PLAIN)
        app.command(entry.name, **about)(function)
    return cast(TyperCommand, typer.main.get_command(app))


def _closing(examples: str) -> str:
    """The end of a help page. The mark of a backspace keeps the lines as they are."""
    return "Examples:\n\n\b" + "".join(f"\n  {line}" for line in examples.splitlines())


app = typer.Typer(cls=Commands, context_settings=HELP_OPTIONS, invoke_without_command=True, **PLAIN)


@app.callback(epilog=_closing("cjm validate journeys/\ncjm render journeys/checkout.journey.yaml -o maps"))
def cjm(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Customer journeys as YAML: validate, lint and draw them.

    `cjm COMMAND --help` tells more about a command.
    """
    if version:
        write_out(f"cjm {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        sys.stderr.write(f"{context.get_help()}\n")
        raise typer.Exit(FAILED)


def run(arguments: list[str], question: "Question | None" = None) -> int:
    """Runs a command line and returns its exit code. Whatever happens, a person reads one line and no traceback.

    The question is what the answer of a check is remembered by.
    """
    harden()
    try:
        return _invoke(arguments, question)
    except typer.Exit as leave:
        return leave.exit_code
    except (KeyboardInterrupt, typer.Abort):
        write_err("")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a help page left; what commands write never gets here.
        discard(sys.stdout)
        return DONE
    except CjmError as error:
        return _give_up(str(error))
    except typer.TyperException as error:
        return _give_up(_usage_mistake(error))
    except OSError as error:
        return _give_up(_system_refused(error))
    except (MemoryError, ImportError, SystemError):  # Python gave up, not we: `__main__` says so
        raise
    except Exception as error:
        return ending.code() or _own_up(error, arguments)


def _invoke(arguments: list[str], question: "Question | None") -> int:
    """Typer's own `main` is left out: it prints errors, and sets exit codes, in ways of its own."""
    group = typer.main.get_command(app)
    with group.make_context("cjm", [*arguments], obj=question) as context:
        return group.invoke(context) or DONE


def _give_up(problem: str) -> int:
    write_err(f"error: {problem}")
    return FAILED


def _usage_mistake(error: typer.TyperException) -> str:
    message = error.format_message().strip().rstrip(".")
    context = getattr(error, "ctx", None)
    return f"{message[:1].lower()}{message[1:]}; see: {context.command_path if context else 'cjm'} --help"


def _system_refused(error: OSError) -> str:
    if error.filename is not None:
        return f"{reason(error)}: {os.fsdecode(error.filename)}"
    if isinstance(error, FileNotFoundError):
        return "the folder that this was started in is gone; go to one that is there"
    if error.errno in (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM):
        return f"{reason(error)}; see what the system allows: ulimit -a"
    # What is left is the writing of a page of help.
    discard(sys.stdout)
    return str(OutputError(STDOUT, reason(error)))


def _own_up(error: Exception, arguments: list[str]) -> int:
    """A bug of ours. The command line is asked for `-v`, for its command may not have got so far as to read it."""
    if {"-v", "-vv", "--verbose"} & set(arguments):
        import traceback

        traceback.print_exception(error)
    told = "" if isinstance(error, AssertionError) and not str(error) else f": {error}"
    return _give_up(f"a bug in cjm: {type(error).__name__}{told}; please report it, with what -v prints")
