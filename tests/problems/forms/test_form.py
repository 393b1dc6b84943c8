"""A form says what is wrong with it when it is made, to the author who makes it."""

from __future__ import annotations

import pytest

from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Rational,
    ReasonedChoice,
    Shape,
    has_size,
)
from problems.names import ReservedNameError


@pytest.mark.parametrize("options", [(), ("yes",), ("yes", "yes")])
def test_a_choice_has_two_different_options_at_least(options: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="2 or more different options are needed"):
        Choice(options)
    with pytest.raises(ValueError, match="2 or more different options are needed"):
        ReasonedChoice(options, ("odd", "even"))
    with pytest.raises(ValueError, match="2 or more different reasons are needed"):
        ReasonedChoice(("odd", "even"), options)


def test_the_reasons_have_letters_in_their_order() -> None:
    form = ReasonedChoice(("yes", "no"), ("odd", "padded", "cut"))
    assert form.letters == "abc"
    assert [form.letter(reason) for reason in form.reasons] == ["a", "b", "c"]
    assert form.reason("b") == "padded"
    with pytest.raises(ValueError, match="not found"):
        form.reason("d")


def test_there_are_no_more_reasons_than_letters() -> None:
    with pytest.raises(ValueError, match="there are letters for 26 reasons, but 27 came"):
        ReasonedChoice(("yes", "no"), tuple(f"r{i}" for i in range(27)))


def test_what_is_an_option_is_no_reason() -> None:
    with pytest.raises(ValueError, match=r"\['odd'\] cannot be both options and reasons"):
        ReasonedChoice(("odd", "even"), ("odd", "cut"))


@pytest.mark.parametrize("name", ["lambda", "max", "np", "_x", "λ", "floor", "ceil"])
def test_a_variable_has_a_name_that_can_be_typed(name: str) -> None:
    with pytest.raises(ReservedNameError, match=r"name in Expression\(variables=\.\.\.\)"):
        Expression(("n", name))


def test_an_expression_has_variables_that_differ() -> None:
    for names in ((), ("n", "n")):
        with pytest.raises(ValueError, match="1 or more different variables are needed"):
            Expression(names)


@pytest.mark.parametrize(
    ("form", "sized"),
    [
        (Shape("N"), True),
        (Rational(), True),
        (Decimal(tolerance=0.1), True),
        (Integer(), False),
        (Choice(("yes", "no")), False),
        (ReasonedChoice(("yes", "no"), ("odd", "cut")), False),
        (Expression(("n",)), False),
    ],
)
def test_shapes_and_tensors_have_a_size_that_may_be_part_of_the_question(
    form: Form, sized: bool
) -> None:
    assert has_size(form) is sized
