"""Where customers meet us."""
