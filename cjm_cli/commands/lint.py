"""`cjm lint`: the quality rules alone, on files that are sound."""

from collections.abc import Mapping
from dataclasses import replace

import typer

from cjm_cli import colour
from cjm_cli.cache import CacheBy
from cjm_cli.commands import _options as options
from cjm_cli.commands._check import Request, run_check
from cjm_cli.commands._mending import mending
from cjm_cli.commands._rules import told
from cjm_cli.commands._today import day
from cjm_cli.finding import Finding, Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Rule
from cjm_cli.reports import Sources
from cjm_cli.session import Session, Terms
from cjm_cli.summary import counted

EXAMPLES = """\
cjm lint
cjm lint journeys/checkout.journey.yaml --fail-on warning"""

SOUNDNESS = {"yaml", "schema", "reference"}
"""The families of rules that ask whether a file is a journey at all."""


def lint(
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
    """Look for weak spots in sound journeys, while you write them.

    The quality rules alone: files with mistakes in YAML, schema or references are skipped, and left to cjm validate.
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
    return run_check(request, quality)


def quality(session: Session, voice: options.Voice) -> tuple[list[Finding], Sources]:
    """The findings about quality, in files with no graver mistakes; and those that make settings useless."""
    rules = all_rules()
    chosen = [f for f in session.findings if f.location.path in session.unusable or _is_about_quality(f, rules)]
    graver = {
        f.location.path for f in session.findings if f.severity is Severity.ERROR and not _is_about_quality(f, rules)
    }
    unsound = graver - {*session.unusable}
    if unsound:
        voice.note(f"Skipped {counted(len(unsound), 'file')} with graver mistakes; see: cjm validate")
    sources = replace(session.sources, asked=tuple(name for name in session.sources.asked if name not in unsound))
    return [finding for finding in chosen if finding.location.path not in unsound], sources


def _is_about_quality(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    rule = rules.get(finding.rule)
    return rule is not None and rule.family not in SOUNDNESS
