"""Takes what tests hand over, and writes it down by what it is, for a comparison in another process.

A value is told by the storage of its built-in type, never by a method of its own, so that a subclass
is what it holds. What a value says of itself would be no harm either: nobody here knows what is
expected. The form is that of SeenJson.
"""

from types import MappingProxyType

MOST_PARTS = 4000
MOST_CHARS = 20000
MOST_SHOWN = 1000
DEEPEST = 100
KEYS = type({}.keys())


class TooMuch(Exception):
    """A value is larger than any that an example writes out."""


class Writer:
    """Writes one value down, with all it needs bound before any code under test is loaded."""

    def __init__(self):
        self.room = MOST_CHARS
        self.parts = MOST_PARTS

    def spend(self, chars):
        self.parts -= 1
        self.room -= chars
        if self.parts < 0 or self.room < 0:
            raise TooMuch

    def value(self, value, depth=0):
        kind = type(value)
        self.spend(0)
        if depth > DEEPEST:
            raise TooMuch
        if value is None:
            return ["nothing"]
        if kind is bool:
            return ["truth", value]
        if issubclass(kind, int):
            return self.whole(value)
        if issubclass(kind, float):
            return ["fraction", float.__repr__(value)]
        if issubclass(kind, str):
            self.spend(str.__len__(value))
            return ["text", str.__str__(value)]
        if issubclass(kind, (bytes, bytearray, memoryview)):
            return self.bytes(bytes(memoryview(value)))
        return self.several(value, kind, depth + 1)

    def whole(self, value):
        # Python itself refuses to write longer ones.
        if int.bit_length(value) > 14000:
            raise TooMuch
        text = int.__repr__(value)
        self.spend(len(text))
        return ["whole", text]

    def bytes(self, value):
        self.spend(2 * len(value))
        return ["other", "bytes", [["text", value.hex()]]]

    def several(self, value, kind, depth):
        if issubclass(kind, list):
            return ["list", [self.value(item, depth) for item in list.__iter__(value)]]
        if issubclass(kind, tuple):
            return ["tuple", [self.value(item, depth) for item in tuple.__iter__(value)]]
        for sets in (set, frozenset, KEYS):
            if issubclass(kind, sets):
                return ["set", [self.value(item, depth) for item in sets.__iter__(value)]]
        if issubclass(kind, (dict, MappingProxyType)):
            items = dict.items(value if issubclass(kind, dict) else dict(value))
            return ["map", [[self.value(key, depth), self.value(one, depth)] for key, one in items]]
        return self.number(value, kind)

    def number(self, value, kind):
        """A number of another class, such as a fraction: it is compared by its size."""
        if not hasattr(kind, "__float__") or kind.__eq__ is object.__eq__:
            return other(kind)
        try:
            return self.whole(int(value)) if hasattr(kind, "__index__") else self.value(float(value))
        except (TypeError, ValueError, OverflowError):
            return other(kind)


def other(kind):
    return ["other", type.__dict__["__name__"].__get__(kind), []]


def written(value):
    try:
        return Writer().value(value)
    except (TooMuch, RecursionError):
        return ["other", "...", []]
    except Exception:
        return other(type(value))


def shown(value):
    try:
        text = repr(value)
        return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "..."
    except Exception as error:
        return "a %s whose repr raises %s" % (type(value).__name__, type(error).__name__)


class Observed:
    """What one test hands over instead of checking it."""

    def __init__(self, passed_on):
        self.seen = None
        self.error = None
        self.passed_on = passed_on

    def returned(self, value):
        self.seen = {"returned": written(value), "shown": shown(value)}

    def printed(self, text):
        self.seen = {"printed": text[:MOST_CHARS], "shown": shown(text)}

    def raised(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        names = [] if kind is None else ["%s.%s" % (one.__module__, one.__qualname__) for one in kind.__mro__]
        if kind is not None and issubclass(kind, self.passed_on):
            return False
        self.seen, self.error = {"raised": names}, error
        return True
