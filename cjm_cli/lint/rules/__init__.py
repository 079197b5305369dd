"""One folder a family, one file a rule: its name is the file's, its documentation the docstring, its level `LEVEL`.

A rule's `check` functions say by their first parameter what they look at: a `Journey`, `Persona`, `Stage`, `Step`, any
other object of the model, every `Text`, or the whole `Workspace`. Families that read and validate themselves (yaml, schema)
have no `check`.
"""
