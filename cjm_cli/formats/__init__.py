"""How a page is written, one file a format: its name is the option and the suffix. Escaping happens here and only here.

Each module has `encode(page) -> bytes`.
"""
