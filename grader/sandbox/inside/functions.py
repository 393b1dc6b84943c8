"""Syntax facts of a program's functions, computed in the child from the trees that `reading` made.

Facts serve style rules ("one loop", "no ``np.convolve``") and messages; they are not security. All
walks are iterative, since the depth of a tree is the student's choice.
"""

from __future__ import annotations

import _ast
from bisect import bisect_right

from .tree import children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .reading import Statement

MAX_FUNCTIONS = 1000
MAX_CLOSED = 200
"""With more names than this, calls are not followed: the work grows with their square."""

_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, _ast.ClassDef, _ast.Lambda)
_LOOPS = (_ast.For, _ast.AsyncFor, _ast.While, _ast.comprehension)
_REACHING = (_ast.Name, _ast.Attribute, _ast.Subscript, _ast.Call)
"""Expressions by which something imported is reached."""

_OF_FRAMES = ("Module", "object")
"""The classes from which those of a sheet inherit."""

_IMPORTERS = ("__import__", "importlib.import_module")


class Function:
    """The raw facts of one function, method or class, before its callees are added."""

    __slots__ = ("blank", "calls", "cell", "kind", "line", "loops", "name")

    def __init__(self, name: str, kind: str, cell: int, line: int) -> None:
        self.name = name
        self.kind = kind
        self.cell = cell
        self.line = line
        self.blank = False
        self.loops = 0
        self.calls: list[str] = []


class Definitions:
    """What a name stands for where it is called; a sheet may ask for one function twice."""

    def __init__(self, functions: list[Function], ends: tuple[int, ...]) -> None:
        self.ends = ends
        self.by_name: dict[str, list[Function]] = {}
        for function in functions:
            self.by_name.setdefault(function.name, []).append(function)

    def of(self, name: str, cell: int) -> Function | None:
        """The last definition in or before a cell's problem; if all come later, the last of all."""
        found = self.by_name.get(name, [])
        so_far = bisect_right(found, self.ends[cell], key=lambda function: function.cell)
        return found[so_far - 1] if found else None

    def called(self, name: str, cell: int) -> Function | None:
        """What a call of a name runs: for a class its ``__init__``."""
        found = self.of(name, cell)
        if found is not None and found.kind == "class":
            return self.of(f"{name}.__init__", cell)
        return found


def facts(
    cells: list[list[Statement]], ends: tuple[int, ...] | None = None
) -> list[dict[str, Any]]:
    """One record per top-level function, class and method (``Class.method``), in order.

    ``ends`` has for each cell the last one of its problem (all are of one if it is None): what a
    function calls is what stands there then, and a later problem may have its own of that name.

    Loops (``for``, ``while``, each ``for`` of a comprehension) include those of the functions of
    the same program that are called, transitively, each function once. ``own_loops`` are without
    them, and ``callees`` the names of those that are called directly. ``calls`` are dotted names
    with the import aliases resolved (``np.convolve`` is ``numpy.convolve``), those of the callees
    too; what is imported counts as soon as it is mentioned (``map(np.convolve, ...)``). ``numpy.*``
    stands for a name that is worked out while the program runs (``getattr(np, name)``), ``*`` for
    such a module.
    """
    nodes = [[entry.node for entry in cell if entry.node is not None] for cell in cells]
    aliases, stars = _aliases([node for cell in nodes for node in cell], {})
    functions: list[Function] = []
    for index, cell in enumerate(nodes):
        for definition in _definitions(cell):
            functions += _functions(definition, index, aliases)
    functions = functions[:MAX_FUNCTIONS]
    known = Definitions(functions, ends or (len(cells) - 1,) * len(cells))
    edges = _edges(functions, known)
    order = {function: place for place, function in enumerate(functions)}
    records = []
    for function in functions:
        callees = sorted(_reached(function, edges) - {function}, key=order.__getitem__)
        record = _record(function, callees, known, stars)
        record["callees"] = tuple(sorted(callee.name for callee in edges[function]))
        records.append(record)
    return records


