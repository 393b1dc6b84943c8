"""Functions and classes that a line in column 0 cuts in two, and what it has cut off.

Where only the rest of a function can stand below such a line, the function is broken. Where what
stands below is valid Python too (a ``def`` that takes the rest for its own, methods that begin in
column 0), nothing is broken here: it is noted, and told once nothing has come of the function or
class. So a program that is right is never touched.

Loaded by path in the child, before anything of the program runs.
"""

from __future__ import annotations

import _ast
import builtins

from .tree import DEFINITIONS, FUNCTIONS, assigned_names, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .reading import Details, Statement

    Loose = tuple[str, str, int, int, str]
    """What hangs loose: its kind, the class or function that it belongs to, and two lines.

    ``method`` (begins in column 0; last its name), ``nested`` (a method inside of something else;
    the second line is its own) and ``rest`` (what stands below at the second line uses a name, told
    last, that only the function has); ``class`` is where a class begins.
    """

CUT = ("IndentationError", "expected an indented line")

_BLOCKS = (
    *(_ast.For, _ast.AsyncFor, _ast.While, _ast.If, _ast.With, _ast.AsyncWith, _ast.Try),
    *(_ast.Match, *DEFINITIONS),
)


def with_cuts(statements: list[Statement]) -> list[Statement]:
    """The same, with each function that is cut in two as one that cannot be read.

    A line in column 0 ends a function. If what is below can only be the rest of it, what is above
    is not what its author wrote, though it may be valid Python.
    """
    kept: list[Statement] = []
    owner: int | None = None
    for statement in statements:
        if statement.defines and not statement.rest:
            if owner is not None and owner == len(kept) - 1 and statement.names:
                _outdented(statement, kept[owner])
            owner = len(kept)
        if (
            not statement.rest
            or owner is None
            or (statement.rest == "block" and owner + 1 < len(kept))
            or not _goes_on(kept[owner], statement.rest)
            or (_is_pasted(statement) and not _takes(kept[owner], statement))
        ):
            kept.append(statement)
            continue
        whole = kept[owner]
        if _is_pasted(statement) and owner == len(kept) - 1:
            whole.error, whole.line = statement.error, statement.head  # pasted with other signs
            whole.code, whole.node = None, None
        elif whole.error is None:
            stray = kept[owner + 1] if owner + 1 < len(kept) else statement
            _cut(whole, stray.head, statement.line)
            kept[owner + 1 :] = [one for one in kept[owner + 1 :] if not _is_indented(one)]
        whole.tail = statement
        whole.names = tuple(dict.fromkeys((*whole.names, *statement.names)))
    return kept


def _is_indented(statement: Statement) -> bool:
    return statement.error is not None and statement.error[1] == "unexpected indent"


def _is_pasted(statement: Statement) -> bool:
    """Whether it is what was pasted with other signs, such as those of a diff."""
    return statement.error is not None and len(statement.error) > 2


def _takes(definition: Statement, pasted: Statement) -> bool:
    """Whether a function works with names that pasted lines have, or is broken anyway."""
    node = definition.node
    if not isinstance(node, FUNCTIONS):
        return node is None
    return _mentioned(pasted, _own_names(node)) is not None


def _goes_on(definition: Statement, rest: str) -> bool:
    """Whether a rest may be that of a function or class: all of it that matters was not there."""
    node = definition.node
    if node is None:
        return True  # which is broken anyway
    return not _is_complete(node) or (rest == "class" and isinstance(node, _ast.ClassDef))


def _cut(definition: Statement, stray: int, rest: int) -> None:
    """Makes of a function one that is cut in two at a line, and goes on at another."""
    name = definition.names[0]
    key = "cut-off" if stray == rest else "cut-in-two"
    details: Details = {"name": name} if stray == rest else {"name": name, "place": rest}
    definition.error = (*CUT, key, details)
    definition.line, definition.code, definition.node = stray, None, None


