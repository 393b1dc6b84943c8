"""Programs with one place changed: how far a program is from one that gives what it should.

A term that is taken away, a statement that is left out, one name or number for another: each is one
change, and they are known by their numbers. The grader has them tried, and compares what comes. So
a program with a single mistake shows what the rest of it is worth, whatever the mistake is called.
No change brings in anything that the program does not have: it takes away, exchanges, or moves by
one.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .tree import DEFINITIONS, FUNCTIONS, assigned_names, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Replaced = tuple[tuple[Any, Any, Any], ...]
    """What goes where: an owner, the name of a field or the place in a list, and what it gets."""

MOST = 270
"""So many changes are tried of a program, the likeliest first."""

_MOST_NAMES = 8
_MOST_NUMBERS = 8
_LARGEST = 4096
_MODULES = ("np", "numpy", "math", "torch", "nn", "F", "functional", "self", "super")
_MODES = ("constant", "edge", "symmetric", "wrap")
_LEFT_OUT = (_ast.Assign, _ast.AugAssign, _ast.AnnAssign, _ast.Expr, _ast.Delete)
_OTHER_OPERATORS = {
    _ast.Add: (_ast.Sub,),
    _ast.Sub: (_ast.Add,),
    _ast.Mult: (_ast.Add, _ast.FloorDiv),
    _ast.Div: (_ast.Mult,),
    _ast.FloorDiv: (_ast.Mult,),
}
_OTHER_COMPARISONS = {
    _ast.Lt: _ast.LtE,
    _ast.LtE: _ast.Lt,
    _ast.Gt: _ast.GtE,
    _ast.GtE: _ast.Gt,
}


def all_changes(definition: Any) -> Iterator[tuple[int, int, Replaced]]:
    """All changes of a definition: how unlikely each is, its line, and what goes where.

    From 0, what is written and should not be (a statement, a layer, a parameter for another), to 5,
    one name for another, of which there are most. All of one kind are tried before the next.
    """
    functions = [one for one in below(definition) if isinstance(one, FUNCTIONS)]
    if isinstance(definition, _ast.ClassDef):
        for line, replaced in _without_layers(definition):
            yield 0, line, replaced
    for function in functions:
        steering = _steering(function)
        for statements in _bodies(function):
            for place, statement in enumerate(statements):
                if steering.isdisjoint(assigned_names([statement])):
                    for kind, replaced in _of_statement(statements, place, statement, function):
                        yield kind, statement.lineno, replaced
        numbers = _numbers(function)
        names = _names(function)
        for node in below(function):
            for owner, key, value in _expressions(node):
                for kind, new in _others(value, numbers, names):
                    yield kind, value.lineno, ((owner, key, new),)
            for kind, replaced in _of_node(node):
                yield kind, node.lineno, replaced


def _of_statement(
    statements: list[Any], place: int, statement: Any, function: Any
) -> Iterator[tuple[int, Replaced]]:
    """A statement left out, or one about another parameter; a sum for a value, and the reverse."""
    if isinstance(statement, _LEFT_OUT) and not _is_text(statement):
        yield 0, ((statements, place, _placed(_ast.Pass(), statement)),)
        parameters = [one.arg for one in function.args.args if one.arg != "self"]
        used = [one for one in below(statement) if isinstance(one, _ast.Name)]
        own = {one.id for one in used}.intersection(parameters)
        if len(own) == 2:
            one_name, other_name = own
            exchanged = {one_name: other_name, other_name: one_name}
            yield 1, tuple((one, "id", exchanged[one.id]) for one in used if one.id in own)
        if len(own) == 1:
            for other in parameters:
                if other not in own:
                    yield 0, tuple((one, "id", other) for one in used if one.id in own)
        following = statements[place + 1 : place + 2]
        if following and isinstance(following[0], _LEFT_OUT):
            yield 2, ((statements, place, following[0]), (statements, place + 1, statement))
    if isinstance(statement, _ast.Assign) and statements is not function.body:
        renamed = _with_a_name_of_its_own(statement, statements[place + 1 :])
        if renamed:
            yield 1, renamed
    if isinstance(statement, _ast.AugAssign):
        target = _as_read(statement.target, _ast.Store())
        new = _ast.Assign(targets=[target], value=statement.value)
        yield 1, ((statements, place, _placed(new, statement)),)
    elif isinstance(statement, _ast.Assign) and len(statement.targets) == 1:
        (target,) = statement.targets
        if isinstance(target, _ast.Subscript | _ast.Attribute | _ast.Name):
            added = _ast.AugAssign(target=target, op=_ast.Add(), value=statement.value)
            yield 4, ((statements, place, _placed(added, statement)),)


def _with_a_name_of_its_own(statement: Any, following: list[Any]) -> Replaced:
    """``x = x[i]`` in a loop, and what comes after it there, with another name for the result."""
    (target,) = statement.targets if len(statement.targets) == 1 else (None,)
    own = getattr(target, "id", "")
    if not own or own not in {getattr(one, "id", "") for one in below(statement.value)}:
        return ()
    later = [one for each in following for one in below(each) if getattr(one, "id", "") == own]
    return tuple((one, "id", f"{own}_of_its_own") for one in (target, *later))


def _of_node(node: Any) -> Iterator[tuple[int, Replaced]]:
    """Two arguments or operands exchanged, another operator, a layer of a sequence left out."""
    if isinstance(node, _ast.Call) and not any(isinstance(a, _ast.Starred) for a in node.args):
        if len(node.args) == 2:
            yield 1, ((node, "args", node.args[::-1]),)
        if getattr(node.func, "id", "") == "range":
            for place, end in enumerate(node.args[:2]):
                for moved in _moved(end):
                    yield 4, ((node.args, place, moved),)
            if len(node.args) == 2:  # from 0 on, to the same end or to what is left of it
                for end in (node.args[1], *_inner(node.args[1])):
                    yield 1, ((node, "args", [end]),)
        if getattr(node.func, "attr", "") == "Sequential":
            for place in range(len(node.args)):
                yield 0, ((node, "args", node.args[:place] + node.args[place + 1 :]),)
    elif isinstance(node, _ast.Tuple) and isinstance(node.ctx, _ast.Load) and len(node.elts) == 2:
        yield 1, ((node, "elts", node.elts[::-1]),)
    elif isinstance(node, _ast.BinOp):
        if isinstance(node.op, _ast.Sub | _ast.Div | _ast.MatMult | _ast.FloorDiv):
            yield 3, ((node, "left", node.right), (node, "right", node.left))
        for other in _OTHER_OPERATORS.get(type(node.op), ()):
            yield 3, ((node, "op", other()),)
    elif isinstance(node, _ast.Slice):
        if node.lower is not None and node.upper is not None:
            # a window that begins elsewhere and is as long as before
            size = _placed(_ast.BinOp(left=node.upper, op=_ast.Sub(), right=node.lower), node.upper)
            for start in _inner(node.lower):
                end = _placed(_ast.BinOp(left=start, op=_ast.Add(), right=size), node.upper)
                yield 1, ((node, "lower", start), (node, "upper", end))
        for field in ("lower", "upper"):
            end = getattr(node, field)
            if end is not None:
                for moved in _moved(end):
                    yield 4, ((node, field, moved),)
    elif isinstance(node, _ast.Compare) and len(node.ops) == 1:
        comparison = _OTHER_COMPARISONS.get(type(node.ops[0]))
        if comparison is not None:
            yield 3, ((node, "ops", [comparison()]),)


def _others(value: Any, numbers: list[int], names: list[str]) -> Iterator[tuple[int, Any]]:
    """What an expression may be in place of what it is, and how unlikely that is."""
    for inner in _inner(value):
        yield 1, inner
        if isinstance(value, _ast.Call | _ast.Subscript | _ast.Attribute):
            for innermost in _inner(inner):
                yield 2, innermost
    if isinstance(value, _ast.Slice):
        return
    if isinstance(value, _ast.Constant):
        number = value.value
        if type(number) is int and abs(number) <= _LARGEST:
            near = [n for n in (number - 1, number + 1) if n >= 0]
            for other in dict.fromkeys((*near, *numbers)):
                if other != number:
                    yield 3, _placed(_ast.Constant(value=other), value)
        elif number in _MODES:
            for mode in _MODES:
                if mode != number:
                    yield 2, _placed(_ast.Constant(value=mode), value)
    elif isinstance(value, _ast.Name) and value.id in names:
        for name in names:
            if name != value.id:
                yield 5, _placed(_ast.Name(id=name, ctx=_ast.Load()), value)


def _inner(value: Any) -> Iterator[Any]:
    """What is left of an expression without its outermost operation."""
    if isinstance(value, _ast.UnaryOp):
        yield value.operand
    elif isinstance(value, _ast.BinOp):
        yield value.left
        yield value.right
    elif isinstance(value, _ast.Attribute | _ast.Subscript):
        if not _is_module(value.value):
            yield value.value
    elif isinstance(value, _ast.Call):
        function = value.func
        if isinstance(function, _ast.Attribute) and not _is_module(function.value):
            yield function.value
        is_made = getattr(function, "attr", getattr(function, "id", ""))[:1].isupper()
        if value.args and not is_made and not isinstance(value.args[0], _ast.Starred):
            yield value.args[0]
    elif isinstance(value, _ast.IfExp):
        yield value.body
        yield value.orelse


def _moved(end: Any) -> Iterator[Any]:
    """One more, and one less, than an expression gives."""
    for operator in (_ast.Add(), _ast.Sub()):
        one = _placed(_ast.Constant(value=1), end)
        yield _placed(_ast.BinOp(left=end, op=operator, right=one), end)


def _expressions(node: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The expressions right below a node that are worked out, each with its owner and place."""
    if isinstance(node, _ast.arguments):
        return
    for field in node._fields:
        value = getattr(node, field, None)
        if field in ("func", "decorator_list", "returns", "annotation", "targets", "target"):
            continue
        if isinstance(value, list):
            for place, one in enumerate(value):
                if isinstance(one, _ast.expr):
                    yield value, place, one
        elif isinstance(value, _ast.expr):
            yield node, field, value


