"""Runs a command on a new terminal: on_terminal.py COLUMNS ROWS OUT COMMAND...

What the command prints on the terminal goes to standard output, what it prints on its standard
output to the file OUT. Standard input takes lines: "size COLUMNS ROWS" and "key CODE". Ends with the
command's exit code, or with 200 and the signal's number that ended it.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios


def resize(terminal, columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def obey(terminal, line):
    words = line.split()
    if words and words[0] == "size":
        resize(terminal, int(words[1]), int(words[2]))
    elif words and words[0] == "key":
        os.write(terminal, bytes([int(words[1])]))


child, terminal = pty.fork()
if child == 0:
    # Who started the tests in the background may have had it ignored, which passes on.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    resize(0, int(sys.argv[1]), int(sys.argv[2]))
    os.dup2(os.open(sys.argv[3], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
    os.execvp(sys.argv[4], sys.argv[4:])

watched = [terminal, 0]
orders = b""
while True:
    ready, _, _ = select.select(watched, [], [])
    if terminal in ready:
        try:
            printed = os.read(terminal, 65536)
        except OSError:
            printed = b""
        if not printed:
            break
        os.write(1, printed)
    if 0 in ready:
        typed = os.read(0, 4096)
        if not typed:
            watched.remove(0)
        orders += typed
        while b"\n" in orders:
            line, orders = orders.split(b"\n", 1)
            obey(terminal, line.decode())

_, status = os.waitpid(child, 0)
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 200 - code)
