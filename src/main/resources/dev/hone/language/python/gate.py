"""Checks Python files without running them: syntax, names that nothing defines, missing modules,
calls of format that can only fail.

    python3 gate.py SITE FILE...

SITE is the folder that holds pyflakes, and behind it those of packages that code may import, with
colons between them. Prints one JSON object for each fault and ends with 1 if
there is any. Only what certainly breaks is a fault: what is unused or unusual is none. With HONE_MYPY=1
in the environment, what mypy objects to in a file that is otherwise right is a fault too, tests apart.
"""

import ast
import importlib.util
import json
import os
import sys
import types
import warnings

LAZY_ANNOTATIONS = sys.version_info >= (3, 14)
MODULE_NAMES = {"__annotations__", "__builtins__", "__cached__", "__class__", "__classcell__",
                "__classdict__", "__conditional_annotations__", "__debug__", "__dict__", "__doc__",
                "__file__", "__loader__", "__module__", "__name__", "__package__", "__path__",
                "__qualname__", "__spec__", "exit", "quit"}
# What pyflakes calls it, and what Python would say when it comes there.
BREAKING = {"UndefinedName": "NameError",
            "UndefinedExport": "AttributeError",
            "UndefinedLocal": "UnboundLocalError",
            "InvalidPrintSyntax": "TypeError",
            "StringDotFormatMissingArgument": "IndexError",
            "StringDotFormatMixingAutomatic": "ValueError",
            "StringDotFormatInvalidFormat": "ValueError",
            "PercentFormatInvalidFormat": "ValueError",
            "PercentFormatMixedPositionalAndNamed": "TypeError",
            "PercentFormatUnsupportedFormatCharacter": "ValueError",
            "PercentFormatPositionalCountMismatch": "TypeError",
            "PercentFormatMissingArgument": "KeyError",
            "PercentFormatExpectedMapping": "TypeError",
            "PercentFormatExpectedSequence": "TypeError",
            "PercentFormatStarRequiresSequence": "TypeError"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
REPEATED = (ast.For, ast.AsyncFor, ast.While, ast.Try)
# Folders of packages that code may import.
PACKAGES = []


def load_checker(site):
    """Returns the checker of pyflakes, without the doctest module that it would load for nothing."""
    sys.path.append(site)
    stub = types.ModuleType("doctest")
    stub.DocTestParser = type("DocTestParser", (), {"get_examples": None})
    sys.modules["doctest"] = stub
    from pyflakes import checker
    del sys.modules["doctest"]
    sys.path.remove(site)
    return checker.Checker


class Source:
    """One file and its tree."""

    def __init__(self, path, lines, tree):
        self.path, self.lines, self.tree = path, lines, tree
        self.parents = {id(child): node for node in ast.walk(tree)
                        for child in ast.iter_child_nodes(node)}

    def above(self, node):
        """Returns all nodes above this one, the nearest first."""
        while id(node) in self.parents:
            node = self.parents[id(node)]
            yield node

    def fault(self, line, column, code, message):
        return fault(self.path, self.lines, line, column, code, message)

    def guarded(self, node, names):
        """Whether the node stands in a try that handles one of these errors."""
        below = node
        for one in self.above(node):
            if isinstance(one, ast.Try) and any(below is part for part in one.body) \
                    and any(handles(handler, names) for handler in one.handlers):
                return True
            below = one
        return False


def fault(path, lines, line, column, code, message):
    source = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return {"path": path, "line": line, "column": column, "code": code, "message": message,
            "source": source}


def handles(handler, names):
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in names for kind in kinds)


def missing_modules(source):
    for node in ast.walk(source.tree):
        if not isinstance(node, (ast.Import, ast.ImportFrom)) or is_optional(source, node):
            continue
        if isinstance(node, ast.Import):
            words = [missing(alias.name) for alias in node.names]
        elif node.level == 0:
            words = [missing(node.module)]
        else:
            words = [missing_relative(source.path, node)]
        for message in filter(None, words):
            code = "ImportError" if message.startswith("a relative") else "ModuleNotFoundError"
            yield source.fault(node.lineno, node.col_offset + 1, code, message)


def is_optional(source, node):
    if source.guarded(node, {"ImportError", "ModuleNotFoundError", "Exception"}):
        return True
    return any(isinstance(one, ast.If) and "TYPE_CHECKING" in ast.dump(one.test)
               for one in source.above(node))


def missing(module):
    """Returns what is wrong with an import of this module, or nothing."""
    top = module.split(".")[0]
    if top in getattr(sys, "stdlib_module_names", ()):
        return ""
    own = [root for root in ("", "src") if has_module(os.path.join(root, top))]
    if own:
        path = module.replace(".", "/")
        if any(has_module(os.path.join(root, path)) for root in own):
            return ""
        return "no module named '%s' among the files" % module
    if is_known(top):
        return ""
    if PACKAGES:
        return ("no module named '%s': there is no such file, and it is none of the packages here;"
                " use those or the standard library" % top)
    return ("no module named '%s': there is no such file and no third-party packages here; use the"
            " standard library" % top)


