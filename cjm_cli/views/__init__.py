"""What is shown, one file a view: a journey or a persona of the workspace becomes a page. No markup, and no measures.

Each module has `arrange(entry, workspace) -> Page`; the entry is a journey's, for the view `persona` a persona's.
"""
