"""Who looks after it."""
