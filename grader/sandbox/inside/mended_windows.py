"""Windows with more or fewer cells than what they are put together with (see `mending`).

``x[i : i + 4] @ w`` for a kernel of five entries is an error in each turn, and so is
``dx[i : i + 4] += w * dq[i]``. Here a part of a vector that begins where it should is as long as
what it meets, if all these cells are there. A part that begins before cell 0, and so is empty, has
as many cells from there on.

Loaded by path in the child.
"""

from __future__ import annotations

import _ast
import builtins

from . import inserted
from .tree import FUNCTIONS, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

OTHER_SIZE = "window-of-another-size"
BELOW_ZERO = "window-starts-below-zero"

_PART, _FITTED, _CELLS, _DOTTED = (
    f"__mended_{name}__" for name in ("part", "fitted", "cells", "dotted")
)


def mended_windows(statement: Any) -> bool:
    """Puts the functions of `install` in place of parts of arrays, in functions of a statement.

    Whether there are any. Those that stand outside of functions stay as they are. It comes after
    the slices and assignments that are mended otherwise.
    """
    found = False
    stack: list[tuple[Any, bool]] = [(statement, False)]
    while stack:
        node, inside = stack.pop()
        inside = inside or isinstance(node, (*FUNCTIONS, _ast.Lambda))
        if inside:
            found = _mend_assignment(node) or found
            for field in node._fields:
                value = getattr(node, field, None)
                if isinstance(value, list):
                    mended = [_as_part(one) for one in value]
                    found = found or any(a is not b for a, b in zip(mended, value))  # noqa: B905
                    value[:] = mended
                elif isinstance(value, _ast.AST):
                    part = _as_part(value)
                    if part is not value:
                        setattr(node, field, part)
                        found = True
        stack += [(child, inside) for child in children(node)]
    return found


def _as_part(node: Any) -> Any:
    """A call in place of a part of something, or of ``dot``; anything else as it is."""
    if isinstance(node, _ast.Call) and isinstance(node.func, _ast.Attribute):
        if node.func.attr == "dot":
            node.func = _call(node, _DOTTED, node.func.value)
        return node
    if not isinstance(node, _ast.Subscript) or not isinstance(node.ctx, _ast.Load):
        return node
    cells = _cells(node.slice)
    return node if cells is None else _call(node, _PART, node.value, cells)


