"""SourceFile → Document → model, with all that stands in the way as findings."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from cjm_cli.errors import reason
from cjm_cli.files import read_file
from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.model import Journey, Persona, Project, validate
from cjm_cli.model.references import Anatomy
from cjm_cli.source import Document, Limits, read
from cjm_cli.span import Span
from cjm_cli.workspace.source_file import JOURNEY, PERSONA, PROJECT, SourceFile

MODELS: dict[str, type[Journey] | type[Persona] | type[Project]] = {
    JOURNEY: Journey,
    PERSONA: Persona,
    PROJECT: Project,
}
START = Span(1, 1, 1, 2)


@dataclass(frozen=True)
class Loaded:
    """A file as far as it could be understood: the document when it parses, the model when it is sound."""

    source: SourceFile
    kind: str | None = None
    document: Document | None = None
    model: Journey | Persona | Project | None = None
    findings: tuple[Finding, ...] = ()

    @cached_property
    def anatomy(self) -> Anatomy | None:
        """The model taken apart."""
        return Anatomy(self.model) if self.model else None

    @property
    def id(self) -> str:
        """The id of what the file holds, also when it holds mistakes."""
        data = self.document.data if self.document else None
        given = data.get("id") if isinstance(data, dict) else None
        return given if isinstance(given, str) else self.source.default_id


def load(source: SourceFile, limits: Limits) -> Loaded:
    """Reads and validates one file."""
    try:
        content = content_of(source, limits)
    except OSError as error:
        return Loaded(source, findings=(_unreadable(source, reason(error)),))
    return understood(source, content, limits)


def understood(source: SourceFile, content: bytes, limits: Limits) -> Loaded:
    """Validates one file of which the content is known."""
    document, findings = _reader(source)(source.name, content, limits)
    if document is None:
        return Loaded(source, source.kind, findings=tuple(findings))
    return _validated(source, document, findings)


def _reader(source: SourceFile) -> Callable[[str, bytes, Limits], tuple[Document | None, list[Finding]]]:
    if source.path.suffix != ".toml":
        return read
    # Here, because hardly any project needs it.
    from cjm_cli.source.toml import read_toml

    return read_toml


def content_of(source: SourceFile, limits: Limits) -> bytes:
    """What a file holds, or what stands in its place, up to the limit and a byte more. Raises OSError."""
    if source.content is not None:
        return source.content
    if source.fetch is not None:
        return source.fetch()
    return read_file(source.path, limits.file_bytes + 1)


def _validated(source: SourceFile, document: Document, findings: list[Finding]) -> Loaded:
    kind = source.kind or declared_kind(document)
    if kind not in MODELS:
        return Loaded(source, None, document, findings=(*findings, _unknown_kind(source)))
    model, mistakes = validate(document, MODELS[kind])
    return Loaded(source, kind, document, model, (*findings, *mistakes))


def declared_kind(document: Document) -> str | None:
    """What a file says that it holds."""
    declared = document.data.get("kind") if isinstance(document.data, dict) else None
    return declared if isinstance(declared, str) else None


def _unreadable(source: SourceFile, why: str) -> Finding:
    return Finding(
        Location(source.name, START),
        "unreadable-file",
        f"the file cannot be read: {why}",
        Severity.ERROR,
        help="check that it is a file and that you may read it",
    )


def _unknown_kind(source: SourceFile) -> Finding:
    return Finding(
        Location(source.name, START),
        "missing-field",
        '"kind" is missing, and the name of the file does not tell what it holds',
        Severity.ERROR,
        help='name it *.journey.yaml or *.persona.yaml, or add "kind: journey" or "kind: persona"',
    )
