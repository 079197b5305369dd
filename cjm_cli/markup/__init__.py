"""Escaping for every kind of output: the one XML writer, the one Jinja environment, Markdown, Mermaid."""
