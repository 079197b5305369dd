"""What changed between two versions of a project, in the terms of the field: matched by id, then by likeness."""
