"""A block for ``__main__`` is taken apart, and so is one that is always entered."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.blocks import is_main_block, opened

MAIN = "if __name__ == '__main__':\n"


@pytest.mark.parametrize(
    ("source", "statements"),
    [
        ("a = 1\nb = 2", [("a = 1", 0), ("b = 2", 0)]),
        (f"{MAIN}    b = 2\n    c = 3\nd = 4", [("b = 2", 1), ("c = 3", 1), ("d = 4", 0)]),
        ("if '__main__' == __name__:\n    b = 2", [("b = 2", 1)]),
        (f"{MAIN}    if x:\n        b = 2", [("if x:\n    b = 2", 1)]),
        (f"{MAIN}    {MAIN}        b = 2\n    c = 3", [("b = 2", 1), ("c = 3", 1)]),
        ("if True:\n    a = 1\n    b = 2", [("a = 1", 0), ("b = 2", 0)]),
        (f"if 1:\n    a = 1\n    {MAIN}        b = 2", [("a = 1", 0), ("b = 2", 3)]),
        ("if False:\n    a = 1", [("if False:\n    a = 1", 0)]),
        ("if True:\n    a = 1\nelse:\n    b = 2", [("if True:\n    a = 1\nelse:\n    b = 2", 0)]),
        ("try:\n    a = 1\nfinally:\n    b = 2", [("try:\n    a = 1\nfinally:\n    b = 2", 0)]),
    ],
)  # fmt: skip
def test_the_statements_of_a_block_are_those_of_the_program(
    source: str, statements: list[tuple[str, int]]
) -> None:
    assert [
        (ast.unparse(node), line) for node, line in opened(ast.parse(source).body)
    ] == statements


def test_what_stands_below_the_else_of_the_block_is_run_where_the_block_is_not() -> None:
    otherwise, body = opened(ast.parse(f"{MAIN}    a = 1\nelse:\n    b = 2").body)
    assert (ast.unparse(body[0]), body[1]) == ("a = 1", 1)
    names: dict[str, object] = {"__name__": "submission"}
    module = ast.Module([otherwise[0]], [])
    exec(compile(module, "<block>", "exec"), names)  # noqa: S102
    assert otherwise[1] == 0
    assert names["b"] == 2
    assert "a" not in names


@pytest.mark.parametrize(
    "test",
    ["__name__ != '__main__'", "__name__ == '__test__'", "name == '__main__'", "__name__", "True"],
)
def test_other_conditions_are_no_block_for_main(test: str) -> None:
    assert not is_main_block(ast.parse(f"if {test}:\n    a = 1").body[0])


def test_a_block_of_great_depth_is_no_hardship() -> None:
    node: ast.stmt = ast.parse("a = 1").body[0]
    for _ in range(100_000):
        node = ast.If(ast.Constant(True), [node], [])
    (found,) = opened([node])
    assert ast.unparse(found[0]) == "a = 1"
    while isinstance(node, ast.If):  # taken down from the outside, for which no stack is needed
        (node,) = node.body
