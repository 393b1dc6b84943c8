"""What stands behind the keys of a network's file: each kind of value, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

_MOST_INPUTS = 16


class WrongValueError(ValueError):
    """A value that will not do; the text, if any, says what to do. ``key`` is whose value it is."""

    def __init__(self, text: str = "", key: str = "") -> None:
        super().__init__(text)
        self.key = key


class Reader(NamedTuple):
    """What is expected, in words, and what reads it or raises WrongValueError."""

    expected: str
    read: Callable[[Any], Any]


def whole(least: int, most: int) -> Reader:
    """A whole number within bounds."""

    def read(given: Any) -> int:
        if type(given) is not int or not least <= given <= most:
            raise WrongValueError
        return given

    return Reader(f"a whole number from {least} to {most}", read)


def one_of(*words: str) -> Reader:
    """One of some words."""

    def read(given: Any) -> str:
        if not isinstance(given, str) or given not in words:
            raise WrongValueError
        return given

    return Reader(" or ".join(f'"{word}"' for word in words), read)


def _read_flag(given: Any) -> bool:
    if not isinstance(given, bool):
        raise WrongValueError
    return given


FLAG = Reader("true or false", _read_flag)


def padding(most: int, *, two_sided: bool) -> Reader:
    """Cells of padding: one number, the word for TensorFlow's, and perhaps two numbers."""
    cells = whole(0, most)

    def read(given: Any) -> Any:
        if given == "same":
            return given
        if two_sided and isinstance(given, list) and len(given) == 2:
            before, after = map(cells.read, given)
            return before if before == after else [before, after]
        return cells.read(given)

    pair = ", [above and left, below and right]" if two_sided else ""
    return Reader(f'{cells.expected}{pair}, or "same" as in TensorFlow', read)


def cut(most: int) -> Reader:
    """Cells that are cut off at both ends: one number for both, or two."""
    cells = whole(0, most)

    def read(given: Any) -> list[int]:
        both = given if isinstance(given, list) and len(given) == 2 else [given, given]
        found = [cells.read(each) for each in both]
        if not any(found):
            raise WrongValueError("nothing would be cut off")
        return found

    return Reader(f"{cells.expected}, or [above and left, below and right]", read)


def connections(most: int) -> Reader:
    """How many maps each output map of a connection table sees."""
    seen = whole(1, most)

    def read(given: Any) -> list[int]:
        if not isinstance(given, list) or not 1 <= len(given) <= 64:
            raise WrongValueError
        return [seen.read(each) for each in given]

    return Reader("a list of 1 to 64 whole numbers, the maps that each output map sees", read)


def names(known: Collection[str], *, several: bool) -> Reader:
    """The layers that a layer takes its input from: one name, or a list where there are several."""

    def read(given: Any) -> list[str]:
        found = given if isinstance(given, list) else [given]
        if not (2 <= len(found) <= _MOST_INPUTS if several else len(found) == 1):
            raise WrongValueError
        for each in found:
            if not isinstance(each, str) or each not in known:
                raise WrongValueError(f"no layer before it is called {each!r}")
        return found

    if several:
        return Reader('a list of names of layers before it, such as ["conv2", "image"]', read)
    return Reader('the name of a layer before it, or "image"', read)


def text_of(shape: Sequence[int]) -> str:
    """A shape in words: ``16 × 24 × 24``, or a vector of so many."""
    return f"a vector of {shape[0]}" if len(shape) == 1 else " × ".join(map(str, shape))