def is_frame(node: Any) -> bool:
    """Whether a statement defines a function or class that does nothing, as the sheet has it.

    One with a decorator, and a class that inherits from others than a sheet's does, may do much.
    """
    if not isinstance(node, (*_FUNCTIONS, _ast.ClassDef)) or node.decorator_list:
        return False
    if isinstance(node, _FUNCTIONS):
        return _is_blank(node.body)
    if any(getattr(base, "attr", getattr(base, "id", "")) not in _OF_FRAMES for base in node.bases):
        return False
    methods = [member for member in node.body if isinstance(member, _FUNCTIONS)]
    others = [member for member in node.body if not isinstance(member, _FUNCTIONS)]
    return _is_blank(others) and all(_is_blank(method.body) for method in methods)


def blank_places(functions: list[dict[str, Any]]) -> tuple[set[tuple[int, int]], set[str]]:
    """The (cell, line) of the functions left blank, and the names of the blank classes."""
    places = {(one["cell"], one["line"]) for one in functions if one["blank"]}
    last = {one["name"]: one for one in functions}
    classes = {name for name, one in last.items() if one["kind"] == "class" and one["blank"]}
    return places, classes


def _definitions(nodes: list[Any]) -> Iterator[_ast.stmt]:
    """Functions, classes and named lambdas of the top level, also below ``if``, ``try`` etc.

    One inside of a function that declares its name ``global`` is of the top level too.
    """
    stack: list[_ast.AST] = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if isinstance(node, (*_FUNCTIONS, _ast.ClassDef)):
            yield node
            stack.extend(reversed(_made_global(node)))
        elif isinstance(node, _ast.Assign):
            if isinstance(node.value, _ast.Lambda) and isinstance(node.targets[0], _ast.Name):
                yield node
        elif isinstance(node, _ast.stmt | _ast.ExceptHandler | _ast.match_case):
            stack.extend(reversed(children(node)))


def _made_global(node: Any) -> list[_ast.AST]:
    """The functions and classes right inside of a function that it declares ``global``."""
    names: set[str] = set()
    found: list[Any] = []
    stack: list[_ast.AST] = list(reversed(node.body)) if isinstance(node, _FUNCTIONS) else []
    while stack:
        inner = stack.pop()
        if isinstance(inner, _ast.Global):
            names.update(inner.names)
        elif isinstance(inner, (*_FUNCTIONS, _ast.ClassDef)):
            found.append(inner)
        elif isinstance(inner, _ast.stmt | _ast.ExceptHandler | _ast.match_case):
            stack.extend(reversed(children(inner)))
    return [inner for inner in found if inner.name in names]


def _functions(node: Any, cell: int, aliases: dict[str, str]) -> list[Function]:
    if isinstance(node, _ast.Assign):
        target: Any = node.targets[0]
        function = Function(target.id, "function", cell, node.lineno)
        _fill(function, node.value, [node.value.body], aliases, "")  # type: ignore[attr-defined]
        return [function]
    if not isinstance(node, _ast.ClassDef):
        function = Function(node.name, "function", cell, _first_line(node))
        _fill(function, node, node.body, aliases, "")
        return [function]
    whole = Function(node.name, "class", cell, _first_line(node))
    found = [whole]
    for member in node.body:
        if isinstance(member, _FUNCTIONS):
            method = Function(f"{node.name}.{member.name}", "method", cell, _first_line(member))
            _fill(method, member, member.body, aliases, node.name)
            found.append(method)
    others = [member for member in node.body if not isinstance(member, _FUNCTIONS)]
    made = [method for method in found[1:] if method.name.endswith(".__init__")] or found[1:]
    whole.blank = _is_blank(others) and all(method.blank for method in made)
    return found


def _first_line(node: Any) -> int:
    """The line of the first decorator, as in the function's code object."""
    lines: list[int] = [node.lineno, *(decorator.lineno for decorator in node.decorator_list)]
    return min(lines)


def _is_blank(body: list[Any]) -> bool:
    """As the sheet had it: a docstring, ``...``, ``pass`` or ``raise NotImplementedError``."""
    return all(_is_filler(node) for node in body)


