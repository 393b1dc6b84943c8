"""A function that is overwritten by a value is known, with the statement that did it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from grader.sandbox.inside.overwritten import Overwritten, is_overwritten


def f() -> None: ...


def g() -> None: ...


class Model:
    def __call__(self) -> None: ...


def watched(*values: Any) -> Overwritten:
    """After statements that leave these values under the name, where ``None`` is none."""
    watch = Overwritten(("f",))
    for number, value in enumerate(values):
        watch.note((0, number), {} if value is None else {"f": value})
    return watch


@pytest.mark.parametrize(
    ("values", "number"),
    [((f, 3), 1), ((f, f, None, 5), 2), ((f, ...), 1), ((Model, Model()), 1), ((f, 3, g, 4), 3)],
)
def test_the_first_statement_that_overwrites_is_told_with_what_was_there(
    values: tuple[Any, ...], number: int
) -> None:
    definition = next(one for one in reversed(values[:number]) if callable(one))
    assert watched(*values).restored(("f", "other")) == {"f": (definition, (0, number))}
    assert watched(*values).restored(("other",)) == {}


@pytest.mark.parametrize(
    "values", [(f,), (f, g), (f, 3, g), (f, 3, f), (f, partial(f)), (f, Model()), (3,), (None, 3)]
)
def test_what_can_be_called_stands_for_itself(values: tuple[Any, ...]) -> None:
    assert watched(*values).restored(("f",)) == {}


def test_what_an_earlier_section_has_defined_is_forgotten() -> None:
    watch = watched(f)
    watch.forget(("f",))
    watch.note((1, 0), {"f": 3})
    assert watch.restored(("f",)) == {}


def test_an_object_overwrites_its_own_class_and_no_other() -> None:
    assert is_overwritten(Model(), Model)
    assert not is_overwritten(Model(), f)
    assert not is_overwritten(Model, Model)
    assert is_overwritten(None, f)
