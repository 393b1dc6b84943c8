"""Data copied wrongly: one number read as another, or cells, rows or columns changed or left out.

A vector or matrix of the sheet that was copied otherwise leads to another value of what is worked
out from it. Most values are linear in the data: then what each cell adds is worked out once, and
tells of each way of copying what it would give. For the others the cells that matter tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.quantity import RULE_ERRORS

Array = NDArray[Any]
Cell = tuple[int, ...]

_FURTHEST = 100
"""How far off a number of the data may be read: 3 as 30, 9 as 90."""
_CLOSE = 0.06
"""How near what is foreseen has to come, since an answer may be a rounded decimal."""
_FINEST = 12
"""The largest denominator of data that may have been misread."""
_FAR = 1000
"""A number that no sheet has: what it changes depends on the cell."""
_PLAIN = range(-9, 13)
_MOST_TRIED = 300
"""Of ways of copying whose values cannot be foreseen, no more than about so many are tried."""


def copies(right: Array, found: Array, value_of: Callable[[Array], Any]) -> Iterator[Array]:
    """The ways in which data may have been copied that may have led to what was found.

    ``value_of`` gives the value that was asked for from other data, and raises what a rule raises.
    What comes has to be tried: what is foreseen may be a little off.
    """
    yield from laid_otherwise(right)
    cells = list(np.ndindex(right.shape))
    numbers = right.ravel().astype(np.float64)
    unit = _unit(right)
    if unit is None:
        return

    def numbers_of(data: Array) -> Array:
        return np.asarray(value_of(data), np.float64).ravel()

    try:
        true = numbers_of(right)
        if found.size != true.size:
            yield from _left_out(right)
            return
        adds = np.array([numbers_of(_with(right, {c: right[c] + 1})) - true for c in cells])
        many = -3 * right + np.arange(2, 2 + right.size).reshape(right.shape)  # others are largest
        is_linear = np.allclose(
            numbers_of(many) - true, (many.ravel().astype(np.float64) - numbers) @ adds
        )
        if is_linear:
            yield from _foreseen(right, cells, adds, found.ravel() - true, unit)
            return
        shows = [b != 0 for b in adds]
        for far in (_FAR, -_FAR):  # the largest shows where it becomes less
            others = [numbers_of(_with(right, {c: right[c] + far})) != true for c in cells]
            shows = [a | b for a, b in zip(shows, others, strict=True)]
    except (*RULE_ERRORS, TypeError):
        yield from turned(right)  # which may leave what one other cell would spoil
        return
    differs = np.abs(found.ravel() - true) > _CLOSE
    yield from _likely(right, cells, shows, found.ravel(), differs, unit)


def _unit(right: Array) -> int | None:
    """The common denominator of whole numbers or simple fractions; None of other numbers."""
    exact = [Fraction(cell) for cell in right.ravel().tolist() if isinstance(cell, int | Fraction)]
    unit = lcm(*(cell.denominator for cell in exact))
    return unit if len(exact) == right.size and unit <= _FINEST else None


def _foreseen(
    right: Array, cells: Sequence[Cell], adds: Array, differs: Array, unit: int
) -> Iterator[Array]:
    """Of a value that is linear in the data: a row of ``adds`` is what 1 more in a cell adds.

    A cell was read as another multiple of one over the ``unit``.
    """

    def are_met(changes: Array) -> Sequence[int]:
        return list(np.flatnonzero(np.max(np.abs(changes - differs), axis=1) <= _CLOSE / unit))

    numbers = right.ravel().astype(np.float64)
    most = np.argmax(np.abs(adds), axis=1)
    largest = adds[np.arange(len(cells)), most]
    more = np.round(unit * differs[most] / np.where(largest == 0, np.inf, largest)) / unit
    for place in are_met(more[:, None] * adds):
        if 0 < abs(more[place]) < _FURTHEST:
            added = round(unit * more[place])
            added = added if unit == 1 else Fraction(added, unit)
            yield _with(right, {cells[place]: right[cells[place]] + added})
    first, second = np.triu_indices(len(cells), 1)
    exchanged = (numbers[second] - numbers[first])[:, None] * (adds[first] - adds[second])
    for place in are_met(exchanged) if len(first) else ():
        yield from _exchanged(right, cells[first[place]], cells[second[place]])
    others = list(turned(right))
    if others:
        changes = np.array([other.ravel() for other in others], np.float64) - numbers
        for place in are_met(changes @ adds):
            yield others[place]


def _likely(
    right: Array,
    cells: Sequence[Cell],
    shows: Sequence[Array],
    found: Array,
    differs: Array,
    unit: int,
) -> Iterator[Array]:
    """Of any other value: those that change whatever differs, by the cells that ``shows``."""
    numbers = {*_PLAIN, *(int(n) for n in found if n == np.round(n) and abs(n) < _FURTHEST)}
    tried = 0
    for cell, touched in zip(cells, shows, strict=True):
        if (differs & ~touched).any():
            continue
        parts = {Fraction(n, unit) for n in _PLAIN} if unit > 1 else set()
        for number in sorted((numbers | parts | {10 * int(right[cell])}) - {right[cell]}):
            yield _with(right, {cell: type(right[cell])(number)})
            tried += 1
    for (a, by_a), (b, by_b) in combinations(zip(cells, shows, strict=True), 2):
        if tried > _MOST_TRIED:
            break
        if not (differs & ~(by_a | by_b)).any():
            yield from _exchanged(right, a, b)
            tried += 1
    yield from turned(right)


def turned(right: Array) -> Iterator[Array]:
    """Rows or columns that changed places or stand there twice, and the whole turned about.

    Of several maps each is turned, or all change their order. Signs may have been overlooked, too.
    """
    for axis, count in enumerate(right.shape):
        for i, j in combinations(range(count), 2):
            for at_i, at_j in ((j, i), (j, j), (i, i)):
                order = list(range(count))
                order[i], order[j] = at_i, at_j
                yield from _unless_same(right, np.take(right, order, axis))
        yield from _unless_same(right, np.flip(right, axis))
    yield from _unless_same(right, -right)
    if np.count_nonzero(right < 0) > 1:
        yield np.abs(right)
    if right.ndim < _AXES_OF_MATRIX:
        return
    yield from _unless_same(right, np.flip(right, _ROWS_AND_COLUMNS))
    if right.ndim > _AXES_OF_MATRIX:
        yield from _unless_same(right, np.flip(right))
    if right.shape[-1] == right.shape[-2]:
        for other in _on_its_side(right):
            yield from _unless_same(right, other)


def _left_out(right: Array) -> Iterator[Array]:
    """Without one number of a vector, or one row or column of a matrix, or of each of some maps."""
    for axis in range(max(right.ndim - _AXES_OF_MATRIX, 0), right.ndim):
        if right.shape[axis] > 1:
            yield from (np.delete(right, place, axis) for place in range(right.shape[axis]))


def laid_otherwise(right: Array) -> Iterator[Array]:
    """A matrix that is not square: its rows taken for columns, turned, or read column by column."""
    if right.ndim >= _AXES_OF_MATRIX and right.shape[-1] != right.shape[-2]:
        yield from _on_its_side(right)
        yield np.swapaxes(right, *_ROWS_AND_COLUMNS).reshape(right.shape)


def _on_its_side(right: Array) -> Iterator[Array]:
    across = np.swapaxes(right, *_ROWS_AND_COLUMNS)
    yield from (across, np.flip(across, _ROWS_AND_COLUMNS))
    yield from (np.rot90(right, turns, _ROWS_AND_COLUMNS) for turns in (1, -1))


_AXES_OF_MATRIX = 2
_ROWS_AND_COLUMNS = (-2, -1)


def _exchanged(right: Array, a: Cell, b: Cell) -> Iterator[Array]:
    if right[a] != right[b]:
        yield _with(right, {a: right[b], b: right[a]})


def _unless_same(right: Array, other: Array) -> Iterator[Array]:
    if not np.array_equal(right, other):
        yield other


def _with(right: Array, changes: Mapping[Cell, Any]) -> Array:
    changed = right.copy()
    for cell, number in changes.items():
        changed[cell] = number
    return changed
