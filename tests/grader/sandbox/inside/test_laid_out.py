"""Arrays that are laid out otherwise."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.laid_out import laid_out
from tests.grader.sandbox.inside.written import written


def made(line: str) -> list[str]:
    """What becomes of a line."""
    found = written(f"def f(p, b):\n    {line}", laid_out)
    return [one.splitlines()[-1].strip() for one in found]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("return p.reshape(2, 3)", "return p.T.reshape(2, 3)"),
        ("return np.reshape(p, (2, 3))", "return np.reshape(p.T, (2, 3))"),
        ("return np.mean(p, axis=(0, 1))", "return np.mean(p, axis=(1, 2))"),
        ("return p.max(axis=(-2, -1))", "return p.max(axis=(0, 1))"),
        ("return p + b", "return p + b[:, None]"),
        ("return p + self.b", "return p + self.b[:, None, None]"),
    ],
)
def test_an_array_is_read_or_added_otherwise(line: str, changed: str) -> None:
    assert changed in made(line)


@pytest.mark.parametrize(
    "line", ["return p.T.reshape(6)", "return np.mean(p, axis=1)", "return p * b", "return f(p)"]
)
def test_what_is_laid_out_already_stays(line: str) -> None:
    assert made(line) == []
