"""What one change makes of a program, that it brings in nothing, and that it leaves no trace."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.single_changes import all_changes, put

CONVOLUTION = """
def conv1d(vector, kernel):
    vector, kernel = kernel, vector
    kernel = vector[::-1]
    span = len(kernel)
    out = np.zeros(len(vector) - span + 1)
    for i in range(1, len(out) + 1):
        start = i - 2
        out[i] = np.round(vector[start : start + span - 1] @ kernel)
        out[i] += i
    return np.pad(out, (3, 0), mode="edge")[0]
"""
MODEL = """
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3)
        self.conv2 = nn.Conv2d(4, 4, 3)
        self.head = nn.Sequential(nn.Linear(64, 10), nn.Softmax(1))

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(self.conv2(h))
        return self.head(h.flatten(1)).max(1).values
"""


def made(source: str) -> list[str]:
    """The program with each change, as it is written, the likeliest first."""
    (definition,) = ast.parse(source).body
    whole = ast.unparse(definition)
    found = []
    for _, _, replaced in sorted(all_changes(definition), key=lambda change: change[0]):
        before = put(replaced)
        found.append(ast.unparse(ast.fix_missing_locations(definition)))
        put(before)
        assert ast.unparse(definition) == whole
    return found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("vector, kernel = (kernel, vector)", "pass"),
        ("kernel = vector[::-1]", "kernel = kernel[::-1]"),
        ("start = i - 2", "start = i"),
        ("start = i - 2", "start = i - 1"),
        ("range(1, len(out) + 1)", "range(len(out))"),
        ("start + span - 1]", "start + span]"),
        (
            "np.round(vector[start:start + span - 1] @ kernel)",
            "vector[start:start + span - 1] @ kernel",
        ),
        ("out[i] += i", "out[i] = i"),
        ("out[i] += i", "pass"),
        ("(3, 0)", "(3, 3)"),
        ("'edge'", "'wrap'"),
        ("[0]\n", "\n"),
        ("@ kernel", "@ vector"),
    ],
)
def test_what_was_meant_is_one_change_away_from_what_was_written(written: str, meant: str) -> None:
    whole = ast.unparse(ast.parse(CONVOLUTION)) + "\n"
    assert whole.count(written) == 1
    assert whole.replace(written, meant).strip() in made(CONVOLUTION)


@pytest.mark.parametrize(
    "changes",
    [
        {"self.conv2 = nn.Conv2d(4, 4, 3)": "pass", "self.conv2(h)": "h"},
        {".max(1).values": ""},
        {"nn.Sequential(nn.Linear(64, 10), nn.Softmax(1))": "nn.Sequential(nn.Linear(64, 10))"},
    ],
)
def test_a_layer_too_many_is_one_change_where_it_is_made_and_called(
    changes: dict[str, str],
) -> None:
    whole = ast.unparse(ast.parse(MODEL))
    for written, meant in changes.items():
        assert whole.count(written) == 1
        whole = whole.replace(written, meant)
    assert whole in made(MODEL)


@pytest.mark.parametrize("source", [CONVOLUTION, MODEL])
def test_no_change_brings_in_a_name_that_the_program_has_not(source: str) -> None:
    def names(text: str) -> set[str]:
        nodes = list(ast.walk(ast.parse(text)))
        attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        return attributes | {node.id for node in nodes if isinstance(node, ast.Name)}

    changed = made(source)
    assert len(changed) > 30
    own = {f"{name}_of_its_own" for name in names(source)}  # what is given a name for itself
    assert all(names(one) <= names(source) | own for one in changed)


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("self.p = p\n    p = np.pad(p, 2)", "p = np.pad(p, 2)\n    self.p = p"),
        ("x = f(kernel, len(vector))", "x = f(vector, len(kernel))"),
        (
            "for i in p:\n        p = p[i]\n        out[i] = p @ w",
            "for i in p:\n        p_of_its_own = p[i]\n        out[i] = p_of_its_own @ w",
        ),
    ],
)
def test_order_roles_and_names_that_are_used_up_are_one_change(body: str, meant: str) -> None:
    head = "def f(self, p, vector, kernel):\n    "
    assert f"{head}{meant}" in made(f"{head}{body}")


def test_a_loop_that_ends_still_does_so() -> None:
    source = "def f(x):\n    i = 0\n    while i < len(x):\n        x[i] = 1\n        i += 1\n"
    changed = made(source)
    assert changed
    assert all("i += 1" in one or "i -= 1" in one or "i += " in one for one in changed)
