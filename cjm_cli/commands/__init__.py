"""One command a file: the module `diff` holds a function `diff`, its parameters the options, its result the exit code.

The first line of the function's docstring is its help in the table of `cli.py`; `EXAMPLES` close its help. A command is
thin: options → stages → report. It raises a `CjmError` when it cannot do what was asked, and never exits by itself.
"""