def _without_layers(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """A layer left out where it is made and where it is called, if it is called once."""
    made: dict[str, tuple[Any, int]] = {}
    called: dict[str, list[tuple[Any, Any]]] = {}
    mentioned: dict[str, int] = {}
    for method in definition.body:
        if not isinstance(method, FUNCTIONS):
            continue
        for statements in _bodies(method):
            for place, statement in enumerate(statements):
                name = _layer_made(statement)
                if name and method.name == "__init__":
                    made[name] = statements, place
                for one in below(statement):
                    if _is_of_self(one):
                        mentioned[one.attr] = mentioned.get(one.attr, 0) + 1
                if isinstance(statement, _ast.Assign):
                    for one in below(statement.value):
                        function: Any = getattr(one, "func", None)
                        if _is_of_self(function):
                            called.setdefault(function.attr, []).append((statement, one))
    for name, (statements, place) in made.items():
        if mentioned.get(name) != 2 or len(called.get(name, ())) != 1:
            continue
        statement, call = called[name][0]
        if len(call.args) != 1:
            continue
        taken_out = _place_of(statement, call)
        if taken_out is not None:
            owner, key = taken_out
            left_out = _placed(_ast.Pass(), statements[place])
            yield call.lineno, ((statements, place, left_out), (owner, key, call.args[0]))


def _place_of(statement: Any, wanted: Any) -> tuple[Any, Any] | None:
    """Where an expression stands in a statement."""
    for node in below(statement):
        for owner, key, value in _expressions(node):
            if value is wanted:
                return owner, key
    return None


def put(replaced: Replaced) -> Replaced:
    """Puts things in their places; what puts back what was there before."""
    before: list[tuple[Any, Any, Any]] = []
    for owner, key, new in replaced:
        if isinstance(owner, list):
            before.append((owner, key, owner[key]))
            owner[key] = new
        else:
            before.append((owner, key, getattr(owner, key)))
            setattr(owner, key, new)
    return tuple(reversed(before))


# -- trees -----------------------------------------------------------------------------------------


def below(node: Any) -> Iterator[Any]:
    """A node and all nodes below it, in the order of the source."""
    stack = [node]
    while stack:
        one = stack.pop()
        yield one
        stack += reversed(children(one))


def _bodies(function: Any) -> Iterator[list[Any]]:
    """The lists of statements in a function, without those of functions in it."""
    stack = [function]
    while stack:
        one = stack.pop(0)
        for field in ("body", "orelse", "finalbody"):
            statements = getattr(one, field, None)
            if isinstance(statements, list):
                yield statements
                stack += [each for each in statements if not isinstance(each, DEFINITIONS)]


def _steering(function: Any) -> set[str]:
    """The names by which ``while`` loops end: without what they are given, these would not."""
    tests = [one.test for one in below(function) if isinstance(one, _ast.While)]
    return {one.id for test in tests for one in below(test) if isinstance(one, _ast.Name)}


def _numbers(function: Any) -> list[int]:
    """The whole numbers that stand in a function, and 0."""
    found = [
        one.value
        for one in below(function)
        if isinstance(one, _ast.Constant) and type(one.value) is int and 0 <= one.value <= _LARGEST
    ]
    return list(dict.fromkeys((*found, 0)))[:_MOST_NUMBERS]


def _names(function: Any) -> list[str]:
    """The parameters of a function and the variables to which it gives values."""
    names = [one.arg for one in function.args.args if one.arg != "self"]
    names += [
        one.id
        for one in below(function)
        if isinstance(one, _ast.Name) and isinstance(one.ctx, _ast.Store)
    ]
    return list(dict.fromkeys(names))[:_MOST_NAMES]


def _layer_made(statement: Any) -> str:
    """The attribute to which a statement gives what a call makes; empty if it does not."""
    if not isinstance(statement, _ast.Assign) or len(statement.targets) != 1:
        return ""
    (target,) = statement.targets
    is_made = _is_of_self(target) and isinstance(statement.value, _ast.Call)
    return str(getattr(target, "attr", "")) if is_made else ""


def _is_of_self(node: Any) -> bool:
    return isinstance(node, _ast.Attribute) and getattr(node.value, "id", "") == "self"


def _is_module(node: Any) -> bool:
    """Whether it is a module, or what a method has its own things in: no value of its own."""
    while isinstance(node, _ast.Attribute):
        if node.attr not in ("nn", "functional"):
            return False
        node = node.value
    return getattr(node, "id", "") in _MODULES


def _is_text(statement: Any) -> bool:
    return isinstance(statement, _ast.Expr) and isinstance(statement.value, _ast.Constant)


def _as_read(target: Any, context: Any) -> Any:
    """The same place, in another context."""
    fields = {name: getattr(target, name) for name in target._fields if name != "ctx"}
    return _placed(type(target)(**fields, ctx=context), target)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node