def _outdented(method: Statement, above: Statement) -> None:
    """Says so of a broken function right below a class that is one of its methods."""
    if method.kind != "method" or not (above.kind == "class" or above.owner):
        return
    method.owner = above.owner or above.names[0]
    if method.error is not None and method.error[1].startswith("unindent does not match"):
        method.line = method.head
        details: Details = {"name": method.names[0], "owner": method.owner}
        method.error = (*CUT, "outdented-method", details)


def loose_parts(statements: list[Statement]) -> list[Loose]:
    """What may belong to a class or function above it, in the order of the source."""
    found: list[Loose] = []
    owner = ""
    for number, statement in enumerate(statements):
        if number > 0:
            found += _taken_from(statements[number - 1], statement)
        if number > 1 and statement.rest and _is_indented(statement):
            found += _left_below(*statements[number - 2 : number + 1])
        if statement.kind == "class" and statement.names:
            owner = statement.names[0]
            found.append(("class", owner, statement.head, 0, ""))
        elif statement.kind == "method" and statement.names:
            found.append(("method", owner, statement.head, 0, statement.names[0]))
        if isinstance(statement.node, FUNCTIONS):
            found += _nested(owner, statement)
    return found


def _nested(owner: str, statement: Statement) -> list[Loose]:
    """The methods inside of something else."""
    node: Any = statement.node
    methods = [one for one in node.body if isinstance(one, FUNCTIONS) and takes_self(one)]
    return [("nested", owner, statement.head, one.lineno, one.name) for one in methods]


def _taken_from(above: Statement, below: Statement) -> list[Loose]:
    """What stands below a function or class and seems to be its rest."""
    node: Any = above.node
    found: list[Loose] = []
    if isinstance(node, _ast.ClassDef):
        inner: Any = below.node
        if isinstance(inner, _ast.ClassDef) and not inner.bases and not _has_constructor(inner):
            found += _nested(above.names[0], below)
        if below.tail is not None:
            found += _methods_in(below.tail, above.names[0], below.head)
        node = node.body[-1]
    if isinstance(node, FUNCTIONS) and not _is_complete(node):
        foreign = _foreign(node, below)
        if foreign is not None:
            found.append(("rest", above.names[0], below.head, *foreign))
    return found


def _left_below(owner: Statement, stray: Statement, rest: Statement) -> list[Loose]:
    """What is indented below a definition that is whole, and is the rest of the one above that."""
    node: Any = owner.node
    if isinstance(node, _ast.ClassDef):
        node = node.body[-1]
    if not isinstance(node, FUNCTIONS) or not isinstance(stray.node, DEFINITIONS):
        return []
    found = _methods_in(rest, owner.names[0], stray.head)
    if not _is_complete(node):
        found.append(("rest", owner.names[0], stray.head, rest.head, ""))
    return found


def _methods_in(rest: Statement, owner: str, stray: int) -> list[Loose]:
    """The methods in lines that cannot be read."""
    import re

    method = re.compile(r"[ \t]+(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\([ \t]*self\b")
    heads = (method.match(line[:1000]) for line in rest.lines)
    return [("nested", owner, stray, rest.head, head[1]) for head in heads if head]


def _has_constructor(node: Any) -> bool:
    return any(isinstance(one, FUNCTIONS) and one.name == "__init__" for one in node.body)


def takes_self(function: Any) -> bool:
    """Whether a function is written as a method."""
    parameters = [*function.args.posonlyargs, *function.args.args]
    return bool(parameters) and parameters[0].arg == "self"


def _foreign(function: Any, below: Statement) -> tuple[int, str] | None:
    """Where what stands below uses a name before it has one there, and which; None if nowhere.

    It is a name of the function's own, as its parameters are. What is broken by a ``return``
    outside of a function uses the empty name.
    """
    own = _own_names(function)
    if below.node is not None:
        return _unbound(below.node, own)
    if below.error is not None and below.error[1] == "'return' outside function":
        return below.line, ""
    return _mentioned(below.tail or below, own)


