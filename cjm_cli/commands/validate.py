"""`cjm validate`: is every file a sound journey, and a good one?"""

import typer

from cjm_cli import colour
from cjm_cli.cache import CacheBy
from cjm_cli.commands import _options as options
from cjm_cli.commands._check import Request, everything, run_check
from cjm_cli.commands._mending import mending
from cjm_cli.commands._rules import told
from cjm_cli.commands._today import day
from cjm_cli.session import Terms

EXAMPLES = """\
cjm validate
cjm validate journeys/checkout.journey.yaml --strict
cjm validate -f json > findings.json"""


def validate(
    context: typer.Context,
    *,
    paths: options.Paths = None,
    format_: options.Format = options.AUTO,
    report: options.Report = None,
    statistics: options.Statistics = False,
    watch: options.Watch = False,
    preset: options.PresetOption = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    severity: options.SeverityOption = None,
    baseline: options.BaselineOption = None,
    no_baseline: options.NoBaseline = False,
    new_since: options.NewSince = None,
    fix: options.Fix = False,
    unsafe_fixes: options.UnsafeFixes = False,
    diff: options.Diff = False,
    fix_only: options.FixOnly = False,
    today: options.Today = None,
    jobs: options.Jobs = None,
    cache_by: options.CacheByOption = CacheBy.STATE,
    no_cache: options.NoCache = False,
    add_ignore: options.AddIgnore = None,
    fail_on: options.FailOnOption = options.FailOn.ERROR,
    strict: options.Strict = False,
    max_warnings: options.MaxWarnings = None,
    allow_empty: options.AllowEmpty = False,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Check that journeys are sound and good: what CI runs.

    YAML, schema and references first, then the lint rules that the settings in cjm.yaml switch on. Exits with 0 when
    all is good, 1 when something was found, 2 when the check could not be done.
    """
    request = Request(
        paths=paths or [options.HERE],
        format=format_,
        threshold=options.threshold(fail_on, max_warnings, strict=strict),
        voice=options.Voice(quiet, verbose, color),
        allow_empty=allow_empty,
        stdin_name=stdin_filename,
        reports=report or (),
        statistics=statistics,
        watch=watch,
        terms=Terms(
            told(preset, select, extend_select=extend_select, ignore=ignore, severity=severity),
            baseline,
            no_baseline,
            new_since,
            day(today),
            jobs,
            None if no_cache else cache_by,
        ),
        mending=mending(fix=fix, unsafe_fixes=unsafe_fixes, diff=diff, fix_only=fix_only),
        add_ignore=add_ignore,
        question=context.obj,
    )
    return run_check(request, everything)
