"""Runs test files with pytest and reports every test on a line of its own.

    python3 runner.py SITE

SITE is the folder that holds pytest, and behind it those of packages that code may import, with
colons between them. The first line of standard input is the mark: each line of the
report starts with it and goes to the standard output that this process was given. Behind it are the
paths of the test files, with zeros between them. Until they come nothing is read of the work folder,
so that this process may be started before it is filled. Whatever the code
under test prints goes to standard error, and its standard input is empty. It runs in a process that
is not given the mark.
"""

import gc
import os
import sys

import keeper
import observer

# What is loaded here stays until the end; looking for garbage among it would take a tenth of all.
gc.disable()


def set_path(site):
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if entry and os.path.abspath(entry) != here]
    sys.path.append(site)


def add_code(root, packages):
    """Adds the code last, so that no file of it can stand in for the standard library or pytest."""
    sys.path.append(root)
    if os.path.isdir(os.path.join(root, "src")):
        sys.path.append(os.path.join(root, "src"))
    sys.path += packages


# Taken out again before any code under test is loaded.
WAY = keeper.split()
del sys.modules["keeper"], keeper, sys.modules["observer"]
SITE, *PACKAGES = sys.argv[1].split(os.pathsep)
ROOT, TESTS = os.getcwd(), []
set_path(SITE)

import importlib
import inspect
import itertools
import json
import linecache
import site
import types
from importlib.machinery import PathFinder


class Later(types.ModuleType):
    """A module of the standard library that is loaded when something of it is asked for."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)
        return getattr(importlib.import_module(self.__name__), name)


def load_pytest():
    """Loads pytest without what only a terminal with colours or a plugin from elsewhere needs."""
    sys.modules["importlib.metadata"] = importlib.metadata = Later("importlib.metadata")
    absent = {"pygments": (), "pygments.formatters": (), "pygments.lexers": (),
              "pygments.formatters.terminal": ("TerminalFormatter",), "pygments.lexer": ("Lexer",),
              "pygments.lexers.diff": ("DiffLexer",), "pygments.lexers.python": ("PythonLexer",)}
    for name, parts in absent.items():
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__dict__.update(dict.fromkeys(parts))
    import pytest
    for name in absent:
        del sys.modules[name]
    return pytest


pytest = load_pytest()

# Started without the site module, these built-in names would be missing.
site.setquit()
gc.freeze()
gc.enable()

MAX_LINES = 12
MAX_CHARS = 1000
STATE_OF_END = {0, 1, 5}
# Plugins that no test can tell from their absence, and the word by which it could.
UNUSED = {"doctest": "doctest_namespace", "faulthandler": "faulthandler", "junitxml": "record_",
          "pastebin": "pastebin", "setuponly": "setuponly", "setupplan": "setupplan",
          "stepwise": "stepwise", "threadexception": "PytestUnhandled",
          "unraisableexception": "PytestUnraisable"}
# Modules that runner and pytest load when a test first needs them.
LOADED_LATER = {"asyncio", "bdb", "doctest", "importlib", "pdb", "unittest"}


class OwnModules:
    """Finds files of the code that are called as a module of the standard library.

    Modules that are loaded by now are the runner's own and stay as they are.
    """

    def __init__(self, folders):
        self.folders = [folder for folder in folders if os.path.isdir(folder)]
        found = {name.split(".")[0] for folder in self.folders for name in os.listdir(folder)}
        self.names = {name for name in found
                      if name in getattr(sys, "stdlib_module_names", ()) and name not in sys.modules
                      and name not in LOADED_LATER}

    def find_spec(self, name, path=None, target=None):
        return PathFinder.find_spec(name, self.folders) if name in self.names else None


def reporter(descriptor, seal):
    """Returns a function that writes one entry of the report, with all it needs bound early."""
    write, dumps, number = os.write, json.dumps, itertools.count().__next__

    def send(entry):
        line = b"%s %d %s\n" % (seal, number(), dumps(entry).encode())
        while line:
            line = line[write(descriptor, line):]

    return send


def relative(path):
    """Returns the path below the work folder, or nothing if it lies elsewhere."""
    path = os.path.abspath(str(path))
    return path[len(ROOT) + 1:] if path.startswith(ROOT + os.sep) else ""


def shortened(text):
    lines = text.replace(ROOT + os.sep, "").strip().splitlines()
    if len(lines) > MAX_LINES:
        lines = lines[:MAX_LINES - 1] + ["..."]
    text = "\n".join(lines)
    return text if len(text) <= MAX_CHARS else text[:MAX_CHARS - 3] + "..."


def words(error):
    """Returns the exception's own text; one that cannot say it is named by its type alone."""
    try:
        return str(error)
    except Exception:
        return ""


def places(error):
    """Returns (path, line, source line) of each frame in the work folder, outermost first."""
    found, trace = [], error.__traceback__
    while trace is not None:
        path = relative(trace.tb_frame.f_code.co_filename)
        if path:
            source = linecache.getline(os.path.join(ROOT, path), trace.tb_lineno).strip()
            found.append((path, trace.tb_lineno, source))
        trace = trace.tb_next
    return found


def described(error):
    """Returns what a person or a model needs: the failing line, where it broke, and the error."""
    lines, found = [], places(error)
    in_tests = [place for place in found if place[0] in TESTS]
    elsewhere = [place for place in found if place[0] not in TESTS]
    # A check that raises by itself says all in its own words.
    plain = isinstance(error, AssertionError) and in_tests and in_tests[-1][2].startswith("raise ")
    if in_tests and not plain:
        lines.append("%s:%d: %s" % in_tests[-1])
    if elsewhere:
        lines.append("%s:%d: %s" % elsewhere[-1])
    text = words(error)
    if isinstance(error, (AssertionError, pytest.fail.Exception)):
        lines.append(text or "the assertion does not hold")
    else:
        lines.append("%s: %s" % (type(error).__name__, text) if text else type(error).__name__)
    return shortened("\n".join(lines))