def _mend_assignment(node: Any) -> bool:
    """Has what is assigned, or added, to a part of an array say how long the part is."""
    is_added = isinstance(node, _ast.AugAssign)
    if is_added:
        target = node.target
    elif isinstance(node, _ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
    else:
        return False
    cells = _cells(target.slice) if isinstance(target, _ast.Subscript) else None
    if cells is None:
        return False
    if not is_added:  # what is assigned is worked out before the place
        value = _name(node, inserted.VALUE, _ast.Store())
        node.value = _placed(_ast.NamedExpr(target=value, value=node.value), node)
    elif getattr(node.value, "id", "") != inserted.VALUE:
        return False
    target.slice = _call(node, _FITTED, cells, _name(node, inserted.VALUE, _ast.Load()))
    return True


def _cells(cells: Any) -> Any:
    """What gives a slice that begins and ends somewhere; None for all else."""
    if getattr(getattr(cells, "func", None), "id", "") == inserted.SLICE:
        return cells
    if not isinstance(cells, _ast.Slice) or cells.upper is None:
        return None
    nothing = _placed(_ast.Constant(value=None), cells)
    given = (cells.lower, cells.upper, cells.step)
    return _call(cells, _CELLS, *(nothing if each is None else each for each in given))


def _call(place: Any, name: str, *arguments: Any) -> Any:
    function = _name(place, name, _ast.Load())
    return _placed(_ast.Call(func=function, args=list(arguments), keywords=[]), place)


def _name(place: Any, name: str, context: Any) -> Any:
    return _placed(_ast.Name(id=name, ctx=context), place)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node


# -- while the program runs ------------------------------------------------------------------------


def install(found: set[str]) -> None:
    """Lays down what mended functions call; ``found`` takes the mistake where a part is mended."""
    import numpy

    class Window(numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float64]]):
        """A part of a vector, or what is made of it and of numbers, that can be made anew.

        ``made(cells)`` gives it for other cells, of which its own are ``cells``; what NumPy makes
        of it otherwise has neither.
        """

        made: Callable[[slice], Any] | None = None
        cells = slice(0)

        def __getitem__(self, index: Any) -> Any:
            plain = self.view(numpy.ndarray)
            is_reversed = isinstance(index, slice) and index == slice(None, None, -1)
            if self.made is None or not is_reversed:
                return plain[index]
            made = self.made
            return _window(plain[::-1], lambda cells: made(cells)[::-1], self.cells)

        def __array_ufunc__(self, ufunc: Any, method: str, *values: Any, **named: Any) -> Any:
            function = getattr(ufunc, method)
            named = {key: _plain(value) for key, value in named.items()}
            size = max((numpy.size(one) for one in named.get("out", ())), default=0)
            fitting = _without_spreading(values) if ufunc is numpy.multiply else None
            if fitting is not None:
                found.add(OTHER_SIZE)
                return function(*fitting, **named)
            result = _carried_out(function, values, named, size)
            others = [one for one in values if not isinstance(one, Window)]
            is_scaled = len(others) < len(values) <= 2 and all(map(_is_number, others))
            if method != "__call__" or named or not is_scaled:
                return result
            window = next(one for one in values if isinstance(one, Window))
            made = window.made
            if made is None or not isinstance(result, numpy.ndarray):
                return result
            return _window(
                result,
                lambda cells: function(*(made(cells) if one is window else one for one in values)),
                window.cells,
            )

        def __array_function__(self, function: Any, types: Any, values: Any, named: Any) -> Any:
            if function is numpy.flip and len(values) == 1 and not named:
                return values[0][::-1]
            return _carried_out(function, values, {k: _plain(one) for k, one in named.items()})

        def dot(self, other: Any, out: Any = None) -> Any:
            return numpy.dot(self, other, out)

    def _window(value: Any, made: Callable[[slice], Any], cells: slice) -> Any:
        window = value.view(Window)
        window.made, window.cells = made, cells
        return window

    def _plain(value: Any) -> Any:
        if isinstance(value, Window):
            return value.view(numpy.ndarray)
        if type(value) in (list, tuple):
            return type(value)(map(_plain, value))
        return value

    def _is_number(value: Any) -> bool:
        is_array = isinstance(value, numpy.ndarray)
        return value.ndim == 0 if is_array else isinstance(value, int | float | numpy.generic)

    def _carried_out(function: Any, values: Any, named: dict[str, Any], size: int = 0) -> Any:
        """What comes of values in which windows are plain arrays, or else of those that fit."""
        try:
            return function(*map(_plain, values), **named)
        except ValueError:
            fitting = _fitting(values, size)
            if fitting is None:
                raise
            result = function(*fitting, **named)
            found.add(OTHER_SIZE)
            return result

    def _without_spreading(values: Any) -> list[Any] | None:
        """Of a window and a kernel of one entry, which NumPy would repeat, what fits; else None."""
        vectors = [one for one in values if isinstance(one, numpy.ndarray) and one.ndim == 1]
        lengths = [len(one) for one in vectors]
        return _fitting(values, 0) if len(lengths) == 2 and 1 in lengths else None

    def _fitting(values: Any, size: int) -> list[Any] | None:
        """The values with one window as long as another vector is, or ``size``; None if it is."""
        windows = [one for one in values if isinstance(one, Window) and one.made is not None]
        others = {len(one) for one in values if type(one) is numpy.ndarray and one.ndim == 1} | (
            {size} - {0}
        )
        if len(windows) != 1 or len(others) != 1:
            return None
        (window,), (length,) = windows, others
        made, cells = window.made, _of_length(window.cells, len(window), length)
        if made is None or cells is None:
            return None
        other = made(cells)
        if len(other) != length:  # it would run over the end
            return None
        return [other if one is window else _plain(one) for one in values]

    def _of_length(cells: slice, own: int, length: int) -> slice | None:
        """So many cells from the same one on; None if these are its own."""
        if own == length:
            return None
        start, step = cells.start or 0, 1 if cells.step is None else cells.step
        return slice(start, start + (length - 1) * step + 1, step)

    def _begins(cells: Any) -> bool:
        """Whether a slice goes forwards from a cell that is counted from the beginning."""
        numbers = (int, numpy.integer)
        start, step = cells.start or 0, 1 if cells.step is None else cells.step
        every = (start, cells.stop, step)
        return all(isinstance(one, numbers) for one in every) and start >= 0 < step

    def _from_zero(cells: slice, whole: Any) -> slice:
        """As many cells from the first on, where a slice begins before it and is empty."""
        numbers = (int, numpy.integer)
        start, stop, step = cells.start, cells.stop, 1 if cells.step is None else cells.step
        if not all(isinstance(one, numbers) for one in (start, stop, step)):
            return cells
        if not (start < 0 <= stop <= start + len(whole) and step > 0):
            return cells
        found.add(BELOW_ZERO)
        return slice(0, stop - start, step)

    def part(whole: Any, cells: Any) -> Any:
        is_vector = type(whole) is numpy.ndarray and whole.ndim == 1 and whole.dtype.kind in "iuf"
        if is_vector and type(cells) is slice:
            cells = _from_zero(cells, whole)
        value = whole[cells]
        if not is_vector or type(cells) is not slice or not _begins(cells):
            return value
        return _window(value, whole.__getitem__, cells)

    def dotted(value: Any) -> Any:
        """The method ``dot``, of an array as the function does it, which heeds windows."""
        is_array = isinstance(value, numpy.ndarray)
        return (lambda *others: numpy.dot(value, *others)) if is_array else value.dot

    def fitted(cells: Any, value: Any) -> Any:
        is_vector = isinstance(value, numpy.ndarray) and value.ndim == 1
        if not is_vector or type(cells) is not slice or not _begins(cells):
            return cells
        step = 1 if cells.step is None else cells.step
        own = len(range(cells.start or 0, cells.stop, step))
        other = _of_length(cells, own, len(value))
        if other is None or len(value) == 1:  # which goes into all of them
            return cells
        found.add(OTHER_SIZE)
        return other

    names, functions = (_PART, _FITTED, _CELLS, _DOTTED), (part, fitted, slice, dotted)
    for name, function in zip(names, functions):  # noqa: B905
        setattr(builtins, name, function)