def _mentioned(below: Statement, own: set[str]) -> tuple[int, str] | None:
    """The same of lines that cannot be read: what an indented one names, and the first does not.

    If the first is indented too, it counts as the others do.
    """
    import re

    words = re.compile(r"[^\W\d]\w*")
    for number, line in enumerate(below.lines[:1000]):
        found = words.findall(line[:1000].partition("#")[0])
        if line[:1] not in (" ", "\t"):
            own = own.difference(found if number == 0 else ())
        elif mentioned := next((name for name in found if name in own), None):
            return below.head + number, mentioned
    return None


def _own_names(function: Any) -> set[str]:
    names = _parameters(function) | set(assigned_names(function.body))
    return names - {"self", *dir(builtins)}


def _unbound(node: Any, own: set[str]) -> tuple[int, str] | None:
    """The first line that loads one of these names before a statement has given it a value."""
    bound: set[str] = set()
    body = [node]
    if isinstance(node, FUNCTIONS):
        bound, body = _parameters(node), node.body
        bound |= {name for name in _declared(node) if name in own}
    for statement in body:
        if isinstance(statement, _BLOCKS):
            bound |= set(assigned_names([statement]))
        for part in _loads(statement):
            if part.id in own and part.id not in bound:
                return part.lineno, part.id
        bound |= set(assigned_names([statement]))
    return None


def _parameters(function: Any) -> set[str]:
    arguments = function.args
    found = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    found += [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
    return {one.arg for one in found}


def _declared(function: Any) -> set[str]:
    """The names that a function takes from outside in so many words."""
    names: set[str] = set()
    for part in _walk(function):
        if isinstance(part, _ast.Global | _ast.Nonlocal):
            names.update(part.names)
    return names


def _loads(statement: Any) -> list[Any]:
    """The names that a statement works with in the order of lines, but for inner functions' own."""
    found: list[Any] = []
    stack: list[tuple[Any, frozenset[str]]] = [(statement, frozenset())]
    while stack:
        part, inner = stack.pop()
        if isinstance(part, (*FUNCTIONS, _ast.Lambda)):
            inner |= _parameters(part)
            if not isinstance(part, _ast.Lambda):
                inner |= set(assigned_names(part.body))
        elif generators := getattr(part, "generators", ()):
            targets = [target for one in generators for target in _walk(one.target)]
            inner |= {target.id for target in targets if isinstance(target, _ast.Name)}
        elif isinstance(part, _ast.Name) and part.id not in inner:
            found += [part] if isinstance(part.ctx, _ast.Load) else []
        stack += [(child, inner) for child in children(part)]
    return sorted(found, key=lambda part: (part.lineno, part.col_offset))


def _walk(node: Any) -> list[Any]:
    found = [node]
    for part in found:
        found += children(part)
    return found


def _is_complete(node: _ast.AST) -> bool:
    """Whether nothing that stood below could be reached: a function ends by a ``return``."""
    last: Any = node
    while isinstance(last, (*FUNCTIONS, _ast.ClassDef, _ast.With, _ast.If)):
        if isinstance(last, _ast.If):
            if not last.orelse or not _is_complete(last.body[-1]):
                return False
            last = last.orelse[-1]
        else:
            last = last.body[-1]
    if isinstance(last, _ast.Raise):
        return "NotImplementedError" not in _names_in(last)
    return isinstance(last, _ast.Return) and not _is_ellipsis(last.value)


def _names_in(node: _ast.AST) -> set[str]:
    found: set[str] = set()
    stack = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, _ast.Name):
            found.add(one.id)
        stack += children(one)
    return found


def _is_ellipsis(node: _ast.AST | None) -> bool:
    return isinstance(node, _ast.Constant) and node.value is ...
