"""Asks mypy, where a person wants it, for what it objects to in files of a candidate."""

import re
import subprocess
import sys

COMMAND = [sys.executable, "-B", "-m", "mypy", "--no-incremental", "--cache-dir=/dev/null",
           "--no-error-summary", "--show-column-numbers", "--no-color-output", "--no-pretty",
           "--hide-error-context", "--ignore-missing-imports", "--follow-imports=silent"]
FAULT = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): error: (?P<message>.*?)"
                   r"(?:  \[(?P<code>[\w-]+)\])?$")


def faults(paths):
    """Returns path, line, column, code and message of each objection, in the order of mypy."""
    if not paths:
        return []
    answer = subprocess.run(COMMAND + paths, capture_output=True, text=True, check=False)
    found = [FAULT.match(line) for line in answer.stdout.splitlines()]
    return [(one["path"], int(one["line"]), int(one["column"]), one["code"] or "mypy",
             one["message"]) for one in found if one]
