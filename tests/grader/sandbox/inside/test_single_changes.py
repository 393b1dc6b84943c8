"""What one change makes of a program, that it brings in nothing, and that it leaves no trace."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.missing_parts import missing_steps, sizes_in
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
        ("[start:start + span - 1]", "[start + 1:start + span - 1 + 1]"),
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
    own |= {"T", "get"}  # a factor transposed, and 0 for a key that is not there
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


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("p, (3, 2), (s, 1)", "p, (3, 2), (s * p.itemsize, 1 * p.itemsize)"),
        ("p, shape=s, strides=(2, 1)", "p, shape=s, strides=(2 * p.itemsize, 1 * p.itemsize)"),
    ],
)
def test_strides_in_entries_are_one_change_away_from_strides_in_bytes(
    given: str, meant: str
) -> None:
    assert f"def f(p, s):\n    return as_strided({meant})" in made(
        f"def f(p, s):\n    return as_strided({given})"
    )


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("return [np.ceil(a), np.ceil(b)]", "return [np.floor(a), np.floor(b)]"),
        ("return np.tile(a, 2)", "return np.repeat(a, 2)"),
        ("if a is None:\n        a = b\n    return a", "if True:\n        a = b\n    return a"),
        ("return a.argmax(1, keepdim=True)", "return a.argmax(1)"),
        ("return a.max()", "return a.max(axis=(1, 2))"),
        ("return a / b.size", "return a / b[0].size"),
        ("return np.transpose(a, (2, 0, 1))", "return np.transpose(a, (0, 2, 1))"),
    ],
)
def test_calls_and_conditions_may_be_others(body: str, meant: str) -> None:
    head = "def f(a, b):\n    "
    assert f"{head}{meant}" in made(f"{head}{body}")


def test_a_range_may_lack_a_step_that_stands_elsewhere_in_the_program() -> None:
    program = "def g(n):\n    return n // 3\n\ndef f(n):\n    return [i for i in range(n)]"
    definitions = ast.parse(program).body
    sizes = sizes_in(definitions)
    assert sizes == [3]
    found = []
    for _, replaced in missing_steps(definitions[1], sizes):
        before = put(replaced)
        found.append(
            ast.unparse(ast.fix_missing_locations(definitions[1])).splitlines()[-1].strip()
        )
        put(before)
    assert found == ["return [i for i in range(0, n, 3)]"]


def test_a_mirror_that_skips_the_edge_is_one_change_away_from_one_that_does_not() -> None:
    head = "def f(i):\n    return np.where(i < 0, "
    assert f"{head}-(i + 1), i)" in made(f"{head}-i, i)")


FUNCTION = """
def conv(vector, kernel):
    np.pad(vector, 2)
    width = kernel.shape
    size = (len(vector) - width) / 3 + 1
    out = np.zeros(size)
    for i in len(out):
        start = 3 + i
        crop = vector[start, start + width]
        out[i] = np.sum(crop // kernel)
    for k in range(out):
        out = out[k] ** width
        out *= vector[k]
        if k > 2 and width == 3:
            back = out + kernel[k] * vector
    return back
"""
MISSING = {
    "np.pad(vector, 2)": "vector = np.pad(vector, 2)",
    "kernel.shape": "len(kernel)",
    "/ 3": "// 3",
    "for i in len(out)": "for i in range(len(out))",
    "3 + i": "3 * i",
    "vector[start, start + width]": "vector[start:start + width]",
    "crop // kernel": "crop / kernel",
    "range(out)": "range(len(out))",
    "out = out[k] ** width": "out[k] = out[k] ** width",
    "** width": "* width",
    "out *=": "out[k] *=",
    "out *= vector": "out += vector",
    "k > 2": "k < 2",
    " and ": " or ",
    "width == 3": "width != 3",
    "* vector\n": "* vector[k]\n",
    "back = out + ": "out = out + ",
    "out + kernel": "out - kernel",
    "start = 3": "crop = 3",
}


def test_what_is_missing_or_is_another_operator_is_one_change() -> None:
    whole = ast.unparse(ast.parse(FUNCTION)) + "\n"
    assert all(whole.count(written) == 1 for written in MISSING)
    meant = {written: whole.replace(written, it).strip() for written, it in MISSING.items()}
    found = set(made(FUNCTION))
    assert [written for written, program in meant.items() if program not in found] == []


@pytest.mark.parametrize(
    "unlike",
    [
        {"len(vector)": "len(vector[i])"},  # of which no entry is taken by this name
        {"out = np.zeros(size)": "out[i] = np.zeros(size)"},  # outside the loop
        {"range(out)": "range(len(range(out)))"},
    ],
)
def test_nothing_is_put_in_where_nothing_shows_that_it_is_missing(unlike: dict[str, str]) -> None:
    whole = ast.unparse(ast.parse(FUNCTION))
    for written, instead in unlike.items():
        assert whole.count(written) == 1
        assert whole.replace(written, instead) not in made(FUNCTION)


BACKWARD = """
class Layer:
    def bwd(self, dq):
        grad, seen = self.w, None
        grad *= dq[0]
        n = len(dq) - 3 // 2 + 1
        m = n // 2 - 3
        full = 2 * (n - 1)
        out = dq[:n]
        for i in range(n):
            out[i] = np.sum(dq[i:] * grad)
        self.dw = np.einsum("ij,j->i", self.x, dq) + np.sum(self.x * dq)
        return out, dq.max()
"""
IN_BACKWARD = {
    "grad *= dq[0]": "grad = grad * dq[0]",  # another array, and not the same one changed
    "len(dq) - 3 // 2": "(len(dq) - 3) // 2",
    "n // 2 - 3": "(n - 3) // 2",
    "2 * (n - 1)": "2 * n - 1",
    "out = dq[:n]": "out = dq[:n].copy()",
    "'ij,j->i'": "'ji,j->i'",
    "np.sum(self.x * dq)": "np.sum(self.x * dq, axis=1)",
    "dq.max()": "dq.max(axis=0)",
}


def test_brackets_axes_subscripts_and_copies_are_one_change() -> None:
    whole = ast.unparse(ast.parse(BACKWARD))
    assert all(whole.count(written) == 1 for written in IN_BACKWARD)
    found = set(made(BACKWARD))
    meant = {written: whole.replace(written, it) for written, it in IN_BACKWARD.items()}
    assert [written for written, program in meant.items() if program not in found] == []


def test_a_sum_in_a_loop_gets_the_axes_of_maps_alone_and_a_sum_of_sums_no_other_brackets() -> None:
    found = made(BACKWARD)
    assert any("grad, axis=(1, 2)" in program for program in found)
    assert not any(f"grad, axis={axis}" in program for program in found for axis in (0, 1))
    assert not any("(3 // 2 + 1)" in program for program in found)  # n - 3 // 2 + 1


WRONG_NAMES = {
    "self.conv2(h)": "self.conv1(h)",
    "h = self.conv1(x)": "h = self.conv1(h)",
    "self.head(h.flatten(1))": "self.head(x.flatten(1))",
}


def test_names_in_models_are_tried_before_the_shapes_of_layers() -> None:
    whole = ast.unparse(ast.parse(MODEL))
    changed = made(MODEL)
    shapes = changed.index(whole.replace("nn.Linear(64, 10)", "nn.Linear(63, 10)"))
    for written, meant in WRONG_NAMES.items():
        assert whole.count(written) == 1
        assert changed.index(whole.replace(written, meant)) < shapes


def test_another_value_of_the_object_is_one_change() -> None:
    layer = "class L:\n\n    def f(self, w, b):\n        self.w = w\n        self.b = b\n"
    layer += "        return self.w"
    assert layer.replace("return self.w", "return self.b") in made(layer)


def test_a_loop_that_ends_still_does_so() -> None:
    source = "def f(x):\n    i = 0\n    while i < len(x):\n        x[i] = 1\n        i += 1\n"
    changed = made(source)
    assert changed
    assert all("i += 1" in one or "i -= 1" in one or "i += " in one for one in changed)


LAYER = """
class Layer:
    def __init__(self, w, b):
        self.w = b
        self.b = w

    def fwd_pass(self, p):
        self.p = p
        p = np.pad(p, 3)
        q = np.zeros(len(p) - 5)
        total = self.b
        for i in range(len(q)):
            q[i] = np.dot(self.w + self.b, self.p[:6])
            total += i
        q[i] = total
        return np.sort(q)
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("self.w = b\n        self.b = w", "self.w = w\n        self.b = b"),
        ("self.p[:6]", "p[:6]"),
        ("self.p[:6]", "self.p[i:i + 6]"),
        ("self.p[:6]", "self.p[3:6 + 3]"),
        ("q[i] = np.dot", "q[i + 3] = np.dot"),
        ("np.dot(self.w + self.b, self.p[:6])", "np.dot(self.w, self.p[:6]) + self.b"),
        ("np.sort(q)", "np.flip(q)"),
        (
            "            total += i\n        q[i] = total",
            "            total += i\n            q[i] = total",
        ),
    ],
)
def test_what_a_layer_was_meant_to_do_is_one_change_away(written: str, meant: str) -> None:
    (whole,) = (ast.unparse(one) for one in ast.parse(LAYER).body)
    assert any(
        one.replace("            pass\n", "").replace("\n        pass", "")
        == whole.replace(written, meant)
        for one in made(LAYER)
    )


def test_a_sum_that_begins_before_the_loop_may_begin_in_it() -> None:
    assert any(
        "for i in range(len(q)):\n            total = self.b\n" in one for one in made(LAYER)
    )


IDLE = """
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3)
        self.conv2 = nn.Conv2d(4, 4, 3)
        self.conv3 = nn.Conv2d(4, 4, 3)

    def fwd(self, x):
        h = x
        h = self.conv3(torch.relu(h))
        return self.conv2(h)
"""


def test_a_layer_that_is_never_called_may_be_called_and_two_may_be_exchanged() -> None:
    every = made(IDLE)
    assert any("h = self.conv1(x)" in one for one in every)
    exchanged = ("h = self.conv2(torch.relu(h))", "return self.conv3(h)")
    assert any(all(each in one for each in exchanged) for one in every)
