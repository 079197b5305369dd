"""What a good journey map is, as rules that say so at the line."""
