"""Padding on one side alone."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.padded_sides import padded_on_both_sides
from tests.grader.sandbox.inside.written import written


def made(line: str) -> list[str]:
    """What becomes of a line."""
    found = written(f"def f(p):\n    {line}", padded_on_both_sides)
    return [one.splitlines()[-1].strip() for one in found]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("return np.pad(p, (3, 0))", "return np.pad(p, (3, 3))"),
        (
            "return np.pad(p, (0, self.n))[:-self.n]",
            "return np.pad(p, (self.n, self.n))[self.n:-self.n]",
        ),
        (
            "return np.pad(p, [(k - 1, 0)])[k - 1:]",
            "return np.pad(p, [(k - 1, k - 1)])[k - 1:-(k - 1)]",
        ),
        (
            "return np.pad(p, ((0, 0), (2, 0)))[:, 2:]",
            "return np.pad(p, ((0, 0), (2, 2)))[:, 2:-2]",
        ),
        ("return np.pad(p, (3, 0))[4:]", "return np.pad(p, (3, 3))[4:]"),
    ],
)
def test_what_is_padded_on_one_side_is_padded_and_cut_on_both(line: str, changed: str) -> None:
    assert made(line) == [changed]


@pytest.mark.parametrize(
    "line", ["return np.pad(p, 3)", "return np.pad(p, (1, 2))", "return pad(p)", "return np.pad(p)"]
)
def test_other_padding_stays(line: str) -> None:
    assert made(line) == []
