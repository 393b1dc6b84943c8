"""A table of blanks: each in its row and column, with holes, in the order that was laid out."""

from __future__ import annotations

import pytest

from problems.table import Table


def test_rows_and_columns_come_in_the_order_in_which_they_are_asked_for() -> None:
    table = Table("net").with_blank("conv", "shape", "a").with_blank("pool", "rf", "b")
    assert (table.rows, table.columns) == (("conv", "pool"), ("shape", "rf"))
    assert table.at("conv", "shape") == "a"
    assert table.at("pool", "rf") == "b"


def test_a_cell_without_a_blank_is_a_hole() -> None:
    table = Table("net").with_blank("conv", "shape", "a").with_blank("pool", "rf", "b")
    assert table.at("conv", "rf") is table.at("pool", "shape") is None


def test_a_cell_holds_one_blank() -> None:
    table = Table("net").with_blank("conv", "shape", "a")
    with pytest.raises(ValueError, match="b: a cell of its own was needed, but 'a' is in row"):
        table.with_blank("conv", "shape", "b")


def test_rows_and_columns_that_are_fixed_are_not_added_to() -> None:
    table = Table("net", columns=("shape", "rf"), has_fixed_columns=True)
    assert table.with_blank("conv", "rf", "a").columns == ("shape", "rf")
    with pytest.raises(ValueError, match="a: the columns of the table are shape, rf, but 'macs'"):
        table.with_blank("conv", "macs", "a")
    fixed = Table("net", rows=("conv",), has_fixed_rows=True)
    with pytest.raises(ValueError, match="a: the rows of the table are conv, but 'pool' came"):
        fixed.with_blank("pool", "shape", "a")
