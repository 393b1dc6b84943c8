"""Programs whose marks may hang on the versions of Python and NumPy that run them.

All answer one sheet; `tools/same_marks.py` marks them with the oldest and the newest libraries that
the project allows.
"""

from __future__ import annotations

SHEET = """# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7", \
"parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 71f0acf542ffa1ca

import numpy as np


# %% problem 1: A function for 1D convolution

"""

RIGHT = '''def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = np.pad(vector, 1)
    k = kernel[::-1]
    n = (len(x) - len(k)) // 2 + 1
    out = np.zeros(n)
    for i in range(n):
        window = x[2 * i : 2 * i + len(k)]
        out[i] = window @ k
    return out
'''


def changed(*changes: tuple[str, str], above: str = "", below: str = "") -> str:
    """The right program with other words in some places, and with lines above and below it."""
    program = RIGHT
    for old, new in changes:
        assert old in program, old
        program = program.replace(old, new, 1)
    return f"{above}{program}{below}"


def cell(value: str) -> str:
    """The right program with another value in each cell of its result."""
    return changed(("out[i] = window @ k", f"out[i] = {value}"))


FULL = {
    "plain": RIGHT,
    "item": cell("(window[None] @ k).item()"),
    "index": cell("(window[None] @ k)[0]"),
    "squeezed": cell("np.squeeze(window[None] @ k)"),
    "sum": cell("sum(map(lambda a, b: a * b, window, k))"),
    "sum-of-list": cell("np.sum(list(map(np.multiply, window, k)))"),
    "sum-of-iterator": cell("np.sum(np.fromiter(map(np.multiply, window, k), float))"),
    "einsum": cell("np.einsum('i,i->', window, k)"),
    "vdot": cell("np.vdot(window, k)"),
    "inner": cell("np.inner(window, k)"),
    "tensordot": cell("np.tensordot(window, k, axes=1)"),
    "reduce": cell("np.add.reduce(window * k)"),
    "float": cell("float(np.dot(window, k))"),
    "slice": changed(("out[i] = window @ k", "out[i : i + 1] = window[None] @ k")),
    "flip": changed(("kernel[::-1]", "np.flip(kernel)")),
    "flipud": changed(("kernel[::-1]", "np.flipud(kernel)")),
    "concatenate": changed(("np.pad(vector, 1)", "np.concatenate(([0], vector, [0]))")),
    "hstack": changed(("np.pad(vector, 1)", "np.hstack([0, vector, 0])")),
    "insert": changed(("np.pad(vector, 1)", "np.insert(vector, [0, len(vector)], 0)")),
    "r-": changed(("np.pad(vector, 1)", "np.r_[0, vector, 0]")),
    "pad-mode": changed(("np.pad(vector, 1)", "np.pad(vector, (1, 1), 'constant')")),
    "matrix": changed(("window @ k", "(np.asmatrix(window) * np.asmatrix(k).T).item()")),
    "floor": changed(("// 2 + 1", "// 2 + 1\n    n = int(np.floor(n))")),
    "list": changed(("np.zeros(n)", "[0] * n"), ("return out", "return np.array(out)")),
    "empty-like": changed(("np.zeros(n)", "np.empty_like(x, shape=n, dtype=float)")),
    "windows": changed(
        ("out = np.zeros(n)", "views = np.lib.stride_tricks.sliding_window_view(x, len(k))"),
        ("    for i in range(n):\n        window = x[2 * i : 2 * i + len(k)]\n", ""),
        ("        out[i] = window @ k\n    return out", "    return views[::2] @ k"),
    ),
    "vectorised": changed(
        ("    out = np.zeros(n)\n", "    at = 2 * np.arange(n)[:, None] + np.arange(len(k))\n"),
        ("    for i in range(n):\n        window = x[2 * i : 2 * i + len(k)]\n", ""),
        ("        out[i] = window @ k\n    return out", "    return (x[at] * k).sum(axis=1)"),
    ),
    "later-annotations": changed(
        ("(vector, kernel)", "(vector: Vector, kernel: 'Vector') -> Vector"),
        below="\nVector = np.ndarray\n",
    ),
    "own-class-in-annotations": changed(
        ("window @ k", "Window(window).times(k)"),
        above=(
            "from dataclasses import dataclass\n\n@dataclass\nclass Window:\n"
            "    values: Values\n    before: Window | None = None\n\n"
            "    def times(self, k: Values) -> Scalar:\n        return self.values @ k\n\n"
        ),
        below="\nValues = np.ndarray\nScalar = float\n",
    ),
    "annotated-value": changed(above="size: Size = 3\n", below="\nSize = int\n"),
    "no-break-spaces": RIGHT.replace("    n =", "\u00a0\u00a0\u00a0\u00a0n ="),
    "minus": changed(("::-1", "::−1")),
    "signs-of-the-sheet": changed(("2 * i :", "2·i :"), ("2 * i +", "2 × i +"), ("- len", "− len")),
    "full-width": changed(("np.pad(vector, 1)", "np.pad（vector， １）")),
    "curly-quotes": changed(("out = ", "print(“it's −1”)\n    out = ")),
    "invisible": changed(("kernel[", "kernel\u200b["), ("    out", "\ufeff    out")),
    "magic": changed(above="%matplotlib inline\n!pip install numpy\n"),
}
"""Full marks with every NumPy and Python that the project allows."""

