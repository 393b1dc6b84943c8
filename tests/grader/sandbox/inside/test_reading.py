"""A source is read statement by statement, and what cannot be read costs only itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox.inside.plain import written_out
from grader.sandbox.inside.reading import MAX_SOURCE_BYTES, Statement, read_cell


def read(source: str, first_line: int = 1) -> list[Statement]:
    return read_cell(source, first_line, "<submission 0>", 0)[0]


def assigned(source: str) -> list[tuple[str, ...]]:
    return [statement.names for statement in read(source)]


def run(source: str) -> dict[str, object]:
    """The globals after all readable statements of a trusted source have run."""
    names: dict[str, object] = {}
    for statement in read(source):
        if statement.code is not None:
            exec(statement.code, names)  # noqa: S102
        elif statement.plain:
            names[statement.plain] = written_out(statement.node.value)  # type: ignore[union-attr]
    return names


def test_each_top_level_statement_knows_its_line_and_names() -> None:
    source = "a = 1\n\nb: int = 2\nc += 3\ndef f(x):\n    y = x\nclass K:\n    z = 1\n"
    found = [(one.line, one.names) for one in read(source, first_line=40)]
    assert found == [(40, ("a",)), (42, ("b",)), (43, ("c",)), (44, ("f",)), (46, ("K",))]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a, (b, *c) = x", ("a", "b", "c")),
        ("for i in x:\n    s = i\nelse:\n    e = 1", ("i", "s", "e")),
        ("with open(p) as f, g as h:\n    t = 1", ("f", "h", "t")),
        ("try:\n    import numpy as np, os.path\nexcept E:\n    np = None", ("np", "os")),
        ("from m import a as b, c", ("b", "c")),
        ("if (n := 10) > 5: m = n", ("n", "m")),
        ("x[0] = 1", ()),
        ("x.y = 1", ()),
        ("x: int", ()),
        ("[j for j in x]", ()),
        ("lambda q: (w := q)", ()),
        (
            "match p:\n    case [a, *rest]:\n        b = 1\n    case k:\n        pass",
            ("a", "rest", "b", "k"),
        ),
        ("async def f():\n    inner = 1", ("f",)),
    ],
)
def test_all_ways_to_assign_are_seen(source: str, names: tuple[str, ...]) -> None:
    assert set(read(source)[0].names) == set(names)


def test_one_unfinished_line_costs_one_statement() -> None:
    source = "conv1_size = 24\nconv1_rf = 5 +\npool1_rf = 6\n"
    first, broken, last = read(source, first_line=7)
    assert (first.error, last.error) == (None, None)
    assert (broken.line, broken.names) == (8, ("conv1_rf",))
    assert broken.error == ("SyntaxError", "invalid syntax")
    assert broken.code is None
    assert run(source)["pool1_rf"] == 6


@pytest.mark.parametrize(
    ("broken", "names"),
    [
        ("a = ", ("a",)),
        ("a, b = 1,, 2", ("a", "b")),
        ("a += )", ("a",)),
        ("a: int = = 3", ("a",)),
        ("def f(x:\n    return x", ("f",)),
        ("async def g(x)\n    return x", ("g",)),
        ("class K\n    pass", ("K",)),
        ("a == 3 3", ()),
        ("print(5", ()),
        ("%matplotlib inline", ()),
        ("!pip install numpy", ()),
        ("?", ()),
        ("x = 'open", ("x",)),
        ("  y = 1", ("y",)),
        ("  y = 1\n  z = 2", ("y", "z")),
        ("širina = 3 3", ("širina",)),
        ("шаг = )", ("шаг",)),
    ],
)
def test_what_is_around_a_broken_chunk_still_runs(broken: str, names: tuple[str, ...]) -> None:
    source = f"before = 1\n{broken}\nafter = 2\n"
    found = run(source)
    assert (found["before"], found["after"]) == (1, 2)
    failed = [one for one in read(source) if one.error is not None]
    assert [name for one in failed for name in one.names] == list(names)


@pytest.mark.parametrize(
    "broken",
    ["[[9. 2.]\n[1. 0.]]", "[[9 2]\n[1 0]\n[3 4]]", "[[9., 2.],\n[1. 0.]]", "[[1 2]  # a\n[3 4]]"],
)
def test_the_rows_of_a_printed_array_stay_together_in_column_0(broken: str) -> None:
    lines = 1 + broken.count("\n")
    _, array, last = read(f"a = = 1\nr = {broken}\nz = 2\n")
    assert (array.head, array.names, array.lines) == (2, ("r",), f"r = {broken}".split("\n"))
    assert (last.line, last.names) == (2 + lines, ("z",))


def test_a_list_in_column_0_is_a_statement_where_no_row_is_open() -> None:
    names = [one.names for one in read("a = [1, 2\nb = 3 3\n[b, a]\nc = (4\n[5]\nd = 6\n")]
    assert ("b",) in names
    assert ("d",) in names


def test_lines_indented_at_the_very_beginning_are_not_lost() -> None:
    broken, after = read("\n  y = 1\nafter = 2\n")
    assert (broken.line, broken.names, after.names) == (2, ("y",), ("after",))
    assert broken.error == ("IndentationError", "unexpected indent")


def test_compound_statements_and_closing_brackets_stay_together() -> None:
    source = (
        "bad = = 1\n"
        "if False:\n    a = 1\nelif False:\n    a = 2\nelse:\n    a = 3\n"
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    b = 4\nfinally:\n    c = 5\n"
        "d = [\n    6,\n# a comment\n]\n"
        "@staticmethod\n@staticmethod\ndef f():\n    return 7\n"
    )
    found = run(source)
    assert [found[name] for name in "abcd"] == [3, 4, 5, [6]]
    assert isinstance(found["f"], staticmethod)
    assert sum(one.error is not None for one in read(source)) == 1


def test_text_and_brackets_that_go_on_in_column_0_stay_together() -> None:
    source = 'bad = = 1\nnote = """first\nsecond = 1\nthird"""\nsize = (1 +\n2\n)\nlast = 4\n'
    found = run(source)
    assert found["note"] == "first\nsecond = 1\nthird"
    assert found["size"] == 3
    assert "second" not in found


def test_an_unclosed_bracket_does_not_swallow_the_rest() -> None:
    found = run("a = (5 +\nb = 6\nc = 7\n")
    assert (found["b"], found["c"]) == (6, 7)
    assert "a" not in found


@pytest.mark.parametrize(
    "source",
    [
        "return 5",
        "yield 1",
        "await x",
        "break",
        "def f(a, a): pass",
        "nonlocal x",
        "from x import (*)",
    ],
)
def test_what_the_compiler_refuses_costs_one_statement(source: str) -> None:
    found = run(f"before = 1\n{source}\nafter = 2\n")
    assert (found["before"], found["after"]) == (1, 2)


@pytest.mark.parametrize(
    "source",
    [
        "a = 1\0",
        "\0",
        "(" * 300 + ")" * 300,
        "x = " + "-" * 100_000 + "1",
        "x = " + "1+" * 50_000 + "1",
        "x = " + "a." * 50_000 + "a",
        "x = " + "[" * 5_000,
        "x = " + "f(" * 5_000 + ")" * 5_000,
        "if 1:\n\ta = 1\n        b = 2\n",
        "x = " + "9" * 5_000,
        "x = '\\N{no such name}'",
        "def " + "f" * 100_000 + "(:",
        "\ud800 = 1",
        "x = 1\r\ny = = 2\r\nz = 3\r\n",
        "\ufeffx = 1\ny = = 2\n",
        "\f\n x\n",
        "if x:\n" * 200,
        "@\n" * 300,
        "\n" * 50_000 + "x = = 1",
    ],
)
def test_a_source_made_to_break_a_parser_gives_statements(source: str) -> None:
    for one in read(f"before = 1\n{source}"):
        has_code = one.code is not None or one.plain != ""
        assert has_code == (one.error is None)


@given(st.text(st.sampled_from("a=1+([{'\"#\n \t\\:@\0é"), max_size=60))
def test_any_text_gives_statements(source: str) -> None:
    for one in read(source):
        has_code = one.code is not None or one.plain != ""
        assert has_code == (one.error is None)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    found = run("\ufeffx = 1\r\ny = = 2\r\nz = 3\r\n")
    assert (found["x"], found["z"]) == (1, 3)


def test_a_source_that_is_too_long_is_refused_with_both_sizes() -> None:
    (only,) = read("#" * (MAX_SOURCE_BYTES + 1))
    assert only.error == ("SyntaxError", "at most 262144 bytes of source are read, 262145 came")
    assert read("#" * MAX_SOURCE_BYTES) == []


def test_future_statements_hold_for_what_follows() -> None:
    source = "from __future__ import annotations\ndef f(x: unknown) -> None: ...\n"
    assert "f" in run(source)
    _, flags, _ = read_cell(source, 1, "<submission 0>", 0)
    (later,), _, _ = read_cell("def g(x: unknown): ...", 1, "<submission 1>", flags)
    assert later.code is not None
    exec(later.code, {})  # noqa: S102
