"""Two axes that are taken for each other throughout a definition."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.exchanged_axes import exchanged_throughout
from tests.grader.sandbox.inside.written import written


def made(body: str) -> list[str]:
    """The bodies that come of one."""
    found = written(f"def f(p):\n    {body}", exchanged_throughout)
    return [one.splitlines()[-1].strip() for one in found]


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        (
            "return p[2 * i:2 * i + 2, 3 * j:3 * j + 3]",
            "return p[3 * i:3 * i + 3, 2 * j:2 * j + 2]",
        ),
        ("return p.max(axis=(1, 2)) // 2 + 3", "return p.max(axis=(1, 2)) // 3 + 2"),
        ("return p.shape[2] // 2 * 3", "return p.shape[2] // 3 * 2"),
        ("return p.transpose(2, 0, 1) // 2 * 3", "return p.transpose(2, 0, 1) // 3 * 2"),
        ("return p[:self.kh] + self.kw", "return p[:self.kw] + self.kh"),
        ("return p[:self.height, :self.width]", "return p[:self.width, :self.height]"),
        ("return p[:self.stride_h, :self.stride_w]", "return p[:self.stride_w, :self.stride_h]"),
        ("return p.shape[-1] - 5 * p.shape[-2]", "return p.shape[-2] - 5 * p.shape[-1]"),
        (
            "return p.shape[1] * p.shape[2] * p.shape[0]",
            "return p.shape[2] * p.shape[1] * p.shape[0]",
        ),
    ],
)
def test_sides_change_places_and_axes_stay(body: str, changed: str) -> None:
    assert made(body)[0] == changed


@pytest.mark.parametrize(
    "body", ["return p[0] + p[1]", "return p * 2", "return self.w + self.bias"]
)
def test_where_there_are_not_two_sides_nothing_changes_places(body: str) -> None:
    assert made(body) == []
