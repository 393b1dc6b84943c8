"""What of a program is compared, and what is not."""

from __future__ import annotations

import pytest

from grader.copying.normalised import template_of, tokens_of

ONE = '''
import numpy as np

def conv1d(x, w):
    """Correlates."""
    n = len(x) - len(w) + 1
    result = np.zeros(n)
    for i in range(n):  # slide
        result[i] = np.dot(x[i:i + len(w)], w)
    return result
'''
RENAMED = """
import numpy as np
from math import floor
def conv1d(signal: np.ndarray, kernel) -> np.ndarray:
    'another text'
    steps: int = (len(signal)
                  - len(kernel) + 1)
    out = np.zeros(steps)
    for place in range(steps):
        out[place] = np.dot(signal[place : place + len(kernel)], kernel)
    return out
"""


def test_names_comments_types_and_layout_are_no_difference() -> None:
    assert tokens_of(ONE, ["conv1d"]) == tokens_of(RENAMED, ["conv1d"]) != ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("+ 1", "+ 2"),
        ("np.dot", "np.inner"),
        ("len(x) - len(w)", "len(x) + len(w)"),
        ("for i in range(n)", "for i in range(0, n)"),
    ],
)
def test_what_a_program_does_is_a_difference(before: str, after: str) -> None:
    assert before in ONE
    assert tokens_of(ONE, ["conv1d"]) != tokens_of(ONE.replace(before, after, 1), ["conv1d"])


def test_names_of_methods_and_attributes_of_its_own_are_no_difference() -> None:
    one = "class Layer:\n  def run(self, x):\n    self.kept = x\n    return self.help(x.sum())\n"
    one += "  def help(self, y):\n    return self.kept + y\n"
    other = one.replace("kept", "cache").replace("help", "inner").replace("self", "me")
    assert tokens_of(one, ["Layer"]) == tokens_of(other, ["Layer"])


def test_what_the_sheet_has_is_left_out() -> None:
    starter = "def conv1d(x, w):\n    '''Do it.'''\n    y = x.copy()\n    ...\n    return y\n"
    template = template_of(starter, ["conv1d"])
    assert tokens_of(starter, ["conv1d"], template) == ()
    own = starter.replace("...", "y[0] = w.max() * 3")
    alone = tokens_of("y[0] = w.max() * 3\ny = w = 0", [], template)
    assert alone is not None
    assert tokens_of(own, ["conv1d"], template) == alone[: len(tokens_of(own, [], template) or ())]


@pytest.mark.parametrize(
    "source", ["def f(:\n", "x = \0", "(" * 5000 + ")" * 5000, "x=1\n" * 40000]
)
def test_what_python_cannot_read_is_not_compared(source: str) -> None:
    assert tokens_of(source) is None


def test_an_odd_escape_is_no_warning() -> None:
    assert tokens_of('x = "\\d"') is not None
