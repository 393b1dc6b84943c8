"""What a program lacks at one place: a ``range``, a subscript, a colon, a target, an axis, a copy.

And the size of an entry where strides are counted in bytes.

These are the few changes that bring something in, each only where what stands there shows what is
missing: a loop goes over a number, an array is taken whole where the loop elsewhere takes an entry
of it, a result is worked out and given to nothing, a sum outside of loops has no axis, and entries
are changed of what is but another name of an array.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .places import below, bodies, expressions, placed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from .places import Replaced

_MAKING = (
    *("zeros", "ones", "empty", "full"),
    *("zeros_like", "ones_like", "empty_like", "full_like"),
)
"""What makes an array of a given size, to be filled entry by entry."""
_LOOPS = (
    *(_ast.For, _ast.While),
    *(_ast.ListComp, _ast.SetComp, _ast.DictComp, _ast.GeneratorExp),
)
_LEAST_STEP, _LARGEST_STEP, _MOST_STEPS = 2, 8, 3
_OVER_AXES = ("sum", "mean", "max", "min", "prod")
_LIBRARIES = ("np", "numpy", "torch")


def missing_parts(function: Any, names: Sequence[str]) -> Iterator[tuple[int, Replaced]]:
    """The lines of a function where a part is missing, and what goes where.

    ``names`` are those to which a result may be given that is given to nothing.
    """
    filled, entries = _filled(function), _entries_taken(function)
    for node in below(function):
        if isinstance(node, _ast.For):
            yield from _in_loop(node, entries, filled)
        elif isinstance(node, _ast.Subscript):
            bounds: list[Any] = getattr(node.slice, "elts", [])
            if len(bounds) in (2, 3) and not any(isinstance(one, _ast.Slice) for one in bounds):
                lower, upper, *step = bounds
                crop = _ast.Slice(lower=lower, upper=upper, step=step[0] if step else None)
                yield node.lineno, ((node, "slice", placed(crop, node.slice)),)
            continue  # what is subscripted is no number
        elif _views_windows(node):
            yield from _strides_in_bytes(node)
        elif getattr(getattr(node, "func", None), "id", "") == "range" and len(node.args) == 1:
            (end,) = node.args
            if isinstance(end, _ast.Name | _ast.Attribute):
                yield node.lineno, ((node.args, 0, _called("len", end)),)
        for owner, key, value in expressions(node):
            if isinstance(value, _ast.Attribute) and value.attr == "shape":
                yield value.lineno, ((owner, key, _called("len", value.value)),)
            elif isinstance(value, _ast.Attribute) and value.attr == "size":
                yield value.lineno, ((value, "value", _first_of(value.value)),)
    yield from _axes(function)
    yield from _copies(function)
    for statements in bodies(function):
        for place, one in enumerate(statements):
            if isinstance(one, _ast.Expr) and isinstance(one.value, _ast.Call):
                for name in names:
                    target = placed(_ast.Name(id=name, ctx=_ast.Store()), one)
                    given = _ast.Assign(targets=[target], value=one.value)
                    yield one.lineno, ((statements, place, placed(given, one)),)


def _first_of(array: Any) -> Any:
    """The first map of several."""
    first = placed(_ast.Constant(value=0), array)
    return placed(_ast.Subscript(value=array, slice=first, ctx=_ast.Load()), array)


def missing_steps(definition: Any, numbers: Sequence[int]) -> Iterator[tuple[int, Replaced]]:
    """The lines in which a ``range`` has no step, and one with each of these numbers as its step.

    They are numbers of the whole program: a stride is often written into one function alone.
    """
    for node in below(definition):
        if getattr(getattr(node, "func", None), "id", "") != "range" or not node.args:
            continue
        if len(node.args) <= 2:
            zero = placed(_ast.Constant(value=0), node.args[0])
            ends = node.args if len(node.args) == 2 else [zero, *node.args]
            for number in numbers:
                step = placed(_ast.Constant(value=number), node.args[0])
                yield node.lineno, ((node, "args", [*ends, step]),)


def sizes_in(definitions: Sequence[Any]) -> list[int]:
    """The few numbers from 2 on that stand in definitions, and may be a stride."""
    found = {
        one.value: None
        for definition in definitions
        for one in below(definition)
        if isinstance(one, _ast.Constant) and type(one.value) is int
        if _LEAST_STEP <= one.value <= _LARGEST_STEP
    }
    return [*found][:_MOST_STEPS]


def _views_windows(node: Any) -> bool:
    """Whether it is a call of `as_strided`."""
    function = getattr(node, "func", None)
    name = getattr(function, "attr", getattr(function, "id", ""))
    return isinstance(node, _ast.Call) and name == "as_strided" and bool(node.args)


def _strides_in_bytes(call: Any) -> Iterator[tuple[int, Replaced]]:
    """The strides of a view, counted in entries, times the bytes of one."""
    given: list[tuple[Any, Any, Any]] = [
        (one, "value", one.value) for one in call.keywords if one.arg == "strides"
    ]
    given += [(call.args, place, one) for place, one in enumerate(call.args[2:3], start=2)]
    for owner, key, strides in given:
        names = {getattr(one, "attr", "") for one in below(strides)}
        if isinstance(strides, _ast.Tuple) and names.isdisjoint(("strides", "itemsize", "nbytes")):
            size = placed(
                _ast.Attribute(value=call.args[0], attr="itemsize", ctx=_ast.Load()), strides
            )
            each = [
                placed(_ast.BinOp(left=one, op=_ast.Mult(), right=size), one)
                for one in strides.elts
            ]
            made = placed(_ast.Tuple(elts=each, ctx=_ast.Load()), strides)
            yield call.lineno, ((owner, key, made),)


def _axes(function: Any) -> Iterator[tuple[int, Replaced]]:
    """An axis for a sum over all axes that stands in no loop, where there is a vector to be had.

    Or the two axes of each map, in loops too.
    """
    in_loops = {
        id(one) for loop in below(function) if isinstance(loop, _LOOPS) for one in below(loop)
    }
    for node in below(function):
        name = getattr(getattr(node, "func", None), "attr", "")
        if name not in _OVER_AXES or node.keywords:
            continue
        is_of_module = getattr(node.func.value, "id", "") in _LIBRARIES
        if len(node.args) == is_of_module:
            both = [placed(_ast.Constant(value=axis), node) for axis in (1, 2)]
            of_maps = placed(_ast.Tuple(elts=both, ctx=_ast.Load()), node)
            axes = [placed(_ast.Constant(value=axis), node) for axis in (1, 0)]
            for value in (of_maps, *(axes if id(node) not in in_loops else ())):
                given = placed(_ast.keyword(arg="axis", value=value), node)
                yield node.lineno, ((node, "keywords", [given]),)


def _copies(function: Any) -> Iterator[tuple[int, Replaced]]:
    """A copy of an array of which entries are changed, where it is a second name of another one."""
    changed = {
        _name_of(one.value)
        for one in below(function)
        if isinstance(one, _ast.Subscript) and isinstance(one.ctx, _ast.Store)
    }
    kinds = _ast.Name, _ast.Attribute, _ast.Subscript
    for one in below(function):
        if not (isinstance(one, _ast.Assign) and isinstance(one.value, kinds)):
            continue
        if _name_of(one.targets[0]) in changed - {""}:
            copied = _ast.Attribute(value=one.value, attr="copy", ctx=_ast.Load())
            call = _ast.Call(func=placed(copied, one.value), args=[], keywords=[])
            yield one.lineno, ((one, "value", placed(call, one.value)),)


def _in_loop(
    loop: Any, entries: dict[str, set[str]], filled: set[str]
) -> Iterator[tuple[int, Replaced]]:
    """A number or array for the range, an array for its entry, a result for the entry it is."""
    if getattr(getattr(loop.iter, "func", None), "id", "") not in ("range", "enumerate", "zip"):
        yield loop.lineno, ((loop, "iter", _called("range", loop.iter)),)
        if isinstance(loop.iter, _ast.Name | _ast.Attribute):
            yield loop.lineno, ((loop, "iter", _called("range", _called("len", loop.iter))),)
    if not isinstance(loop.target, _ast.Name):
        return
    own = loop.target.id
    taken = entries.get(own, set())
    for statement in loop.body:
        for node in below(statement):
            if isinstance(node, _ast.Assign | _ast.AugAssign):
                given = node.targets[:1] if isinstance(node, _ast.Assign) else [node.target]
                for target in given if _name_of(given[0]) in filled else ():
                    entry = _entry(target, own, _ast.Store())
                    if isinstance(node, _ast.Assign):
                        yield node.lineno, ((node.targets, 0, entry),)
                    else:
                        yield node.lineno, ((node, "target", entry),)
            if isinstance(node, _ast.Subscript):
                continue
            for owner, key, value in expressions(node):
                if _name_of(value) in taken:
                    yield value.lineno, ((owner, key, _entry(value, own, _ast.Load())),)


def _entries_taken(function: Any) -> dict[str, set[str]]:
    """The names of which a function takes entries, by the name that tells which entry it is."""
    found: dict[str, set[str]] = {}
    for one in below(function):
        if isinstance(one, _ast.Subscript) and isinstance(one.value, _ast.Name):
            found.setdefault(getattr(one.slice, "id", ""), set()).add(one.value.id)
    return found


def _filled(function: Any) -> set[str]:
    """The names of arrays that are made in a function of a given size."""
    found: set[str] = set()
    for one in below(function):
        if isinstance(one, _ast.Assign) and isinstance(one.value, _ast.Call):
            made = getattr(one.value.func, "attr", getattr(one.value.func, "id", ""))
            if made in _MAKING:
                found |= {getattr(target, "id", "") for target in one.targets}
    return found - {""}


def _name_of(node: Any) -> str:
    return str(getattr(node, "id", ""))


def _entry(name: Any, own: str, context: Any) -> Any:
    """The entry of an array that a loop is at."""
    array = placed(_ast.Name(id=name.id, ctx=_ast.Load()), name)
    place = placed(_ast.Name(id=own, ctx=_ast.Load()), name)
    return placed(_ast.Subscript(value=array, slice=place, ctx=context), name)


def _called(function: str, value: Any) -> Any:
    name = placed(_ast.Name(id=function, ctx=_ast.Load()), value)
    return placed(_ast.Call(func=name, args=[value], keywords=[]), value)