def _is_filler(node: Any) -> bool:
    if isinstance(node, _ast.Pass):
        return True
    if isinstance(node, _ast.Expr | _ast.Return) and isinstance(node.value, _ast.Constant):
        value = node.value.value
        return value is ... or (isinstance(node, _ast.Expr) and isinstance(value, str))
    if isinstance(node, _ast.Raise):
        raised = node.exc.func if isinstance(node.exc, _ast.Call) else node.exc
        return isinstance(raised, _ast.Name) and raised.id == "NotImplementedError"
    return False


def _fill(
    function: Function, node: Any, body: list[Any], aliases: dict[str, str], owner: str
) -> None:
    parameters = [*node.args.posonlyargs, *node.args.args]
    function.blank = _is_blank(body)
    local, _ = _aliases(body, {**aliases, **_defaults(node.args, aliases)})
    first = parameters[0].arg if owner and parameters else None
    stack: list[_ast.AST] = [*reversed(body), *getattr(node, "decorator_list", ())]
    while stack:
        inner = stack.pop()
        if isinstance(inner, _ast.Assert) and not _binds(inner):
            continue  # a check of what the program has worked out by itself
        function.loops += isinstance(inner, _LOOPS)
        if isinstance(inner, _ast.Call):
            name = _dotted(inner.func)
            if name:
                function.calls.append(_resolve(name, local, first, owner))
        mentioned = _imported(inner, local) if isinstance(inner, _REACHING) else ""
        if "." in mentioned or mentioned == "*":
            function.calls.append(mentioned)
            if isinstance(inner, _ast.Attribute) and not _dotted(inner).startswith("."):
                continue  # ``np.lib`` is no mention of its own in ``np.lib.stride_tricks``
        stack.extend(reversed(children(inner)))


def _binds(node: Any) -> bool:
    """Whether something in an expression is given a name (``:=``)."""
    stack = [node]
    while stack:
        inner = stack.pop()
        if isinstance(inner, _ast.NamedExpr):
            return True
        stack.extend(children(inner))
    return False


def _dotted(node: Any) -> str:
    """``a.b.c`` for names and their attributes, ``.c`` for an attribute of something else."""
    parts: list[str] = []
    while isinstance(node, _ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, _ast.Name):
        parts.append(node.id)
    elif parts:
        parts = [parts[0], ""]
    return ".".join(reversed(parts))


def _imported(node: Any, aliases: dict[str, str]) -> str:
    """The full name of something imported, however it is reached; empty for all else.

    ``getattr(np, "con" + "volve")`` and ``__import__("numpy").convolve`` are ``numpy.convolve``.
    """
    parts: list[str] = []
    while True:
        if isinstance(node, _ast.Attribute):
            parts.append(node.attr)
            node = node.value
        elif isinstance(node, _ast.Subscript) and (module := _looked_into(node.value)):
            parts.append(_text(node.slice) or "*")  # ``vars(np)["convolve"]``
            node = module
        elif isinstance(node, _ast.Call) and len(node.args) > 1 and _dotted(node.func) == "getattr":
            parts.append(_text(node.args[1]) or "*")
            node = node.args[0]
        else:
            break
    head = aliases.get(node.id, "") if isinstance(node, _ast.Name) else _module(node, aliases)
    return ".".join([head, *reversed(parts)]) if head else ""


def _module(node: Any, aliases: dict[str, str]) -> str:
    """The module that ``__import__`` or ``importlib.import_module`` gives; empty for all else."""
    if not isinstance(node, _ast.Call) or not node.args:
        return ""
    name = _dotted(node.func)
    head, dot, rest = name.partition(".")
    if aliases.get(head, head) + dot + rest not in _IMPORTERS:
        return ""
    module = _text(node.args[0])
    return (module.partition(".")[0] if name == "__import__" else module) or "*"


