"""How easily a statement runs once more is seen in its form, as is what it would have changed."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.ease import ASSIGNS, BARE, HARD, ease, touched


def only(source: str) -> ast.stmt:
    (node,) = ast.parse(source).body
    return node


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import numpy as np", BARE),
        ("from math import tau", BARE),
        ("def f(x):\n    while x: pass", BARE),
        ("@cache\ndef f(x): ...", BARE),
        ("async def f(): ...", BARE),
        ("class K:\n    n = 3", BARE),
        ("x = 1", BARE),
        ("x: int = 1", BARE),
        ("x: int", BARE),
        ("x += 1", BARE),
        ("x = y = [1, -2 / z, {'a': w[0].b}]", BARE),
        ("f = lambda x: g(x)", BARE),
        ("'A docstring.'", BARE),
        ("...", BARE),
        ("del x", BARE),
        ("pass", BARE),
        ("if __name__ == '__main__':\n    for i in j: main()", BARE),
        ("if '__main__' == __name__:\n    main()", BARE),
        ("try:\n    import torch\nexcept ImportError:\n    torch = None", BARE),
        ("if fast:\n    n = 1\nelse:\n    n = 2", BARE),
        ("x = f(1)", ASSIGNS),
        ("x = [i for i in y]", ASSIGNS),
        ("if f():\n    n = 1", ASSIGNS),
        ("if fast:\n    n = f()", ASSIGNS),
        ("with torch.no_grad():\n    y = 1", ASSIGNS),
        ("np.random.seed(0)", ASSIGNS),
        ("seed(0)", ASSIGNS),
        ("torch.manual_seed(0)", ASSIGNS),
        ("sys.setrecursionlimit(5000)", ASSIGNS),
        ("for i in x: pass", HARD),
        ("while x: pass", HARD),
        ("f(x)", HARD),
        ("time.sleep(9)", HARD),
        ("assert f(x)", HARD),
        ("raise SystemExit", HARD),
        ("if fast:\n    f()", HARD),
        ("if fast:\n    n = 1\nelse:\n    f()", HARD),
        ("if __name__ == '__main__':\n    pass\nelse:\n    f()", HARD),
        ("try:\n    import x\nexcept E:\n    f()", HARD),
        ("try:\n    n = 1\nfinally:\n    f()", HARD),
        ("with open(x) as f:\n    print(f)", HARD),
        ("match x:\n    case 1: pass", HARD),
        ("await x", HARD),
    ],
)
def test_a_statement_is_as_hard_as_the_hardest_that_is_in_it(source: str, expected: int) -> None:
    assert ease(only(source)) == expected


def test_a_statement_of_great_depth_is_no_hardship_for_the_grader() -> None:
    depth = 90
    source = "".join(f"{' ' * n}if x:\n" for n in range(depth)) + " " * depth + "y = 1"
    assert ease(only(source)) == BARE
    assert touched(only(source)) == ("y",)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("dw[i] = 1", {"dw"}),
        ("layer.w[0].x = 1", {"layer"}),
        ("for i in y:\n    dw[i] += y", {"i", "dw"}),
        ("rows.append(x)", {"rows"}),
        ("del a[0]", {"a"}),
        ("while b < 5: b += 1", {"b"}),
        ("print(x)", set()),
        ("f(x)[0] = 1", set()),
        ("y = x[0]", {"y"}),
        ("def f():\n    dw[0] = 1", {"f"}),
    ],
)
def test_a_statement_touches_what_it_gives_or_changes(source: str, names: set[str]) -> None:
    assert set(touched(only(source))) == names
