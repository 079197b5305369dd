"""What SARIF tells of the rules: what each finds, why it matters, and an example in Markdown."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cjm_cli.finding import Finding, Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.documentation import Documentation, documentation
from cjm_cli.lint.rule import Rule
from cjm_cli.lint.selection import ActiveRule, activate
from cjm_cli.markup.markdown import fenced

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FOR_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def descriptors(findings: Iterable[Finding], active: Mapping[str, ActiveRule]) -> list[dict[str, Any]]:
    """Every rule in force, and every other that was broken, by name."""
    broken = {finding.rule for finding in findings} - {*active}
    others = {name: activate(rule) for name in broken if (rule := all_rules().get(name))}
    known = {**active, **others}
    return [_descriptor(known[name]) if name in known else {"id": name} for name in sorted({*known, *broken})]


def _descriptor(active: ActiveRule) -> dict[str, Any]:
    rule, about = active.rule, documentation(active.rule)
    text = _text(rule, about)
    severity = active.severity or rule.level.severity(mature=False)
    return {
        "id": rule.name,
        "shortDescription": {"text": about.summary},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": "\n\n".join(_markdown(rule, about))},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "preset": rule.preset.value,
            "tags": ["customer-journey", rule.family],
            "problem.severity": _FOR_GITHUB[severity],
        },
    }


def _text(rule: Rule, about: Documentation) -> str:
    """What matters of the documentation, a line for each paragraph."""
    why = (" ".join(paragraph.split()) for paragraph in about.why.split("\n\n"))
    return "\n".join(filter(None, (about.summary, *why, f"More: cjm explain {rule.name}")))


def _markdown(rule: Rule, about: Documentation) -> Iterator[str]:
    """The paragraphs of the documentation, which is Markdown already."""
    yield from filter(None, (about.summary, about.why))
    yield from _example("Bad", about.bad)
    yield from _example("Good", about.good)
    if about.options:
        yield "\n".join(f"- `{name}`: {meaning}" for name, meaning in about.options.items())
    if about.source:
        yield f"**Source:** {about.source}"
    yield f"More: `cjm explain {rule.name}`"


def _example(title: str, files: Mapping[str, str]) -> Iterator[str]:
    """The files of an example; one that stands alone needs no name."""
    if files:
        yield f"**{title}**"
    for name, text in files.items():
        yield fenced("yaml", (f"# {name}\n" if len(files) > 1 else "") + text.rstrip("\n"))
