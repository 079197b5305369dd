"""What a map shows, one file a view: a journey of the workspace becomes a page. No markup here, and no measures.

A view may look at its journey, at what that refers to, and at what that refers to again: only when one of these or the
settings change does a site draw it anew.
"""
