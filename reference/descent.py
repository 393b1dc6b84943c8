"""One step of gradient descent."""

from __future__ import annotations

from typing import Any

from reference.errors import ShapeError
from reference.numbers import as_scalar, same_numbers

__all__ = ["descent_step"]


def descent_step(parameter: Any, gradient: Any, rate: Any) -> Any:
    """`parameter - rate gradient`, for any shape that both have; exact in, exact out.

    Raises ShapeError if the shapes differ or the rate is not one number.
    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), equation 4.5.
    """
    parameter, gradient, rate = same_numbers(parameter, gradient, rate)
    if parameter.shape != gradient.shape or rate.ndim:
        raise ShapeError(
            f"parameter and gradient must have one shape and the rate must be one number, "
            f"but the shapes are {parameter.shape}, {gradient.shape} and {rate.shape}"
        )
    return as_scalar(parameter - rate * gradient)
