"""Who it is about."""
