"""What has a size, in words: a number, a vector, a matrix, or a tensor of any order."""

from __future__ import annotations

from grader.messages.say import say
from problems.sentences import Language


def size_in_words(shape: tuple[int, ...], language: Language) -> str:
    """``a single number``, ``vector of length 4``, ``2 × 3 matrix``, ``2 × 3 × 2 tensor``."""
    match shape:
        case ():
            return say(language, "form.number")
        case (n,):
            return say(language, "form.vector", n=n)
        case (rows, columns):
            return say(language, "form.matrix", rows=rows, columns=columns)
    return say(language, "form.tensor", shape=" × ".join(map(str, shape)))
