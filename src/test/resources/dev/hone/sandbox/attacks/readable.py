# Prints which of the paths on standard input can be opened for reading. Not an attack.
import os, sys

for path in sys.stdin.read().splitlines():
    try:
        os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY))
        print(path)
    except OSError:
        pass
