"""A file in its canonical form, or the reason why it stays as it is.

Whatever the form turns out to be, it counts only when the data is the same, when a second run would change nothing, and when
every comment is there and belongs to what it belonged to.
"""

from dataclasses import dataclass

from cjm_cli.finding import Finding
from cjm_cli.source import Document, Limits, read
from cjm_cli.source.changed import same_data
from cjm_cli.source.pieces import CannotCutError, Pieces
from cjm_cli.source.read import rewritten
from cjm_cli.tidy.kept import belongings, first_name, silences
from cjm_cli.tidy.layout import laid_out
from cjm_cli.tidy.order import Shape
from cjm_cli.workspace.load import MODELS, declared_kind
from cjm_cli.workspace.source_file import SourceFile


@dataclass(frozen=True)
class Tidied:
    """A file's content before and after; `findings` or a `refusal` say why nothing was done."""

    old: bytes
    new: bytes
    findings: tuple[Finding, ...] = ()
    refusal: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether it was not yet in its canonical form."""
        return self.old != self.new


def tidied(source: SourceFile, content: bytes, limits: Limits) -> Tidied:
    """The content in its canonical form; the same content where that cannot be."""
    document, findings = read(source.name, content, limits)
    if document is None:
        return Tidied(content, content, tuple(findings))
    shape = Shape(MODELS.get(source.kind or declared_kind(document) or ""))
    try:
        pieces = document.pieces()
    except CannotCutError as refused:
        line = document.text.count("\n", 0, refused.index) + 1
        return Tidied(content, content, refusal=f"line {line} holds {refused.form}, which is not rewritten")
    text = laid_out(pieces, document.text, shape)
    if text == document.text:
        return Tidied(content, content)
    new = rewritten(content, document.text, text)
    fault = _fault(document, pieces, new, shape, limits)
    return Tidied(content, content, refusal=fault) if fault else Tidied(content, new)


def _fault(before: Document, old: Pieces, content: bytes, shape: Shape, limits: Limits) -> str:
    """What the new content would do wrong, or nothing."""
    after, _ = read(before.path, content, limits)
    if after is None:
        return "it could not be read any more"
    if not same_data(before.data, after.data):
        return "it would mean something else"
    try:
        new = after.pieces()
    except CannotCutError:
        return "it could not be rewritten again"
    if laid_out(new, after.text, shape) != after.text:
        return "a second run would change it again"
    first = first_name(new)
    if before.comments() != after.comments() or belongings(old, first) != belongings(new, first):
        return "a comment would be lost, or belong to something else"
    return "" if silences(before) == silences(after) else "a comment would silence something else"
