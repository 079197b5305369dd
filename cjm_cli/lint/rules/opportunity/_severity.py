"""From what severity on a pain point asks for an answer."""

HURTS = 3
