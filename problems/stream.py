"""The frozen random stream: BLAKE2b in counter mode, and small draws of our own on top.

A library's distributions may change with its version (NumPy says so of its own), so none is used:
the words below are held by test vectors, and with them every variant that was ever drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from operator import mod
from struct import Struct
from typing import TypeVar

T = TypeVar("T")

_WORD_BYTES = 8
_WORDS_A_BLOCK = 8
_WORDS_OF_BLOCK = Struct(f"<{_WORDS_A_BLOCK}Q")
_MOST_AHEAD = 64
_WORD_RANGE = 1 << (8 * _WORD_BYTES)


_FAIR_TO_ALL = _WORD_RANGE - (1 << 32)
"""Below it, no word favours the small ones of 2**32 values, or of fewer."""


class Stream:
    """An endless stream of draws that a key and a label determine, on any machine.

    The state is a position in the stream and nothing else, so a rejected draw goes on where the
    last one ended. Source of the generator: RFC 7693 (BLAKE2), keyed, with the block number as
    the message.
    """

    def __init__(self, key: str, label: str) -> None:
        self._key = hashlib.blake2b(f"{key}\n{label}".encode(), person=b"grader-stream-1").digest()
        self._keyed = hashlib.blake2b(key=self._key)
        self._block = 0
        self._words: list[int] = []  # the next of them last

    def branch(self, label: str) -> Stream:
        """A stream of its own, from which draws leave this one where it is."""
        return Stream(self._key.hex(), label)

    def word(self) -> int:
        """The next 64 bits, as an integer in ``0 <= word < 2**64``."""
        if not self._words:
            self._words += self.more(1)[::-1]
        return self._words.pop()

    def more(self, number: int) -> list[int]:
        """So many further words or more, of whole blocks, which no draw has had."""
        copy, unpack, first = self._keyed.copy, _WORDS_OF_BLOCK.unpack, self._block
        self._block += -(-number // _WORDS_A_BLOCK)
        words: list[int] = []
        for block in range(first, self._block):
            message = copy()
            message.update(block.to_bytes(_WORD_BYTES, "little"))
            words += unpack(message.digest())
        return words

    def integer(self, low: int, high: int) -> int:
        """An integer in ``low <= i <= high``, each equally likely. Raises ValueError if none."""
        if low > high:
            raise ValueError(f"a range needs low <= high, but low is {low} and high is {high}")
        return low + self._below(high - low + 1)

    def _below(self, count: int) -> int:
        """An integer in ``0 <= i < count``, each equally likely: the next word that is fair."""
        fair = _WORD_RANGE - _WORD_RANGE % count  # from here on, words would favour small values
        word = self.word()
        while word >= fair:
            word = self.word()
        return word % count

    def each_below(self, counts: Sequence[int]) -> list[int]:
        """An integer in ``0 <= i < count`` for each of the counts, each of them equally likely.

        No count is above 2**32. Most of a draw's time goes by here, so that the words are taken
        all at once; hardly ever is one among them that has to be looked at.
        """
        number, words = len(counts), self._words
        if len(words) < number:  # and some that are ahead, since whoever draws often draws again
            words[:0] = self.more(max(number - len(words), min(self._block, _MOST_AHEAD)))[::-1]
        taken = words[: -number - 1 : -1]
        if number and max(taken) >= _FAIR_TO_ALL:
            return [self._below(count) for count in counts]
        del words[len(words) - number :]
        return [*map(mod, taken, counts)]

    def choice(self, options: Sequence[T]) -> T:
        """One of the options, each equally likely. Raises ValueError if there is none."""
        if not options:
            raise ValueError("a choice needs at least one option, but none came")
        return options[self._below(len(options))]

    def chance(self, numerator: int, denominator: int) -> bool:
        """True in ``numerator`` of ``denominator`` cases."""
        return self.integer(1, denominator) <= numerator

    def shuffled(self, items: Sequence[T], count: int | None = None) -> list[T]:
        """The items in a random order (Fisher and Yates), each order equally likely.

        With ``count`` the first so many of them.
        """
        left = list(items)
        number = len(left) if count is None else count
        if number > len(left):
            raise ValueError(f"{number} items are to be drawn, but there are {len(left)}")
        places = self.each_below(range(len(left), len(left) - number, -1))
        return [left.pop(place) for place in places]

    def vector(self, length: int, options: Sequence[T]) -> list[T]:
        """``length`` independent choices. Raises ValueError if there are no options."""
        if not options:
            raise ValueError("a choice needs at least one option, but none came")
        return [options[place] for place in self.each_below([len(options)] * length)]

    def matrix(self, rows: int, columns: int, options: Sequence[T]) -> list[list[T]]:
        """``rows`` lists of ``columns`` independent choices. Raises ValueError as ``vector``."""
        cells = self.vector(rows * columns, options)
        return [cells[row * columns : (row + 1) * columns] for row in range(rows)]

    def matrix_of_different(
        self, shape: tuple[int, int], options: Sequence[int]
    ) -> list[list[int]]:
        """Rows (H, W) of options, none of them twice, so that a wrong place shows.

        Raises ValueError as ``shuffled``.
        """
        height, width = shape
        drawn = self.shuffled(options, height * width)
        return [drawn[width * row : width * (row + 1)] for row in range(height)]
