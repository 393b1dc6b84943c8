"""The gradient by the input of a layer that pads with other cells than zeros."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Slip
from reference.errors import ShapeError
from reference.geometry import Geometry
from reference.padding import pad_gradient

Array = NDArray[Any]


def of_filled_input(by_input: Function, axes: int) -> Slip:
    """What goes back to a cell from all places that it was copied to: a last resort.

    It is the gradient of such a layer, and named where the forward pass shows the same.
    ``by_input`` takes dq, w, the size of the input and the geometry.
    """

    def filled(mode: str) -> Function:
        def wrong(dq: Array, w: Array, in_size: Any, geometry: Geometry) -> Array:
            cells: Any = geometry.padding
            if cells == 0:
                raise ShapeError("a padding is needed to fill it with other cells, but 0 came")
            size = np.broadcast_to(in_size, (axes,))
            whole = by_input(dq, w, [n + 2 * cells for n in size], geometry.but(padding=0))
            lead = np.shape(whole)[:-axes]
            return pad_gradient(whole, (*lead, *size), cells, mode, axes=range(-axes, 0))

        return wrong

    first, *others = map(filled, ("edge", "mirror", "reflect", "circular"))
    return Slip("padded-in-another-way", first, other_ways=tuple(others), last_resort=True)
