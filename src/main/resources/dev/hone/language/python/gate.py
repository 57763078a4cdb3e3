"""Checks Python files without running them: syntax, names that nothing defines, missing modules.

    python3 gate.py FILE...

Prints one JSON object for each fault and ends with 1 if there is any.
"""

import ast
import builtins
import importlib.util
import json
import os
import symtable
import sys
import warnings

MODULE_NAMES = {"__file__", "__name__", "__doc__", "__builtins__", "__spec__", "__loader__",
                "__package__", "__path__", "__annotations__", "__class__", "__module__",
                "__qualname__", "__debug__", "__cached__", "__dict__", "__conditional_annotations__",
                "__classdict__", "__classcell__"}
KNOWN = set(dir(builtins)) | MODULE_NAMES | {"exit", "quit"}
LAZY_ANNOTATIONS = sys.version_info >= (3, 14)


def fault(path, lines, line, column, code, message):
    source = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return {"path": path, "line": line, "column": column, "code": code, "message": message,
            "source": source}


def guarded(tree, names):
    """Returns the ids of all nodes below a try that handles one of the errors."""
    below = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Try) and any(handles(one, names) for one in node.handlers):
            for part in node.body:
                below.update(id(inner) for inner in ast.walk(part))
    return below


def handles(handler, names):
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in names for kind in kinds)


def missing_modules(path, lines, tree):
    safe = guarded(tree, {"ImportError", "ModuleNotFoundError", "Exception"})
    for node in ast.walk(tree):
        if id(node) in safe:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        else:
            continue
        for name in names:
            top = name.split(".")[0]
            if not known_module(top):
                yield fault(path, lines, node.lineno, node.col_offset + 1, "ModuleNotFoundError",
                            "no module named '%s' here: use the standard library" % top)


def known_module(top):
    if top in getattr(sys, "stdlib_module_names", ()) or top in sys.builtin_module_names:
        return True
    try:
        return top in ("pytest", "_pytest") or importlib.util.find_spec(top) is not None
    except (ImportError, ValueError):
        return True


def undefined_names(path, lines, source, tree):
    if looks_dynamic(tree):
        return
    top = symtable.symtable(source, path, "exec")
    defined = {one.get_name() for one in top.get_symbols() if one.is_assigned() or one.is_imported()
               or one.is_namespace()}
    scopes = list(below(top))
    for scope in scopes:
        defined |= {one.get_name() for one in scope.get_symbols()
                    if one.is_declared_global() and (one.is_assigned() or one.is_imported())}
    safe = guarded(tree, {"NameError", "Exception"}) | annotations(tree)
    told = set()
    for node in ast.walk(tree):
        if (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in safe
                and node.id not in KNOWN and node.id not in defined and node.id not in told
                and is_global_somewhere(scopes, node)):
            told.add(node.id)
            yield fault(path, lines, node.lineno, node.col_offset + 1, "NameError",
                        "name '%s' is not defined" % node.id)


def below(scope):
    yield scope
    for child in scope.get_children():
        yield from below(child)


def is_global_somewhere(scopes, node):
    """Whether the name is looked up among the module's names and in no scope as its own.

    A name that is local in one function and unknown in another is left alone: which scope this
    node belongs to is not worked out, and a wrong alarm costs more than a missed one.
    """
    found = [scope.lookup(node.id) for scope in scopes if node.id in scope.get_identifiers()]
    return bool(found) and all(one.is_global() or (one.is_referenced() and not one.is_assigned()
                               and not one.is_parameter() and not one.is_imported()
                               and not one.is_free()) for one in found)


def looks_dynamic(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            return True
        if isinstance(node, ast.Name) and node.id in ("globals", "exec", "vars", "locals"):
            return True
        if isinstance(node, ast.FunctionDef) and node.name == "__getattr__":
            return True
    return False


def annotations(tree):
    """Returns the ids of nodes in annotations, where they are never evaluated."""
    lazy = LAZY_ANNOTATIONS or any(
        isinstance(node, ast.ImportFrom) and node.module == "__future__"
        and any(alias.name == "annotations" for alias in node.names) for node in tree.body)
    found = set()
    if not lazy:
        return found
    for node in ast.walk(tree):
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if part is not None:
                found.update(id(inner) for inner in ast.walk(part))
    return found


def check(path):
    with open(path, "rb") as file:
        raw = file.read()
    lines = raw.decode("utf-8", "replace").splitlines()
    try:
        compile(raw, path, "exec", dont_inherit=True)
        tree = ast.parse(raw, path)
        source = raw.decode("utf-8-sig")
    except SyntaxError as error:
        return [fault(path, lines, error.lineno or 0, max(error.offset or 0, 0),
                      type(error).__name__, error.msg or "invalid syntax")]
    except (ValueError, RecursionError, MemoryError) as error:
        return [fault(path, lines, 0, 0, type(error).__name__, str(error) or "cannot be read")]
    faults = list(missing_modules(path, lines, tree))
    faults += undefined_names(path, lines, source, tree)
    return sorted(faults, key=lambda one: (one["line"], one["column"]))


def main(paths):
    warnings.simplefilter("ignore")
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if entry and os.path.abspath(entry) != here]
    sys.path.append(os.getcwd())
    faults = [one for path in paths for one in check(path)]
    for one in faults:
        print(json.dumps(one))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
