import math

import pytest


def _same(actual, expected):
    if actual == expected:
        return True
    if isinstance(expected, float) and isinstance(actual, (int, float)):
        return math.isclose(actual, expected, rel_tol=1e-6, abs_tol=1e-9)
    if isinstance(expected, (list, tuple)) and type(actual) is type(expected):
        return len(actual) == len(expected) and all(map(_same, actual, expected))
    if isinstance(expected, dict) and isinstance(actual, dict):
        return actual.keys() == expected.keys() and all(
            _same(actual[key], expected[key]) for key in expected
        )
    return False


def _check(call, actual, expected):
    if not _same(actual, expected):
        raise AssertionError(f"{call} returned {actual!r}, expected {expected!r}")


def _check_printed(call, printed, expected):
    if [line.rstrip() for line in printed.strip().splitlines()] != [
        line.rstrip() for line in expected.strip().splitlines()
    ]:
        raise AssertionError(f"{call} printed {printed!r}, expected {expected!r}")
