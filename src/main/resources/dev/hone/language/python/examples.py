import math

import pytest


# How a value of these compares was not written in Python, where it may equal whatever it likes.
_PLAIN_EQUALITY = type(int.__eq__)
_SINGLE = (int, float, complex, bool, str, bytes, type(None))


def _judges_itself(value):
    for kind in type(value).__mro__:
        if "__eq__" in vars(kind):
            return not isinstance(vars(kind)["__eq__"], _PLAIN_EQUALITY)
    return False


def _same(actual, expected):
    kind = type(expected)
    if kind in _SINGLE:
        return _same_single(actual, expected)
    if kind in (list, tuple) and isinstance(actual, kind):
        items = list(kind.__iter__(actual))
        return len(items) == len(expected) and all(map(_same, items, expected))
    if kind in (set, frozenset) and isinstance(actual, (set, frozenset)):
        own = {item: item for item in frozenset(actual)}
        return len(own) == len(expected) and all(
            item in own and _same(own[item], item) for item in expected
        )
    if kind is dict and isinstance(actual, dict):
        own = {key: key for key in dict.keys(actual)}
        return len(own) == len(expected) and all(
            key in own
            and _same(own[key], key)
            and _same(dict.__getitem__(actual, key), expected[key])
            for key in expected
        )
    if _judges_itself(actual) and not issubclass(type(actual), kind):
        return False
    return bool(actual == expected)


def _same_single(actual, expected):
    if _judges_itself(actual):
        # A fraction, say: its number decides, not what it says of itself.
        if not isinstance(expected, (int, float)) or not hasattr(type(actual), "__float__"):
            return False
        actual = float(actual)
    if actual == expected:
        return True
    return (
        isinstance(expected, float)
        and isinstance(actual, (int, float))
        and math.isclose(actual, expected, rel_tol=1e-6, abs_tol=1e-9)
    )


def _check(call, actual, expected):
    if not _same(actual, expected):
        raise AssertionError(f"{call} returned {actual!r}, expected {expected!r}")


def _check_printed(call, printed, expected):
    if [line.rstrip() for line in printed.strip().splitlines()] != [
        line.rstrip() for line in expected.strip().splitlines()
    ]:
        raise AssertionError(f"{call} printed {printed!r}, expected {expected!r}")