HINTED = {
    "one-element-in-a-cell": (cell("window[None] @ k"), "one-element"),
    "float-of-one-element": (cell("float(window[None] @ k)"), "one-element"),
    "sum-of-generator": (cell("np.sum(a * b for a, b in zip(window, k))"), "sum-of-generator"),
    "no-such-function": (changed(("np.pad", "np.paad")), "lacks"),
    "not-installed": (
        changed(
            ("    out", "    nowhere.convolve(x, k)\n    out"),
            above="from nowhere_to_be_found import nowhere\n",
        ),
        "not-installed",
    ),
    "name-that-failed": (
        changed(("    out", "    a + 1\n    out"), above="a = 1 / 0\n"),
        "lost-name",
    ),
    "helper-in-newer-python": (
        changed(("    out", "    three()\n    out"), above="def three():\n    return t'3'\n"),
        "needs-newer-python",
    ),
    "dot": (changed(("2 * i :", "i·2 :")), "middle-dot"),
    "body-not-indented": (changed(("    x =", "x =")), "cut-in-two"),
    "text-not-indented": (changed(('    """1D', '"""1D')), "body-not-indented"),
    "stray-def": (changed(("    out", "def other(k):\n    return k\n    out")), "cut-in-two"),
    "diff": (RIGHT.replace("\n", "\n+").removesuffix("+"), "pasted-diff"),
    "line-numbers": (
        "".join(f"{n:>3}  {line}\n" for n, line in enumerate(RIGHT.splitlines(), start=9)),
        "pasted-line-numbers",
    ),
    "stray-word": (changed(("    out", "asdf\n    out")), "cut-in-two"),
    "conflict": (
        changed(("    out", "<<<<<<< HEAD\n    n = 3\n=======\n    n = 4\n>>>>>>> a\n    out")),
        "conflict-marks",
    ),
    "prompt": (changed(("    out", ">>> n\n    out")), "prompt"),
    "tabs": (changed(("    out", "\tout")), "tabs-and-blanks"),
    "infinity": (changed(("    out", "    m = ∞\n    out")), "other-character"),
    "quote": (changed(("    out", "    m = “a\n    out")), "other-quote"),
}
"""No marks with any of them, and the hint that says what to do."""

NEWER = {
    "f-string": (changed(("    out", '    d = {"a": 1}\n    f"{d["a"]}"\n    out')), (3, 12)),
    "comment-in-f-string": (
        changed(("    out", '    f"""{\n        n  # why\n    }"""\n    out')),
        (3, 12),
    ),
    "generic": (changed(("conv1d(", "conv1d[T](")), (3, 12)),
    "type": (changed(("    out", "    type X = int\n    out")), (3, 12)),
    "batched": (changed(("    out", "    from itertools import batched\n    out")), (3, 12)),
    "default": (changed(("conv1d(", "conv1d[T = int](")), (3, 13)),
    "except": (
        changed(
            (
                "    out",
                "    try:\n        n\n    except TypeError, ValueError:\n        n\n    out",
            )
        ),
        (3, 14),
    ),
    "t-string": (changed(("    out", "    t'{n}'\n    out")), (3, 14)),
    "unpacking": (changed(("    out", "    [*a for a in [x]]\n    out")), (3, 15)),
}
"""Full marks from a version of Python on; before it, a word on that version."""
