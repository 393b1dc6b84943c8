"""What of a statement is run: each import by itself, and an expression with its value."""

from __future__ import annotations

from grader.sandbox.inside.code import compile_anew, parts, shown
from grader.sandbox.inside.reading import Statement, read_cell


def statement(source: str) -> Statement:
    ((found,), _, _) = read_cell(source, 1, "<test>", 0)
    return found


def test_modules_that_are_imported_in_one_line_are_imported_one_by_one() -> None:
    found = parts(statement("import math, json as data"))
    assert [code.co_names for code in found] == [("math",), ("json", "data")]
    assert len(parts(statement("from math import pi, e"))) == 1


def test_what_cannot_be_read_has_no_parts() -> None:
    assert parts(statement("a = (")) == []


def test_only_an_expression_has_a_value_to_show() -> None:
    code = shown(statement("3 * 4"), 0)
    assert code is not None
    assert eval(code) == 12  # noqa: S307
    assert shown(statement("a = 3"), 0) is None


def test_the_code_of_a_changed_tree_is_run_in_place_of_the_old_one() -> None:
    found = statement("a = 3")
    found.node = statement("b = 4").node
    compile_anew(found, "<test>", 0)
    (code,) = parts(found)
    assert code.co_names == ("b",)
