"""Runs a command in a terminal of so many columns, `in_terminal.py COLUMNS COMMAND...`, with a Ctrl-D for what it asks."""

import fcntl
import os
import pty
import struct
import sys
import termios


def main(columns: int, command: list[str]) -> int:
    pid, terminal = pty.fork()
    if not pid:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.execvp(command[0], command)
    os.write(terminal, b"\x04")
    while content := _read(terminal):
        os.write(1, content)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # so a terminal ends
        return b""


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
