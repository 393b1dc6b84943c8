"""A function or class that a stray line cuts in two is broken, wherever and however it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox.inside.cuts import loose_parts
from grader.sandbox.inside.reading import Statement, read_cell

PLAIN = """def conv1d(vector, kernel):
    \"\"\"The sheet's own words.\"\"\"
    n = len(vector)
    m = len(kernel)
    out = []
    for i in range(n - m + 1):
        total = 0
        for j in range(m):
            if j > n:
                return None
            total += vector[i + j] * kernel[j]
        out.append(total)
    return out
"""
LAYER = """class Layer:
    \"\"\"A layer.\"\"\"

    def __init__(self, w):
        self.w = w

    def forward(self, x):
        self.x = x
        out = x * self.w
        return out

    def backward(self, dout):
        self.dw = dout * self.x
        self.dx = dout * self.w
"""
SIZES = """def sizes(n, k, s=1):
    if s < 1:
        raise ValueError("stride")
    while k > n:
        n += 1
    with open("log") as log:
        log.write("x")
    return (n - k) // s + 1
"""
STRAYS = (
    *("pass", "print(1)", "x = 3", "asdf", "two words", "=======", "<<<<<<< HEAD", "???"),
    *(">>> x", "In [3]: x = 1", "import numpy as np", "a = (1,", "“quoted”", "%%time", "x ="),
)


def read(source: str) -> list[Statement]:
    return read_cell(source, 1, "<submission 0>", 0)[0]


def named(source: str, name: str) -> list[Statement]:
    return [one for one in read(source) if name in one.names]


def body_lines(function: str) -> list[int]:
    """The numbers (from 0) of lines before which something of the function's body has gone."""
    lines = function.splitlines()
    return [n for n in range(2, len(lines)) if lines[n].strip()]


def ends_in_nothing(function: str, line: int) -> bool:
    """Whether what stands above a line of a function is all that there is to run of it."""
    return function.splitlines()[line - 1].strip().startswith(("return out", "raise"))


@pytest.mark.parametrize("stray", STRAYS)
@pytest.mark.parametrize(
    ("function", "name"), [(PLAIN, "conv1d"), (LAYER, "Layer"), (SIZES, "sizes")]
)
def test_a_stray_line_between_any_two_lines_breaks_the_function(
    function: str, name: str, stray: str
) -> None:
    lines = function.splitlines()
    for at in body_lines(function):
        source = "\n".join([*lines[:at], stray, *lines[at:], "", "after = 1"])
        found = named(source, name)
        assert found, (at, source)
        assert all(one.error is not None for one in found), (at, source)
        (after,) = named(source, "after")
        assert after.error is None


@pytest.mark.parametrize(("function", "name"), [(PLAIN, "conv1d"), (SIZES, "sizes")])
def test_a_line_of_a_body_that_is_not_indented_breaks_the_function(
    function: str, name: str
) -> None:
    lines = function.splitlines()
    for at in body_lines(function)[:-1]:
        source = "\n".join([*lines[:at], lines[at].lstrip(), *lines[at + 1 :]])
        found = named(source, name)
        assert all(one.error is not None for one in found), (at, source)


def test_the_line_that_cuts_a_function_is_named_and_so_is_the_rest() -> None:
    source = 'def f(x):\n    """Doc."""\n    n = 3\nm = 4\n    return n + m\nafter = 1\n'
    cut, stray, after = read(source)
    assert cut.line == 4
    assert cut.error == (
        "IndentationError",
        "expected an indented line",
        "cut-in-two",
        {"name": "f", "place": 5},
    )
    assert (stray.names, after.names) == (("m",), ("after",))


@pytest.mark.parametrize(
    "source",
    [
        'def f(x):\n    """Doc."""\nn = 3\nreturn n\n',
        "def f(x):\n    n = 0\nfor i in range(3):\n    n += i\nreturn n\n",
        "def f(x):\n    n = 0\nfor i in range(3):\n        n += i\n    return n\n",
        "def f(x):\n    ...\nif x:\n    return 3\n",
        "def f(x):\n    raise NotImplementedError\nyield x\n",
    ],
)
def test_a_body_that_is_not_indented_at_all_breaks_the_function(source: str) -> None:
    (cut,) = named(source, "f")
    assert cut.error is not None
    assert cut.error[0] == "IndentationError"


@pytest.mark.parametrize(
    "source",
    [
        "def f(x):\n    return 2 * x\na = 1\n    b = 2\n",
        "def f(x):\n    return 2 * x\na = 1\n    return a\n",
        "def f(x):\n    if x:\n        return 1\n    else:\n        return 2\n\n    \nreturn 5\n",
        "def f(x):\n    print(x)\n\na = 1\n    b = 2\n",
        "def f(x):\n    print(x)\n\nx = = 1\ny = 2\n",
        "def f(x):\n    print(x)\n\na = f(3)\nif not a:\n    print(a)\n    return\n",
        "def f(x):\n    print(x)\n\nclass K:\n    return 3\n",
        "class f:\n    def g(self):\n        return 1\n\na = 1\n    b = 2\n",
        "def f(x):\n    print(x)\n\ndef g(x)\n    y = x\n    return y\n",
        "def f(x):\n    print(x)\n\ndfe g(x):\n    y = x\n    return y\n",
        "def f(x):\n    print(x)\n\ndef g(x):\n<<<<<<< HEAD\n    return 1\n=======\n    return 2\n",
    ],
)
def test_a_function_that_is_whole_is_not_broken_by_what_stands_below(source: str) -> None:
    (whole,) = named(source, "f")
    assert whole.error is None


PASTED = (
    *("+def f(x):", "+    y = x", "-    y = 2", "@@ -1,2 +1,2 @@", " def f(x):", "7  def f(x):"),
    *("8      y = x", "9", "def", "class K:", "def g(self):", "@cache", "    return out"),
)


@given(
    st.lists(
        st.sampled_from([*PLAIN.splitlines(), *LAYER.splitlines(), *STRAYS, *PASTED]), max_size=14
    )
)
def test_any_lines_give_statements_that_have_code_or_an_error(lines: list[str]) -> None:
    statements = read("\n".join(lines))
    for one in statements:
        has_code = one.code is not None or one.plain != ""
        assert has_code == (one.error is None)
        assert 0 < one.head <= one.line <= max(len(lines), 1)
    for _, owner, place, rest, _ in loose_parts(statements):
        assert owner in (*(name for one in statements for name in one.names), "")
        assert rest == 0 or 0 < place <= rest <= len(lines)
