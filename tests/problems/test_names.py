"""A name that a student types is free to be given a value; what is not free is refused."""

from __future__ import annotations

import pytest

from problems.names import ReservedNameError, check_name

WHERE = "w.derive(...)"


@pytest.mark.parametrize("name", ["conv1_rf", "L", "dw1", "h", "rows", "maximum", "the_sum", "q2"])
def test_a_free_name_is_let_pass(name: str) -> None:
    check_name(name, "blank", WHERE)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        *((name, "a function or value of its own") for name in ("max", "sum", "len", "print")),
        *((name, "a function or value of its own") for name in ("abs", "ValueError", "range")),
        *((name, "a keyword of Python") for name in ("lambda", "None", "match", "class")),
        *((name, "a module under that name") for name in ("np", "numpy", "torch", "nn")),
        *((name, "underscore are not read") for name in ("_x", "__doc", "_1")),
        *((name, "no identifier of ASCII letters") for name in ("", "2x", "a-b", "a b", "šum")),
        *((name, "no identifier of ASCII letters") for name in ("х", "∂L", "x'")),
    ],
)
def test_a_name_that_is_not_free_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(ReservedNameError, match=reason):
        check_name(name, "blank", WHERE)


@pytest.mark.parametrize(
    ("name", "free"),
    [("max", "the_max"), ("_x", "x"), ("a-b", "a_b"), ("šum", "the_sum"), ("∂", "answer")],
)
def test_the_author_is_told_where_to_take_which_name(name: str, free: str) -> None:
    with pytest.raises(ReservedNameError, match=rf"take another name in w\.derive.* '{free}'$"):
        check_name(name, "blank", WHERE)
    check_name(free, "blank", WHERE)
