"""What the map is about."""