def has_module(path):
    return os.path.isdir(path) or os.path.isfile(path + ".py")


def is_known(top):
    if top in getattr(sys, "stdlib_module_names", ()) or top in sys.builtin_module_names:
        return True
    try:
        return top in ("pytest", "_pytest") or importlib.util.find_spec(top) is not None
    except (ImportError, ValueError):
        return True


def missing_relative(path, node):
    folder = os.path.dirname(path)
    if folder in ("", "src"):
        return "a relative import needs a package, and this file is in none"
    for _ in range(node.level - 1):
        folder = os.path.dirname(folder)
    target = os.path.join(folder, *(node.module or "").split("."))
    if has_module(target) or not node.module:
        return ""
    return "no module named '%s' among the files" % target.strip("/").replace("/", ".")


def breaking(source, checker):
    found = checker(source.tree, filename=source.path, builtins=MODULE_NAMES, withDoctest=False)
    # A name that is deleted at the end was there while the file was loaded.
    dynamic = looks_dynamic(source.tree)
    told = {name.id for node in ast.walk(source.tree) if isinstance(node, ast.Delete)
            for name in node.targets if isinstance(name, ast.Name)}
    names = {(node.lineno, node.col_offset): node for node in ast.walk(source.tree)
             if isinstance(node, ast.Name)}
    for one in sorted(found.messages, key=lambda message: (message.lineno, message.col)):
        code, message = BREAKING.get(type(one).__name__), one.message % one.message_args
        if code == "AttributeError" and dynamic:
            continue
        if code == "NameError":
            # A name in a string is an annotation that nothing evaluates.
            node = names.get((one.lineno, one.col))
            if dynamic or node is None or node.id in told or not is_evaluated(source, node):
                continue
            told.add(node.id)
            message = "name '%s' is not defined" % node.id
        elif code == "UnboundLocalError" and is_repeated(source, names.get((one.lineno, one.col))):
            continue
        if code:
            yield source.fault(one.lineno, one.col + 1, code, message)


def is_evaluated(source, node):
    if source.guarded(node, {"NameError", "Exception"}):
        return False
    lazy = LAZY_ANNOTATIONS or any(
        isinstance(one, ast.ImportFrom) and one.module == "__future__"
        and any(alias.name == "annotations" for alias in one.names) for one in source.tree.body)
    below = node
    for one in source.above(node):
        if isinstance(one, ast.AnnAssign) and below is one.annotation:
            # Annotations of local variables are never evaluated.
            scope = next((up for up in source.above(one)
                          if isinstance(up, FUNCTIONS + (ast.ClassDef,))), None)
            return not (lazy or isinstance(scope, FUNCTIONS))
        if lazy and (below is getattr(one, "annotation", None)
                     or below is getattr(one, "returns", None)):
            return False
        below = one
    return True


def is_repeated(source, node):
    """Whether an assignment below the use can come before it."""
    if node is None:
        return True
    for one in source.above(node):
        if isinstance(one, REPEATED):
            return True
        if isinstance(one, FUNCTIONS):
            return False
    return False


def looks_dynamic(tree):
    """Whether names may come into being in ways that no reading of the text shows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            if name in ("globals", "exec") or (name in ("vars", "locals") and not node.args):
                return True
        if isinstance(node, ast.Attribute) and node.attr in ("_convert_", "modules"):
            # An enumeration that spreads its members, or sys.modules.
            return True
    return False


def check(path, checker):
    with open(path, "rb") as file:
        raw = file.read()
    lines = raw.decode("utf-8", "replace").splitlines()
    try:
        compile(raw, path, "exec", dont_inherit=True)
        source = Source(path, lines, ast.parse(raw, path))
        faults = list(missing_modules(source)) + list(breaking(source, checker))
    except SyntaxError as error:
        return [fault(path, lines, error.lineno or 0, max(error.offset or 0, 0),
                      type(error).__name__, error.msg or "invalid syntax")]
    except (ValueError, RecursionError, MemoryError) as error:
        return [fault(path, lines, 0, 0, type(error).__name__, str(error) or "cannot be read")]
    return sorted(faults, key=lambda one: (one["line"], one["column"]))


def main(site, paths):
    warnings.simplefilter("ignore")
    here = os.path.dirname(os.path.abspath(__file__))
    wanted = os.environ.get("HONE_MYPY") == "1"
    if wanted:
        import typecheck
    sys.path[:] = [entry for entry in sys.path if entry and os.path.abspath(entry) != here]
    site, *PACKAGES[:] = site.split(os.pathsep)
    checker = load_checker(site)
    sys.path += PACKAGES
    faults = [one for path in paths if path.endswith(".py") for one in check(path, checker)]
    if wanted and not faults:
        own = [path for path in paths if not os.path.basename(path).startswith("test_")]
        for path, line, column, code, message in typecheck.faults(own):
            with open(path, encoding="utf-8", errors="replace") as file:
                faults.append(fault(path, file.read().splitlines(), line, column, code, message))
    for one in faults:
        print(json.dumps(one))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
