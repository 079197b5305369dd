"""Text in, plain data out, with a place for everything; knows nothing of journeys."""

from cjm_cli.source.document import Document
from cjm_cli.source.limits import Limits
from cjm_cli.source.read import read
from cjm_cli.source.scalar import Scalar
from cjm_cli.source.slug import slug

__all__ = ["Document", "Limits", "Scalar", "read", "slug"]
