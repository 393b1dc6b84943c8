"""A size is told as what has it: a number, a vector, a matrix, a tensor of any order."""

from __future__ import annotations

import pytest

from grader.messages.size import size_in_words
from problems.sentences import LANGUAGES


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ((), "a single number"),
        ((4,), "vector of length 4"),
        ((2, 3), "2 × 3 matrix"),
        ((2, 3, 4), "2 × 3 × 4 tensor"),
        ((5, 2, 3, 4), "5 × 2 × 3 × 4 tensor"),
    ],
)
def test_a_size_is_told_by_its_order(shape: tuple[int, ...], words: str) -> None:
    assert size_in_words(shape, "en") == words


def test_a_tensor_is_called_one_in_every_language() -> None:
    assert [size_in_words((2, 3, 4), language) for language in LANGUAGES] == [
        "2 × 3 × 4 tensor",
        "tenzor 2 × 3 × 4",
        "tensor 2 × 3 × 4",
        "тензор 2 × 3 × 4",
    ]
