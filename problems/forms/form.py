"""The forms: what kind of value is asked for, and how exactly it is compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_lowercase
from typing import TypeAlias

from problems.frozen import frozen
from problems.names import ReservedNameError, check_name

_FUNCTIONS_OF_FORMULAS = ("floor", "ceil")


@frozen
class Integer:
    """A whole number, compared exactly; a sheet says its ``unit``, such as ``"px"``."""

    unit: str = ""


@frozen
class Shape:
    """A tuple of whole numbers; ``axes`` says their order, such as ``"C, H, W"``."""

    axes: str


@frozen
class Shapes:
    """The shapes of several tensors, compared regardless of their order: tuples in a sequence."""


@frozen
class Rational:
    """A rational, or a tensor of rationals, compared exactly.

    A student's earlier mistake may have led to a value that is not rational; that one is right
    within ``tolerance``.
    """

    tolerance: float = 0.005


@frozen
class Decimal:
    """A real number, or a tensor of them, right within ``tolerance`` (absolute)."""

    tolerance: float


@frozen
class Choice:
    """One of a few named options; what they are called is in the family's texts."""

    options: tuple[str, ...]

    def __post_init__(self) -> None:
        _check_several(self.options, "options")

    @property
    def is_one_of_two(self) -> bool:
        """Whether there is but one wrong answer, which shows no mistake."""
        return len(self.options) == 2  # two


@frozen
class ReasonedChoice:
    """One of a few named options, and one of a few reasons for it; both have to be right.

    The words of both are in the family's texts. A sheet lists the reasons in this order, under
    letters.
    """

    options: tuple[str, ...]
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        _check_several(self.options, "options")
        _check_several(self.reasons, "reasons")
        if len(self.reasons) > len(ascii_lowercase):
            raise ValueError(
                f"there are letters for {len(ascii_lowercase)} reasons, but {len(self.reasons)} "
                "came"
            )
        if both := set(self.options) & set(self.reasons):
            raise ValueError(f"{sorted(both)} cannot be both options and reasons")

    @property
    def letters(self) -> str:
        """The letters of the reasons, in their order."""
        return ascii_lowercase[: len(self.reasons)]

    def reason(self, letter: str) -> str:
        """The reason under a letter. Raises ValueError if there is none."""
        return self.reasons[self.letters.index(letter)]

    def letter(self, reason: str) -> str:
        """The letter of a reason. Raises ValueError if it is none of these."""
        return self.letters[self.reasons.index(reason)]


@frozen
class Reasoned:
    """The value of a choice with a reason: the keys of both."""

    option: str
    reason: str

    def __str__(self) -> str:
        return f"{self.option}, {self.reason}"


@frozen
class Expression:
    """A formula in named variables, compared by its value at many points and never as it is put.

    The points are positive whole numbers, those alone for which ``where`` holds, if it is given: it
    takes the variables that it needs by their names, as in ``lambda n, k: k <= n``. A sheet has to
    say so too.
    """

    variables: tuple[str, ...]
    where: Callable[..., bool] | None = None

    def __post_init__(self) -> None:
        _check_several(self.variables, "variables", least=1)
        for name in self.variables:
            check_name(name, "variable", "Expression(variables=...)")
            if name in _FUNCTIONS_OF_FORMULAS:
                raise ReservedNameError(
                    f"a variable cannot be called {name!r}: an answer may have the function of "
                    f"that name; take another name in Expression(variables=...)"
                )


@frozen
class Numeric:
    """What a function of a student's returns: numbers in float32 or better.

    A value agrees within ``atol + rtol * |truth|``; the defaults leave room for float32 sums of a
    few hundred terms of the size of the inputs that checks use.
    """

    rtol: float = 1e-4
    atol: float = 1e-4


@frozen
class PlainData:
    """Lists, tuples, dicts, texts and numbers within each other, compared exactly."""


Form: TypeAlias = (
    Integer
    | Shape
    | Shapes
    | Rational
    | Decimal
    | Choice
    | ReasonedChoice
    | Expression
    | Numeric
    | PlainData
)
"""Every form. To add one, name it here: mypy then says what each room has to do with it."""


def has_size(form: Form) -> bool:
    """Whether the values of a form have a size that a sheet tells, or leaves to be found."""
    return isinstance(form, Shape | Rational | Decimal)


def _check_several(keys: Sequence[str], what: str, least: int = 2) -> None:
    if len(keys) < least or len(set(keys)) < len(keys):
        raise ValueError(f"{least} or more different {what} are needed, but {tuple(keys)} came")
