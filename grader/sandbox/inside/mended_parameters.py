"""Parameters that a function does not work with as they were given (see `mending`).

``kernel = np.array([1, 2, 1])`` or ``kernel = np.flip(vector)`` in the body puts something else in
the place of an argument, and ``kernel = np.sort(kernel)`` changes all that comes of it. Here a
parameter stays what it was given, or is made of itself in place of another one. A function that
takes ``vector`` and works with an ``x`` of the program takes that from its call. What a right
program does to its arguments, as padding, flipping and taking them for arrays, is left alone, and
so is what happens in a loop or under a condition.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .tree import assigned_names, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import Any

GLOBALS = "globals-for-parameters"
OVERWRITTEN = "parameter-overwritten"
CHANGED = "parameter-changed"

_CHANGING = frozenset(
    (
        *("sort", "sorted", "abs", "absolute", "fabs", "square", "sqrt", "cumsum", "cumprod"),
        *("unique", "exp", "log", "sign", "round", "around", "rint", "floor", "ceil", "tanh"),
        *("clip", "maximum", "minimum", "diff", "gradient", "permutation", "roll", "reciprocal"),
        *("ones_like", "zeros_like", "full_like", "empty_like", "conj", "negative"),
    )
)
"""The functions and methods of which a parameter is not to be made again."""
_IN_PLACE = ("sort", "fill", "partition")
_MODULES = ("np", "numpy", "math", "torch")
_ARITHMETIC = (_ast.Add, _ast.Sub, _ast.Mult, _ast.Div, _ast.Pow, _ast.FloorDiv, _ast.Mod)


def mended_parameters(function: Any) -> set[str]:
    """Leaves the parameters of a function as they are given, in its tree; the keys of mistakes."""
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    names = {one.arg for one in every}
    owner = every[0].arg if every and every[0].arg == "self" else ""
    names.discard(owner)
    found: set[str] = set()
    loaded: set[str] = set()
    exchanged = _exchanged(function.body, names, owner)
    for place, statement in enumerate(function.body):
        name = _parameter(statement, names, owner)
        if name and (key := _mend(statement, name, names, loaded, exchanged)):
            found.add(key)
            if not isinstance(statement, _ast.Assign):
                function.body[place] = _placed(_ast.Pass(), statement)
        loaded |= {one.id for one in _names(statement, of_values=True)} - {name}
    return found


def mended_globals(function: Any, data: Sequence[str]) -> set[str]:
    """Has a function take from its call what it takes from the program: the key if it does so.

    ``data`` are names that the program gives values to, in their order. There have to be as many
    of them in the function as there are parameters that it never looks at.
    """
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    names = [one.arg for one in every if one.arg != "self"]
    inside = [one for statement in function.body for one in _names(statement)]
    own = {*names, *assigned_names(function.body)}
    looked_up = {one.id for one in inside}
    idle = [name for name in names if name not in own & looked_up]
    taken = [name for name in data if name in looked_up - own]
    if not idle or len(idle) != len(taken):
        return set()
    alike = {one[0]: one for one in idle}
    if sorted(alike) == sorted(name[0] for name in taken):  # ``v`` and ``k``, in whatever order
        meant = {name: alike[name[0]] for name in taken}
    else:
        meant = dict(zip(taken, idle))  # noqa: B905
    for one in inside:
        one.id = meant.get(one.id, one.id)
    return {GLOBALS}


def _parameter(statement: Any, names: Collection[str], owner: str) -> str:
    """The parameter to which a statement gives a value: by its name, or in ``self.NAME``."""
    match statement:
        case _ast.Assign(targets=[_ast.Name(id=name)]) | _ast.AugAssign(target=_ast.Name(id=name)):
            return name if name in names else ""
        case _ast.Assign(targets=[_ast.Attribute(value=_ast.Name(id=of), attr=name)]):
            return name if of == owner and name in names else ""
        case _ast.Expr(value=_ast.Call(func=_ast.Attribute(value=_ast.Name(id=name), attr=called))):
            return name if name in names and called in _IN_PLACE else ""
    return ""


def _mend(
    statement: Any,
    name: str,
    names: Collection[str],
    loaded: Collection[str],
    exchanged: Collection[str],
) -> str:
    """Mends what a parameter is given, where it is nothing that a right program gives it."""
    if not isinstance(statement, _ast.Assign):
        is_same = isinstance(statement, _ast.AugAssign) and _is_neutral(statement)
        return "" if is_same else CHANGED
    value = statement.value
    used = {one.id for one in _names(value)} - _called(value) - set(_MODULES)
    if name in used:
        if used != {name} or not _is_changed(value, name):
            return ""
        statement.value = _placed(_ast.Name(id=name, ctx=_ast.Load()), value)
        return CHANGED
    if name in loaded:  # its value was put somewhere else before
        return ""
    if not used:
        statement.value = _placed(_ast.Name(id=name, ctx=_ast.Load()), value)
        return OVERWRITTEN
    if len(used) == 1 and used <= set(names).difference(exchanged):
        for one in _names(value):
            if one.id in used:
                one.id = name
        return OVERWRITTEN
    return ""


def _exchanged(body: list[Any], names: Collection[str], owner: str) -> set[str]:
    """The parameters of which each is given the value of the other: none of them is lost."""
    given = {
        name: one.value.id
        for one in body
        if isinstance(one, _ast.Assign) and isinstance(one.value, _ast.Name)
        if (name := _parameter(one, names, owner))
    }
    return {name for name, other in given.items() if given.get(other) == name != other}


def _is_changed(value: Any, name: str) -> bool:
    """Whether an expression in one parameter is a change that no right program begins with."""
    match value:
        case _ast.BinOp(op=op):
            return isinstance(op, _ARITHMETIC) and not _is_neutral(value)
        case _ast.Call(func=func):
            return getattr(func, "attr", getattr(func, "id", "")) in _CHANGING
        case _ast.Subscript(value=_ast.Name(id=own), slice=_ast.Slice(step=step)):
            return own == name and (step is None or isinstance(step, _ast.Constant))
    return False


def _is_neutral(node: Any) -> bool:
    """Whether nothing is added, or what is there is multiplied by 1: decimals are made of it."""
    other = node.value if isinstance(node, _ast.AugAssign) else node.right
    number = other.value if isinstance(other, _ast.Constant) else None
    return number == (0 if isinstance(node.op, _ast.Add | _ast.Sub) else 1)


def _names(node: Any, *, of_values: bool = False) -> Iterator[Any]:
    """The names that are looked up in a statement or expression.

    Only those ``of_values`` that may be put elsewhere, and not of what is asked for its size.
    """
    stack = [node]
    while stack:
        one = stack.pop()
        if of_values and _is_size(one):
            continue
        if isinstance(one, _ast.Name) and isinstance(one.ctx, _ast.Load):
            yield one
        stack += children(one)


def _is_size(node: Any) -> bool:
    match node:
        case _ast.Call(func=_ast.Name(id="len")) | _ast.Attribute(attr="size" | "shape" | "dtype"):
            return True
    return False


def _called(node: Any) -> set[str]:
    """The names of the functions that are called in an expression by their names alone."""
    stack, found = [node], set()
    while stack:
        one = stack.pop()
        if isinstance(one, _ast.Call) and isinstance(one.func, _ast.Name):
            found.add(one.func.id)
        stack += children(one)
    return found


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node
