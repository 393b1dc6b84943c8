"""Windows with another stride or dilation than the sheet asks for: a number that was misread."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from problems.rule import Function, Slip
from problems.rules.windows import require_vectors
from reference.errors import ShapeError
from reference.geometry import PLAIN

Array = NDArray[Any]

STRIDES = range(2, 6)
DILATIONS = range(2, 7)
"""What is tried; 1 is a stride or dilation that was forgotten."""


def slips_of_other_numbers(function: Function) -> tuple[Slip, ...]:
    """The slips of a convolution or cross-correlation of a vector with a kernel."""

    def with_number(name: str, number: int) -> Function:
        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            if getattr(geometry, name) == number:
                raise ShapeError(f"another {name} than {number} is needed")
            return function(x, w, bias, geometry.but(**{name: number}))

        return wrong

    def slip(key: str, name: str, numbers: range) -> Slip:
        first, *others = (with_number(name, number) for number in numbers)
        return Slip(key, first, other_ways=tuple(others), last_resort=True)

    return (
        slip("another-stride", "stride", STRIDES),
        slip("another-dilation", "dilation", DILATIONS),
    )
