"""Tables: each observation looks at a column, and says so where none can be taken."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.marking.plain_numbers import why_unsuitable
from grader.marking.table_forms import with_rows
from grader.marking.tables import NoTable, in_column, turned
from grader.sandbox.outside.outcome import Raised, Returned
from grader.sandbox.wire.frames import Opaque, Tensor
from problems.probe import Check, Column, Probe
from problems.rule import Rule

SECOND = Column(place=1, of=3, table="f(x)")
ROWS = [(1, 2, 3), (4, 5, 6)]


@pytest.mark.parametrize(
    "table",
    [
        ROWS,
        tuple(map(list, ROWS)),
        np.array(ROWS),
        [np.array(row) for row in ROWS],
        Tensor(np.array(ROWS)),
    ],
    ids=["tuples", "lists", "array", "arrays", "tensor"],
)
def test_a_column_is_taken_of_whatever_has_rows(table: Any) -> None:
    assert list(in_column(table, SECOND)) == [2, 5]


def test_a_table_without_rows_has_empty_columns() -> None:
    assert in_column([], SECOND) == []


def test_without_a_column_a_value_is_all_that_it_is() -> None:
    assert in_column(ROWS, None) is ROWS


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ([(1, 2), (3, 4)], "check-rows"),
        ([1, 2, 3], "check-rows"),
        ([(1, (2, 3), 4), (5, 6)], "check-rows"),
        ([{"size": 1}], "check-rows"),
        (7, "check-rows"),
        ([(1, ..., 3), ...], "check-partly-blank"),
        (None, "check-nothing"),
        ({}, "check-rows-type"),
        ("rows", "check-rows-type"),
        (Opaque("generator"), "check-rows-type"),
    ],
)
def test_what_has_no_such_column_is_called_what_it_is(value: Any, key: str) -> None:
    came = in_column(value, SECOND)
    assert isinstance(came, NoTable)
    remark = why_unsuitable("[row[1] for row in f(x)]", came, is_returned=True)
    assert remark is not None
    assert (remark.key, remark.details["what"]) == (key, "f(x)")


def test_a_column_of_something_else_than_numbers_is_said_to_be_one() -> None:
    remark = why_unsuitable("f(x)", in_column([(1, "two", 3)], SECOND), is_returned=True)
    assert remark is not None
    assert remark.key == "check-list"


def test_a_table_by_columns_is_turned() -> None:
    assert turned(([1, 4], [2, 5], [3, 6]), SECOND) == [list(row) for row in ROWS]


@pytest.mark.parametrize("value", [ROWS, [[1], [2, 3], [4]], None, [1, 2, 3]])
def test_what_is_no_table_by_columns_is_not_turned(value: Any) -> None:
    assert isinstance(turned(value, SECOND), NoTable)


def two_columns() -> Check:
    probe = Probe()
    probe.call("t", "f")
    probe.read_columns("t", "f()", [(Rule("a", lambda: [1, 3, 5]), {})] * 2)
    return Check("table", probe)


def test_tables_by_columns_are_turned_throughout_or_not_at_all() -> None:
    check = two_columns()
    by_columns = (Returned(([1, 3, 5], [2, 4, 6])),) * 2
    by_rows = (Returned([(1, 2), (3, 4), (5, 6)]),) * 2
    square = (Returned([(1, 2), (3, 4)]),) * 2
    rows = (Returned([[1, 2], [3, 4], [5, 6]]),) * 2
    assert list(with_rows([check], {"table": by_columns})) == [
        ("table-by-columns", {"table": rows})
    ]
    for other in (by_rows, square, (Returned(7),) * 2, (Raised("ValueError", "none"),) * 2):
        assert not list(with_rows([check], {"table": other}))


@pytest.mark.parametrize(
    "value",
    [
        [{"a": 1, "b": 2}, {"a": 3, "b": 4}, {"a": 5, "b": 6}],
        [((1, 2),), ((3, 4),), ((5, 6),)],
        [(np.array([1, 2]),), (np.array([3, 4]),), (np.array([5, 6]),)],
    ],
)
def test_rows_that_are_not_flat_are_flattened(value: Any) -> None:
    ((key, came),) = with_rows([two_columns()], {"table": (Returned(value),) * 2})
    assert key == "rows-not-flat"
    assert came["table"][0] == Returned([[1, 2], [3, 4], [5, 6]])
