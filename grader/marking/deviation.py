"""Where a wrong array differs from the right one, in words and for a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from grader.answers.notation import in_notation
from grader.marking.compared import Compared
from grader.marking.observed import Observed
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Returned
from problems.forms import Numeric, cells_that_agree, shape_of
from problems.probe import Gradients

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]

_AXES = {
    1: ("entry",),
    2: ("row", "column"),
    3: ("channel", "row", "column"),
    4: ("image", "channel", "row", "column"),
}
"""What the axes of an array are called, by how many there are."""

_FEW = 2 / 3
"""The part of the places along an axis below which it is said at which of them values are wrong."""
_ALIKE = 1e-4
_FEWEST_IN_A_ROW = 4
"""Of fewer values in a row or column none is called one at the border."""
_MOST_CELLS = 400


def compared(one: Observed) -> Compared | None:
    """A wrong array that came, beside the right one; None where they cannot be laid side by side.

    That is, where it has another shape, numbers that are not finite, a single number or too many.
    """
    form, true = one.observation.form, one.observation.true
    is_array = isinstance(form, Numeric) and isinstance(one.outcome, Returned)
    if not is_array or one.unsuitable is not None or isinstance(one.steps[-1], Gradients):
        return None
    if shape_of(one.found) != shape_of(true) or not 1 < np.size(true) <= _MOST_CELLS:
        return None
    right = cells_that_agree(form, one.found, true)
    found, wanted = (np.asarray(value, dtype=np.float64) for value in (one.found, true))
    if right is None or np.all(right) or not np.isfinite(found).all():
        return None
    return Compared(found, wanted, ~np.asarray(right, dtype=bool))


def deviation(one: Compared | None) -> tuple[Remark, ...]:
    """How a wrong array differs from the right one; empty where nothing can be said."""
    if one is None:
        return ()
    if (whole := _whole(one)) is not None:
        return (whole,)
    return (*_where(one.wrong), _largest(one))


def _whole(one: Compared) -> Remark | None:
    """What has become of all values alike: a factor, a constant, another order, another place."""
    found, true = one.found, one.true
    size = float(np.max(np.abs(true)))
    if not size or not np.max(np.abs(found)):
        return None
    at = np.unravel_index(np.argmax(np.abs(true)), true.shape)
    factor = float(found[at] / true[at])
    if _alike(found, factor * true, size):
        return Remark("off-factor", {"factor": in_notation(round(factor, 4))})
    shift = float(found[at] - true[at])
    if true.size > _FEWEST and _alike(found, true + shift, size):
        return Remark("off-shift", {"shift": in_notation(round(shift, 4))})
    names = _AXES.get(true.ndim, ())
    for axis, name in enumerate(names):
        if true.shape[axis] > 1 and _alike(found, np.flip(true, axis), size):
            return Remark("off-reversed", {"axis": name})
    for axis, name in enumerate(names):
        if true.shape[axis] > _FEWEST:
            ahead, behind = _slices(true.ndim, axis)
            if _alike(found[ahead], true[behind], size) or _alike(found[behind], true[ahead], size):
                return Remark("off-moved", {"axis": name})
    return None


_FEWEST = 2
"""So many numbers agree with too much."""


def _alike(one: Numbers, other: Numbers, size: float) -> bool:
    return bool(np.allclose(one, other, rtol=_ALIKE, atol=_ALIKE * size))


def _slices(axes: int, axis: int) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """All but the first, and all but the last, along an axis."""
    every = [slice(None)] * axes
    ahead, behind = [*every], [*every]
    ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
    return tuple(ahead), tuple(behind)


def _where(wrong: Mask) -> Iterator[Remark]:
    """At which places values are wrong, where that is not everywhere."""
    number = int(wrong.sum())
    if number == wrong.size:
        return
    share, name, places = min(_along_axes(wrong), key=lambda each: each[0])
    if len(places) > 1 and _is_border(wrong):
        yield Remark("off-border")
    elif share <= _FEW:
        yield Remark("off-only", {"axis": name, "index": _in_a_row(places)})
    elif _is_border(~wrong) and not wrong[_border(wrong)].any():
        yield Remark("off-inside")
    else:
        yield Remark("off-some", {"number": number, "of": wrong.size})


def _along_axes(wrong: Mask) -> Iterator[tuple[float, str, list[int]]]:
    """For each axis with a name, the places along it where something is wrong, and their part."""
    names = _AXES.get(wrong.ndim, ("entry",))
    flat = wrong if wrong.ndim in _AXES else wrong.reshape(-1)
    for axis, name in enumerate(names):
        others = tuple(other for other in range(flat.ndim) if other != axis)
        places = np.flatnonzero(flat.any(axis=others)).tolist()
        yield len(places) / flat.shape[axis], name, places


def _is_border(mask: Mask) -> bool:
    """Whether cells lie at the ends of rows and columns alone, where others are between them."""
    if min(mask.shape[-2:]) < _FEWEST_IN_A_ROW:
        return False
    inside = mask[..., 1:-1] if mask.ndim == 1 else mask[..., 1:-1, 1:-1]
    return inside.size > 0 and bool(mask.any()) and not inside.any()


def _border(mask: Mask) -> Mask:
    """The cells at the ends of rows and columns."""
    found = np.ones(mask.shape, dtype=bool)
    if mask.ndim == 1:
        found[1:-1] = False
    else:
        found[..., 1:-1, 1:-1] = False
    return found


def _in_a_row(places: Sequence[int]) -> str:
    """``0, 2, 4, …`` and ``3–7``: the places of a row, or the first of many."""
    is_run = places[-1] - places[0] == len(places) - 1
    if is_run and len(places) > _FEWEST:
        return f"{places[0]}–{places[-1]}"
    most = 3
    return ", ".join([*map(str, places[:most]), *(["…"] if places[most:] else [])])


def _largest(one: Compared) -> Remark:
    at = np.unravel_index(np.argmax(np.abs(one.found - one.true)), one.true.shape)
    return Remark(
        "off-largest",
        {
            "index": ", ".join(str(int(place)) for place in at),
            "found": in_notation(float(one.found[at])),
            "expected": in_notation(float(one.true[at])),
        },
    )
