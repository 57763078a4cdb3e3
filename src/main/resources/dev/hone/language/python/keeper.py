"""Keeps the mark of the report in a process of its own, where the code under test cannot reach it.

This process passes on what the one that runs the tests says, each line behind the mark, and adds the
end of the report only after that process ended by itself, with nothing left out.
"""

import os
import select
import sys

PAUSE_MILLISECONDS = 50
PART = 65536


def split():
    """Returns, in a new process, how to report: a descriptor, what each line starts with, and a
    descriptor that gives the paths of the tests when they may start. The process that called never
    returns."""
    lines, report = os.pipe()
    started, start = os.pipe()
    # A line that is written without it is known to be false.
    seal = os.urandom(16).hex().encode()
    runner = os.fork()
    if runner == 0:
        os.close(lines)
        os.close(start)
        take_streams()
        return report, seal, started
    os.close(report)
    os.close(started)
    status = 1
    try:
        status = keep(runner, lines, seal, start)
    finally:
        os._exit(status)


def take_streams():
    """Turns the streams over to the code: what it prints goes to standard error."""
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)


def keep(runner, lines, seal, start):
    close_memory()
    mark = read_mark()
    write(read_rest(), start)
    os.close(start)
    end, number, true, rest = b"", 0, True, b""
    for part in parts(lines, runner):
        *whole, rest = (rest + part).split(b"\n")
        for line in whole:
            before = b"%s %d " % (seal, number)
            true = true and line.startswith(before) and not end
            if not true:
                continue
            number += 1
            entry = line[len(before):]
            if entry.startswith(b'{"end"'):
                end = entry
            else:
                write(mark + b" " + entry + b"\n")
    status = os.waitstatus_to_exitcode(os.waitpid(runner, 0)[1])
    if true and not rest and end == b'{"end": %d}' % status:
        write(mark + b" " + end + b"\n")
    return status if status >= 0 else 128 - status


def read_mark():
    """Returns the first line of standard input. Until it comes there is no code to test."""
    mark = bytearray()
    while True:
        byte = os.read(0, 1)
        if byte in (b"", b"\n"):
            return bytes(mark)
        mark += byte


def read_rest():
    """Returns what is behind the first line of standard input, as a whole."""
    parts = []
    while not parts or parts[-1]:
        parts.append(os.read(0, PART))
    return b"".join(parts)


def close_memory():
    """Keeps processes of the same user from reading this one's memory and descriptors by /proc."""
    try:
        # The package around it takes ten times as long to load.
        import _ctypes
        set_dumpable = 4
        _ctypes.call_function(_ctypes.dlsym(_ctypes.dlopen(None, 0), "prctl"), (set_dumpable, 0, 0, 0, 0))
    except (ImportError, AttributeError, OSError):
        # Not every interpreter has it; plain code does not get here without it either.
        pass


def parts(lines, runner):
    """Yields what comes from a pipe until all its ends are closed, or until the process is gone and
    nothing more is there: what the code left running may hold the pipe open."""
    poll = select.poll()
    poll.register(lines, select.POLLIN | select.POLLHUP)
    gone = False
    while True:
        if poll.poll(PAUSE_MILLISECONDS):
            part = os.read(lines, PART)
            if not part:
                return
            yield part
        elif gone:
            return
        else:
            gone = os.waitid(os.P_PID, runner, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def write(line, descriptor=1):
    while line:
        line = line[os.write(descriptor, line):]