def _looked_into(node: Any) -> Any:
    """The module in ``module.__dict__`` and ``vars(module)``; None for all else."""
    if isinstance(node, _ast.Attribute):
        return node.value if node.attr == "__dict__" else None
    if isinstance(node, _ast.Call) and len(node.args) == 1 and _dotted(node.func) == "vars":
        return node.args[0]
    return None


def _text(node: Any) -> str:
    """A text that stands in the program, in one piece or joined by ``+``; else empty."""
    parts: list[str] = []
    stack = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, _ast.BinOp) and isinstance(part.op, _ast.Add):
            stack += [part.right, part.left]
        elif isinstance(part, _ast.Constant) and isinstance(part.value, str):
            parts.append(part.value)
        else:
            return ""
    return "".join(parts)


def _defaults(arguments: Any, aliases: dict[str, str]) -> dict[str, str]:
    """What is imported and given to a parameter: ``def f(x, conv=np.convolve)``."""
    positional = [*arguments.posonlyargs, *arguments.args]
    given = positional[len(positional) - len(arguments.defaults) :]
    pairs = [
        *zip(given, arguments.defaults, strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    found = {parameter.arg: _imported(default, aliases) for parameter, default in pairs}
    return {name: imported for name, imported in found.items() if imported}


def _resolve(name: str, aliases: dict[str, str], first: str | None, owner: str) -> str:
    head, dot, rest = name.partition(".")
    if head == first and rest and "." not in rest:
        return f"{owner}.{rest}"
    return aliases.get(head, head) + dot + rest


def _aliases(nodes: list[Any], known: dict[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What imported names stand for, and the modules of ``import *``; not inside functions."""
    aliases = dict(known)
    stars: list[str] = []
    stack: list[_ast.AST] = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if isinstance(node, _SCOPES):
            continue
        if isinstance(node, _ast.Import):
            for alias in node.names:
                head = alias.name.partition(".")[0]
                aliases[alias.asname or head] = alias.name if alias.asname else head
        elif isinstance(node, _ast.ImportFrom) and node.module:
            for alias in node.names:
                if alias.name == "*":
                    stars.append(node.module)
                else:
                    aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        elif isinstance(node, _ast.Assign) and isinstance(node.targets[0], _ast.Name):
            # ``conv = np.convolve`` is an alias too
            if imported := _imported(node.value, aliases):
                aliases[node.targets[0].id] = imported
        elif isinstance(node, _ast.stmt):
            stack.extend(reversed(children(node)))
    return aliases, tuple(dict.fromkeys(stars))


def _edges(functions: list[Function], known: Definitions) -> dict[Function, set[Function]]:
    """Caller -> callees. A class leads to its methods."""
    edges: dict[Function, set[Function]] = {function: set() for function in functions}
    if len(known.by_name) > MAX_CLOSED:
        return edges
    for function in functions:
        callees = (known.called(name, function.cell) for name in function.calls)
        edges[function].update(callee for callee in callees if callee is not None)
        owner = known.of(function.name.partition(".")[0], function.cell)
        if function.kind == "method" and owner is not None:
            edges[owner].add(function)
    return edges


def _reached(start: Function, edges: dict[Function, set[Function]]) -> set[Function]:
    """All that ``start`` calls, directly or not; itself only if it is recursive."""
    found: set[Function] = set()
    stack = list(edges[start])
    while stack:
        function = stack.pop()
        if function not in found:
            found.add(function)
            stack.extend(edges[function])
    return found


def _record(
    function: Function, callees: list[Function], known: Definitions, stars: tuple[str, ...]
) -> dict[str, Any]:
    together = [function, *callees]
    calls: dict[str, None] = {}
    for one in together:
        for name in one.calls:
            calls[name] = None
            if "." not in name and name not in known.by_name:
                calls.update(dict.fromkeys(f"{module}.{name}" for module in stars))
    return {
        "name": function.name,
        "kind": function.kind,
        "cell": function.cell,
        "line": function.line,
        "blank": function.blank,
        "loops": sum(one.loops for one in together),
        "own_loops": function.loops,
        "calls": tuple(calls),
    }
