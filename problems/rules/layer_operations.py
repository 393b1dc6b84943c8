"""The passes of a layer along one axis or two, and what else their slips need to know of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function
from problems.rules.convolution import cells
from reference import convolution as conv
from reference.geometry import Geometry, Sizes

Array = NDArray[Any]
Passes = Sequence[tuple[Array, Array]]


@dataclass(frozen=True)
class LayerOperations:
    """The operations along so many axes."""

    axes: int
    correlate: Function
    convolve: Function
    by_input: Function
    by_kernel: Function

    @classmethod
    def along(cls, axes: int) -> LayerOperations:
        """Those along so many axes."""
        name = f"correlate{axes}d"
        return cls(
            axes,
            correlate=getattr(conv, name),
            convolve=getattr(conv, f"convolve{axes}d"),
            by_input=getattr(conv, f"{name}_input_gradient"),
            by_kernel=getattr(conv, f"{name}_kernel_gradient"),
        )

    def sizes(self, sizes: Sizes) -> tuple[int, ...]:
        """One size per axis."""
        return tuple(int(n) for n in np.broadcast_to(np.asarray(sizes), (self.axes,)))

    def padding(self, geometry: Geometry) -> tuple[int, ...]:
        """The cells of padding on either side, along each axis."""
        padding: Any = geometry.padding
        return self.sizes(padding)

    def all_before(self, geometry: Geometry) -> Geometry:
        """All of the padding before the input, on the left of it."""
        return self._one_sided(geometry, lambda padding: (2 * padding, 0))

    def all_after(self, geometry: Geometry) -> Geometry:
        """All of the padding after the input."""
        return self._one_sided(geometry, lambda padding: (0, 2 * padding))

    def _one_sided(self, geometry: Geometry, pair: Callable[[Any], tuple[int, int]]) -> Geometry:
        return geometry.but(padding=[pair(geometry.padding)] * self.axes)

    def flipped(self, w: Array) -> Array:
        """A kernel with its spatial axes back to front."""
        return np.flip(w, axis=tuple(range(-self.axes, 0)))

    def first_outputs(self, dq: Array, outputs: Sequence[int]) -> Array:
        """So many outputs along each axis."""
        return np.asarray(dq[cells(map(slice, outputs))])
