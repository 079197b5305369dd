"""How a page is written, one file a format: its name is the option and the suffix. Escaping happens here and only here.

Each module has `encode(page) -> bytes`. It may have more, which `_format.Format` knows:

- `SUFFIX`, where its files do not end in a dot and its name;
- `require()`, which raises MissingToolError where what it draws with is not installed;
- `draw_with_fonts(page, fonts) -> Drawing`, where letters are drawn and not only named.
"""
