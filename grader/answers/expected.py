"""What an answer is to be read as, before its value is known."""

from __future__ import annotations

from problems.forms import Decimal, Form, Rational, Shape
from problems.frozen import frozen


@frozen
class Expected:
    """What a text is to be read as: its form, and the shape of the value, where that is told.

    Of a value that is a shape itself, that is the number of its axes: ``(3,)``.
    """

    form: Form
    shape: tuple[int, ...] | None = None

    @property
    def is_one_number(self) -> bool:
        """Whether it is one number, so that no comma can separate two of them."""
        return self.shape == () and not isinstance(self.form, Shape)

    @property
    def has_decimals(self) -> bool:
        """Whether the numbers may have decimals."""
        return isinstance(self.form, Decimal | Rational)
