"""How a comparison is told, one file a format: its name is the file's, `review(difference) -> str` makes the whole text.

A review is pure. The one for a terminal is painted, see `colour`, and escapes what users wrote; others hold no paint.
"""
