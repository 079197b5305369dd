"""A project, a journey, a persona to begin with: prepared in memory, then written whole, and never over anything."""
