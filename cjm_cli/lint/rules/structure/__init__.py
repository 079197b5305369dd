"""How the map is built."""
