"""What a line in column 0 has cut off is noted, also where all of it is valid Python."""

from __future__ import annotations

import itertools
import textwrap

import pytest

from grader.sandbox.inside.cuts import loose_parts
from grader.sandbox.inside.reading import Statement, read_cell

from .test_cut_functions import LAYER, PLAIN, SIZES, body_lines

STRAY_HEADS = (
    "def other(k):\n    return k",
    "def other(k):",
    "class Other:\n    n = 1",
    "class K:",
)


def read(source: str) -> list[Statement]:
    return read_cell(source, 1, "<submission 0>", 0)[0]


def parts(source: str) -> list[tuple[str, str, int, int, str]]:
    return [one for one in loose_parts(read(source)) if one[0] != "class"]


def is_broken(source: str, name: str) -> bool:
    return any(one.error is not None for one in read(source) if name in one.names)


@pytest.mark.parametrize("stray", STRAY_HEADS)
@pytest.mark.parametrize(("function", "name"), [(PLAIN, "conv1d"), (SIZES, "sizes")])
def test_a_stray_head_between_any_two_lines_of_a_function_is_seen(
    function: str, name: str, stray: str
) -> None:
    lines = function.splitlines()
    for at in body_lines(function):
        source = "\n".join([*lines[:at], *stray.splitlines(), *lines[at:]])
        noted = [one for one in parts(source) if one[:3] == ("rest", name, at + 1)]
        assert noted or is_broken(source, name), source


@pytest.mark.parametrize("stray", ["def other(k):\n    return k", "def other(k):\n    pass"])
def test_a_stray_function_between_any_two_lines_of_a_class_is_seen(stray: str) -> None:
    lines = LAYER.splitlines()
    below = [at for at in body_lines(LAYER) if at > 4]
    for at in below:
        source = "\n".join([*lines[:at], *stray.splitlines(), *lines[at:]])
        noted = [one for one in parts(source) if one[1:3] == ("Layer", at + 1)]
        assert noted or is_broken(source, "Layer"), source
        is_above = "def backward" in "\n".join(lines[at:])
        assert not is_above or "backward" in {one[4] for one in noted} or is_broken(source, "Layer")


def test_a_stray_decorator_breaks_the_function() -> None:
    (cut,) = [
        one
        for one in read("def f(x):\n    n = 1\n@cache\n    n = 2\n    return n\n")
        if "f" in one.names
    ]
    assert cut.error is not None
    assert cut.error[2:] == ("cut-in-two", {"name": "f", "place": 4})


@pytest.mark.parametrize("chosen", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 2), (0, 1, 2)])
@pytest.mark.parametrize("has_text", [True, False])
@pytest.mark.parametrize("moves_bodies", [True, False])
def test_methods_that_begin_in_column_0_are_noted_with_their_class(
    chosen: tuple[int, ...], has_text: bool, moves_bodies: bool
) -> None:
    head, *methods = LAYER.split("\n    def ")
    opening = head if has_text else "class Layer:"
    blocks = [f"    def {method}" for method in methods]
    for number in chosen:
        first, _, body = blocks[number].partition("\n")
        moved = textwrap.dedent(blocks[number]) if moves_bodies else f"{first.lstrip()}\n{body}"
        blocks[number] = moved
    source = "\n".join([opening, *blocks])
    names = {method.partition("(")[0] for method in methods}
    noted = {one[4] for one in parts(source) if one[:2] == ("method", "Layer")}
    outside = {methods[number].partition("(")[0] for number in chosen}
    assert outside <= noted or is_broken(source, "Layer"), source
    nested = {one[4] for one in parts(source) if one[:2] == ("nested", "Layer")}
    assert noted | nested <= names
    for one in read(source):
        if one.error is not None:
            assert one.error[2:], (one.error, source)


def test_a_method_that_python_refuses_is_told_with_its_class_and_its_own_line() -> None:
    source = (
        "class K:\n    n = 1\ndef f(self):\n        n = 2\n    def g(self):\n        return 1\n"
    )
    _, method = read(source)
    assert (method.line, method.names) == (3, ("f",))
    assert method.error is not None
    assert method.error[2:] == ("outdented-method", {"name": "f", "owner": "K"})


