"""The format: Pydantic models, frozen, without positions and without I/O. The one definition of what a file may say."""

from cjm_cli.model.journey import Journey
from cjm_cli.model.persona import Persona
from cjm_cli.model.project import Project
from cjm_cli.model.stage import Stage, Step
from cjm_cli.model.validate import validate
from cjm_cli.model.walk import walk

__all__ = ["Journey", "Persona", "Project", "Stage", "Step", "validate", "walk"]
