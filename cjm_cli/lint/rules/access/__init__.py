"""Who can use the map."""
