"""The frozen random stream: BLAKE2b in counter mode, and small draws of our own on top.

A library's distributions may change with its version (NumPy says so of its own), so none is used:
the words below are held by test vectors, and with them every variant that was ever drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from struct import Struct
from typing import TypeVar

T = TypeVar("T")

_WORD_BYTES = 8
_WORDS_OF_BLOCK = Struct("<8Q")
_WORD_RANGE = 1 << (8 * _WORD_BYTES)


class Stream:
    """An endless stream of draws that a key and a label determine, on any machine.

    The state is a position in the stream and nothing else, so a rejected draw goes on where the
    last one ended. Source of the generator: RFC 7693 (BLAKE2), keyed, with the block number as
    the message.
    """

    def __init__(self, key: str, label: str) -> None:
        self._key = hashlib.blake2b(f"{key}\n{label}".encode(), person=b"grader-stream-1").digest()
        self._block = 0
        self._words: list[int] = []

    def branch(self, label: str) -> Stream:
        """A stream of its own, from which draws leave this one where it is."""
        return Stream(self._key.hex(), label)

    def word(self) -> int:
        """The next 64 bits, as an integer in ``0 <= word < 2**64``."""
        if not self._words:
            message = self._block.to_bytes(_WORD_BYTES, "little")
            block = hashlib.blake2b(message, key=self._key).digest()
            self._words = list(_WORDS_OF_BLOCK.unpack(block))
            self._block += 1
        return self._words.pop(0)

    def integer(self, low: int, high: int) -> int:
        """An integer in ``low <= i <= high``, each equally likely. Raises ValueError if none."""
        if low > high:
            raise ValueError(f"a range needs low <= high, but low is {low} and high is {high}")
        count = high - low + 1
        fair = _WORD_RANGE - _WORD_RANGE % count  # words beyond it would favour the small values
        while (word := self.word()) >= fair:
            pass
        return low + word % count

    def choice(self, options: Sequence[T]) -> T:
        """One of the options, each equally likely. Raises ValueError if there is none."""
        if not options:
            raise ValueError("a choice needs at least one option, but none came")
        return options[self.integer(0, len(options) - 1)]

    def chance(self, numerator: int, denominator: int) -> bool:
        """True in ``numerator`` of ``denominator`` cases."""
        return self.integer(1, denominator) <= numerator

    def shuffled(self, items: Sequence[T], count: int | None = None) -> list[T]:
        """The items in a random order (Fisher and Yates), each order equally likely.

        With ``count`` the first so many of them.
        """
        left = list(items)
        number = len(items) if count is None else count
        return [left.pop(self.integer(0, len(left) - 1)) for _ in range(number)]

    def vector(self, length: int, options: Sequence[T]) -> list[T]:
        """``length`` independent choices."""
        return [self.choice(options) for _ in range(length)]

    def matrix(self, rows: int, columns: int, options: Sequence[T]) -> list[list[T]]:
        """``rows`` lists of ``columns`` independent choices."""
        return [self.vector(columns, options) for _ in range(rows)]
