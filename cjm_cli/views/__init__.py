"""What is shown, one file a view: a journey or a persona of the workspace becomes a page. No markup, and no measures.

Each module has `arrange(entry, workspace) -> Page`; the entry is a journey's, for the view `persona` a persona's.

A view may look at its journey, at what that refers to, and at what that refers to again: only when one of these or the
settings change does a site draw it anew.
"""