RIGHT = (
    "def f(x):\n    x[:] = 0\n\ndef g(x):\n    f(x)\n    return x\n",
    "def f(x):\n    print(x)\n\n@cache\ndef g(y, *x, z=1):\n    n = [x for x in y]\n    return n\n",
    "n = 1\ndef f(x):\n    n = x\n    print(n)\n\ndef g(y):\n    global x, n\n    x = n\n",
    "def f(x):\n    x.append(1)\n\nfor x in range(3):\n    f([x])\n",
    "def f(x):\n    print(x)\n\nx = 3\nprint(x)\n",
    "def f(x):\n    ...\n\ndef g(x):\n    def h(n):\n        return n + x\n    return h(1)\n",
    "def f(x):\n    y = x\n    print(y)\n\nclass K:\n    y = 1\n    def g(self, x): pass\n",
    "class K:\n    def f(self):\n        return 1\n\ndef g(x):\n    return x\n",
)


@pytest.mark.parametrize("source", RIGHT)
def test_nothing_of_a_right_program_hangs_loose(source: str) -> None:
    assert parts(source) == []
    assert all(one.error is None for one in read(source))


def test_a_broken_definition_that_names_only_its_own_takes_nothing() -> None:
    above = "def f(x):\n    y = x\n    print(y)\n\n"
    assert parts(above + "def g(x)\n    z = x\n    return z\n") == []
    assert parts(above + "def g(z)\n    # as x\n    return z\n") == []


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(RIGHT[:5], 2)))
def test_right_programs_one_below_the_other_stay_whole(first: str, second: str) -> None:
    assert all(one.error is None for one in read(first + second))


@pytest.mark.parametrize(
    ("source", "line", "text"),
    [
        ("def f(x):\ny = x\n", 2, "y = x"),
        ("def f(x):\n\n# why\n'''Text.'''\n", 4, "'''Text.'''"),
        ("class K:\ndef f(self):\n    return 1\n", 2, "def f(self):"),
        ("for i in x:\n" + "y" * 50 + "\n", 2, "y" * 40 + "…"),
    ],
)
def test_what_stands_where_a_body_was_expected_is_told(source: str, line: int, text: str) -> None:
    broken = read(source)[0]
    assert broken.line == line
    assert broken.error is not None
    details = {"place": 1, "text": text, "position": "1"}
    assert broken.error[2:] == ("body-not-indented", details)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("def f(x):\n+    y = 2 * x\n+    return y\n", "pasted-diff"),
        ("def f(x):\n    '''Text.'''\n@@ -1 +1,2 @@\n    y = 2 * x\n", "pasted-diff"),
        ("def f(x):\n2     y = 2 * x\n3     return y\n", "pasted-line-numbers"),
    ],
)
def test_a_body_that_was_pasted_with_other_signs_breaks_its_function(source: str, key: str) -> None:
    (broken,) = read(source)
    assert broken.names[0] == "f"
    assert broken.error is not None
    assert broken.error[2:] == (key, {})


@pytest.mark.parametrize("pasted", ["+    z = 3\n+    return z\n", "7     z = 3\n8     w = z\n"])
def test_what_was_pasted_below_a_right_definition_leaves_it_as_it_is(pasted: str) -> None:
    function = "def f(x):\n    x[:] = 1\n\n"
    layer = "class K:\n    def f(self, z):\n        self.z = z\n\n"
    for above in (function, layer, f"{layer}{function}", f"{function}{layer}"):
        *right, broken = read(above + pasted)
        assert len(right) == len(read(above))
        assert all(one.error is None for one in right)
        assert broken.error is not None


def test_where_a_source_ends_in_place_of_a_body_python_s_own_words_are_told() -> None:
    (broken,) = read("def f(x):\n# nothing\n")
    assert broken.error is not None
    assert len(broken.error) == 2
