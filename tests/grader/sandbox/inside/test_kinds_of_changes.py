"""What a change of one place is called."""

from __future__ import annotations

import ast

import pytest

from grader.marking.mended import CHANGES
from grader.sandbox.inside import kinds_of_changes
from grader.sandbox.inside.kinds_of_changes import kind_of
from grader.sandbox.inside.single_changes import all_changes, put

PROGRAM = """
def conv1d(vector, kernel):
    span = len(kernel)
    out = np.zeros(len(vector) - span)
    for i in range(len(out)):
        for j in range(span):
            out[i] = vector[i - j] * kernel[j] + 3
    if span > 1:
        out = np.round(np.pad(out, (0, 2)))
    return out
"""


def kinds(meant: str) -> set[str]:
    """The kinds of the changes that lead to a line which the program does not have."""
    (definition,) = ast.parse(PROGRAM).body
    found = set()
    for _, _, replaced in all_changes(definition):
        kind = kind_of(replaced)
        before = put(replaced)
        written = ast.unparse(ast.fix_missing_locations(definition))
        put(before)
        if meant in (line.strip() for line in written.splitlines()):
            found.add(kind)
    return found


@pytest.mark.parametrize(
    ("meant", "kind"),
    [
        ("for i in range(len(out) + 1):", "counted"),
        ("for j in range(1, span):", "missing"),
        ("out[i] = vector[i - j] * kernel[j] + 2", "counted"),
        ("out[i] = vector[i - j] * kernel[j] + 0", "number"),
        ("out[i] = vector[i - j] * kernel[j]", "surplus"),
        ("out[i] = vector[i - i] * kernel[j] + 3", "name"),
        ("out[i] = vector[i + j] * kernel[j] + 3", "operation"),
        ("out[i] = vector[j - i] * kernel[j] + 3", "order"),
        ("out[i] += vector[i - j] * kernel[j] + 3", "added"),
        ("if span >= 1:", "comparison"),
        ("out = np.round(np.pad(out, (2, 0)))", "order"),
        ("out = np.pad(out, (0, 2))", "surplus"),
        ("pass", "statement"),
    ],
)
def test_a_change_is_called_by_what_it_does(meant: str, kind: str) -> None:
    assert kind in kinds(meant)


def test_another_function_is_one_thing_for_another() -> None:
    (definition,) = ast.parse("def f(x):\n    return np.max(x)").body
    found = {kind_of(each) for _, _, each in all_changes(definition)}
    assert "function" in found


def test_what_exchanges_numbers_throughout_is_their_order() -> None:
    source = "class A:\n    def f(self, x):\n        return x[:2].reshape(3, 2) + 3"
    (definition,) = ast.parse(source).body
    written = set()
    for _, _, replaced in all_changes(definition):
        kind = kind_of(replaced)
        before = put(replaced)
        written.add((kind, ast.unparse(ast.fix_missing_locations(definition)).splitlines()[-1]))
        put(before)
    assert ("order", "        return x[:3].reshape(2, 3) + 2") in written


def test_each_kind_has_a_sentence() -> None:
    names = {
        value
        for name, value in vars(kinds_of_changes).items()
        if name.isupper() and not name.startswith("_") and isinstance(value, str)
    }
    assert names == set(CHANGES)
