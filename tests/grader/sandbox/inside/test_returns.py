"""A result that is not returned, or too early, is returned where it was meant to be."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from grader.sandbox.inside.returns import FORGOTTEN, IN_LOOP, mended_returns

WORKED_OUT = "    out = [0] * 3\n    for i in range(3):\n        out[i] = x + i\n"
WITHOUT_RETURN = {
    "printed": WORKED_OUT + "    print(out)\n",
    "printed with a text": WORKED_OUT + "    print('out:', out)\n",
    "a text printed below": WORKED_OUT + "    print('done')\n",
    "printed and returned": WORKED_OUT + "    return print(out)\n",
    "a bare return": WORKED_OUT + "    return\n",
    "returned in an early case alone": f"    if x is None:\n        return\n{WORKED_OUT}",
    "nothing below the loop": WORKED_OUT,
    "shown as in a notebook": WORKED_OUT + "    out\n",
    "assigned": WORKED_OUT + "    q = out\n",
    "appended": "    out = []\n    for i in range(3):\n        out.append(x + i)\n",
    "kept in a list of lists": (
        "    out = [[0] * 3]\n    for i in range(3):\n        out[0][i] = x + i\n    out = out[0]\n"
    ),
}
RETURNED_IN_LOOP = {
    "one loop": WORKED_OUT + "        return out\n",
    "after an inner loop": (
        "    out = [0] * 3\n    for i in range(3):\n        for _ in range(1):\n"
        "            out[i] = x + i\n        return out\n"
    ),
    "in an inner loop": (
        "    out = [0] * 3\n    for i in range(3):\n        for _ in range(1):\n"
        "            out[i] = x + i\n            return out\n"
    ),
    "in a while loop": (
        "    out, i = [0] * 3, 0\n    while i < 3:\n        out[i] = x + i\n        i += 1\n"
        "        return out\n"
    ),
}
AS_IT_IS = {
    "returned": WORKED_OUT + "    return out\n",
    "returned where it is found": "    for i in [x]:\n        if i == x:\n            return [i]\n",
    "two returns": WORKED_OUT + "        return out\n    return None\n    return out\n",
    "yielded": "    for i in range(3):\n        yield x + i\n",
    "a docstring": "    '''Adds.'''\n",
    "texts alone": "    print('x')\n",
    "left blank": "    ...\n",
    "nothing that can be told": "    a, b = x, x\n",
}


def mended(body: str) -> tuple[str, Any]:
    """The key of what was mended in a function of ``x``, and what it gives for 5."""
    tree = ast.parse(f"def f(x):\n{body}")
    key = mended_returns(tree.body[0])
    names: dict[str, Any] = {}
    exec(compile(tree, "<test>", "exec"), names)  # noqa: S102
    return key, names["f"](5)


@pytest.mark.parametrize("name", WITHOUT_RETURN)
def test_what_is_worked_out_and_not_returned_is(name: str) -> None:
    assert mended(WITHOUT_RETURN[name]) == (FORGOTTEN, [5, 6, 7])


@pytest.mark.parametrize("name", RETURNED_IN_LOOP)
def test_a_return_at_the_end_of_a_loop_comes_after_it(name: str) -> None:
    assert mended(RETURNED_IN_LOOP[name]) == (IN_LOOP, [5, 6, 7])


@pytest.mark.parametrize("name", AS_IT_IS)
def test_a_function_that_returns_or_gives_nothing_to_return_stays_as_it_is(name: str) -> None:
    tree = ast.parse(f"def f(x):\n{AS_IT_IS[name]}")
    before = ast.dump(tree)
    assert mended_returns(tree.body[0]) == ""
    assert ast.dump(tree) == before


def test_the_returns_of_a_function_inside_are_its_own() -> None:
    body = "    def g(y):\n        return y + 1\n    out = g(x)\n    print(out)\n"
    assert mended(body) == (FORGOTTEN, 6)


def test_a_result_that_is_kept_in_an_attribute_is_returned() -> None:
    source = "class C:\n    def f(self, x):\n        self.q = x + 1\n"
    tree: Any = ast.parse(source)
    assert mended_returns(tree.body[0].body[0]) == FORGOTTEN
    assert ast.unparse(tree).endswith("return self.q")
