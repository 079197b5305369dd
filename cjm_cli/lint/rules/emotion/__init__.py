"""How they feel."""