def load_error(collector, error):
    """Returns the entry for a file that could not be loaded."""
    # pytest wraps what an import raised into an error of its own.
    while type(error).__name__ == "CollectError" and error.__cause__ is not None:
        error = error.__cause__
    path, line, column, source = relative(collector.path), 0, 0, ""
    found = places(error)
    if isinstance(error, SyntaxError) and error.filename:
        path, line, column = relative(error.filename) or path, error.lineno or 0, error.offset or 0
        source, message = (error.text or "").strip(), error.msg
    else:
        message = words(error)
        if found:
            path, line, source = found[-1]
    if isinstance(error, SystemExit):
        message = "the file ends the program while it is loaded"
    if type(error).__name__ == "CollectError":
        message = message.strip().splitlines()[-1] if message.strip() else ""
    return {"load": {"path": path, "line": line, "column": max(column, 0),
                     "code": type(error).__name__, "message": shortened(message) or "cannot be loaded",
                     "source": source}}


def fails_as_marked(call, item):
    """Whether a test that is marked to fail did so, and did not call itself such a test on the way."""
    return (not call.excinfo.errisinstance(pytest.xfail.Exception)
            or getattr(item.obj, "__unittest_expecting_failure__", False))


def state(call, report, item, ended):
    """Returns how one phase of a test went, told by what it raised and not by pytest's report."""
    if call.excinfo is None:
        return "failed" if report.outcome == "failed" or not ended else "passed"
    if report.outcome == "skipped" and hasattr(report, "wasxfail") and fails_as_marked(call, item):
        return "passed"
    if call.excinfo.errisinstance(pytest.skip.Exception) or report.outcome == "skipped":
        return "skipped"
    return failing(call.excinfo.value) if call.when == "call" else "error"


def failing(error):
    return "failed" if isinstance(error, (AssertionError, pytest.fail.Exception)) else "error"


class Reporter:
    """Reports tests and files that could not be loaded, as they come."""

    def __init__(self, send):
        self.send = send
        self.ended = set()
        self.observed = {}

    @pytest.fixture
    def hone_observed(self, request):
        """Takes what a test saw, where it is compared elsewhere."""
        passed_on = (pytest.skip.Exception, pytest.fail.Exception, pytest.exit.Exception, KeyboardInterrupt)
        self.observed[request.node] = observer.Observed(passed_on)
        return self.observed[request.node]

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config):
        # pytest explains assertions only if its terminal is there, so it stays and writes nowhere.
        terminal = config.pluginmanager.getplugin("terminalreporter")
        terminal._tw._file = open(os.devnull, "w")

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector):
        outcome = yield
        if outcome.excinfo is not None and issubclass(outcome.excinfo[0], SystemExit):
            self.send(load_error(collector, outcome.excinfo[1]))
            outcome.force_result(
                pytest.CollectReport(collector.nodeid, "failed", "ended while loaded", []))
            return
        report = outcome.get_result()
        if report.outcome == "failed":
            self.send(load_error(collector, report.call.excinfo.value))

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item):
        # What pytest notes of a call is in reach of the code.
        outcome = yield
        if outcome.excinfo is None:
            self.ended.add(item)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item, call):
        outcome = yield
        ended = call.when != "call" or item in self.ended
        how = state(call, outcome.get_result(), item, ended)
        # A phase around the test is worth a word only if it kept the test from its own end.
        if call.when == "call" or how != "passed":
            message = "" if ended else "the test did not come to its end"
            message = message if call.excinfo is None else described(call.excinfo.value)
            name = "::".join(item.nodeid.split("[")[0].split("::")[1:])
            self.send(self.entry(item, {"test": name, "state": how, "message": message}))

    def entry(self, item, entry):
        """Returns the entry of a test with what it handed over, where it did."""
        observed = self.observed.get(item)
        if observed is None or observed.seen is None:
            return entry
        if observed.error is not None and entry["state"] == "passed":
            error = observed.error
            entry = dict(entry, state=failing(error), message=described(error))
        return dict(entry, seen=observed.seen)

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem):
        if not inspect.iscoroutinefunction(pyfuncitem.obj):
            return None
        names = pyfuncitem._fixtureinfo.argnames
        import asyncio
        asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
        return True


def unused_plugins():
    texts = []
    for path in TESTS:
        with open(path, "rb") as file:
            texts.append(file.read())
    return [word for name, sign in UNUSED.items() if not any(sign.encode() in t for t in texts)
            for word in ("-p", "no:" + name)]


def main():
    report, seal, started = globals().pop("WAY")
    send = reporter(report, seal)
    # Given once the mark is read and out of reach.
    with open(started, "rb") as paths:
        TESTS.extend(os.fsdecode(path) for path in paths.read().split(b"\0") if path)
    add_code(ROOT, PACKAGES)
    sys.meta_path.insert(0, OwnModules([ROOT, os.path.join(ROOT, "src")]))
    options = ["--noconftest", "-p", "no:cacheprovider", "--color=no", "-s",
               "--import-mode=append", "--continue-on-collection-errors",
               "-c", os.devnull, "--rootdir", ROOT] + unused_plugins()
    leave = os._exit
    status = int(pytest.main(options + TESTS, plugins=[Reporter(send)]))
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    if status in STATE_OF_END:
        send({"end": status})
    # Threads and exit handlers that the code left behind must not keep the process alive.
    leave(status)


if __name__ == "__main__":
    main()
