"""Versions of a project: as git has it at a revision, as it is staged, as it lies on disk; any two of them side by side."""
