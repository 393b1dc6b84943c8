"""Proposals of small networks, and what is asked of their numbers, in plain integers and floats."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter, mul
from typing import NamedTuple, TypedDict

from problems.family import Level
from problems.stream import Stream

Matrix = list[list[int]]

ROWS: dict[Level, Matrix] = {
    "easy": [[1, 0], [0, 1], [2, -1], [-1, 2]],
    "standard": [[1, 0], [0, 1], [1, 1], [2, 0], [0, 2], [2, -1], [-1, 2]],
    "hard": [[a, b] for a in (-1, 0, 1, 2) for b in (-1, 0, 1, 2) if a or b],
}
"""The weights of the classes are different ones of these."""

SIDE = 3
"""Of a kernel."""

_LEAST_GRADIENT = 0.05  # ten times the tolerance, so that a mistake in what follows shows


class Parameters(TypedDict):
    """The input, two kernels, the weights, the class (counted from 1) and the learning rate.

    ``exact`` says that the logits come out equal, so that all values but the loss are rational.
    """

    x: Matrix
    w1: Matrix
    w2: Matrix
    W: Matrix
    y: int
    rate: str
    exact: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a network, of two classes at ``easy`` and of three above."""
    side = 5 if level == "hard" else 4
    entries = 2 if level == "easy" else 5
    x = stream.matrix(side, side, (0, 0, 1, 2, 3) if level == "easy" else (0, 1, 2, 3))
    grid = Grid.of(x)
    w1, w2 = _kernel(stream, grid, entries), _kernel(stream, grid, entries)
    weights = _weights(stream, level, (grid.largest(w1), grid.largest(w2)))
    return {
        "x": x,
        "w1": _rows(w1),
        "w2": _rows(w2),
        "W": weights,
        "y": stream.integer(1, len(weights)),
        "rate": "1/10",
        "exact": False,
    }


def _weights(stream: Stream, level: Level, features: tuple[int, int]) -> Matrix:
    """A row for each class; their logits are near to that of one of them, as far as there are."""
    rows = stream.shuffled(ROWS[level])
    count = 2 if level == "easy" else 3
    one, other = features
    middle = _logit(rows[0], features)
    near = [row for row in rows if -1 <= row[0] * one + row[1] * other - middle <= 1]
    if len(near) < count:
        near += [row for row in rows if row not in near]
    return near[:count]


def _logit(row: list[int], features: tuple[int, int]) -> int:
    return row[0] * features[0] + row[1] * features[1]


def _kernel(stream: Stream, grid: Grid, entries: int) -> list[int]:
    """A 3x3 kernel with a few entries that are not 0, of both signs, whose map of x is plain.

    Where a few proposals come to nothing, x is at fault, and the last of them is rejected with it.
    """
    further = entries - 2
    counts = (*[len(_FURTHER)] * further, *range(SIDE**2, 0, -1))
    zeros = [0] * (SIDE**2 - entries)
    for _ in range(10):
        places = stream.each_below(counts)
        cells = [1, -1, *map(_FURTHER.__getitem__, places[:further]), *zeros]
        kernel = [*map(cells.pop, places[further:])]  # as `Stream.shuffled` does
        if grid.is_plain(kernel):
            break
    return kernel


_FURTHER = (-1, 1, 2)
"""The entries of a kernel beside 1 and -1."""


def in_one_row(kernel: Matrix) -> list[int]:
    """The entries of a kernel, row by row."""
    return [weight for row in kernel for weight in row]


def _rows(kernel: list[int]) -> Matrix:
    return [kernel[start : start + SIDE] for start in range(0, SIDE**2, SIDE)]


class Grid(NamedTuple):
    """What each entry of a 3x3 kernel meets in an input, window by window.

    A draw looks at the maps of many kernels, so that a map is worked out all at once. The input is
    one integer with a byte for each cell, row by row. Moved down by the distance of an entry, it
    has at each cell what the entry meets where a window begins there; so the sum of these, each
    times its entry, has the map in it, and of windows that end in the next row what is not looked
    at. `MIDDLE` is added in every byte, since there are no negative ones: no cell may be further
    from 0 than that, as none is where inputs are up to 3 and entries up to 2.
    """

    met: tuple[int, ...]
    middles: int
    size: int
    windows: Callable[[bytes], tuple[int, ...]]

    @classmethod
    def of(cls, x: Matrix) -> Grid:
        """The grid of an input, with small numbers that are not negative."""
        height, width = len(x), len(x[0])
        distances, middles, windows = _places(height, width)
        cells = int.from_bytes(bytes(chain.from_iterable(x)), "little")
        met = tuple([cells >> distance for distance in distances])
        return cls(met, middles, height * width, windows)

    def raised(self, kernel: Sequence[int]) -> tuple[int, ...]:
        """The cells of the map of a kernel, both row by row, each of them more by `MIDDLE`."""
        total = sum(map(mul, kernel, self.met), self.middles)
        return self.windows(total.to_bytes(self.size, "little"))

    def map(self, kernel: Sequence[int]) -> list[int]:
        """The cells of the map of a kernel, both row by row."""
        return [cell - MIDDLE for cell in self.raised(kernel)]

    def largest(self, kernel: Sequence[int]) -> int:
        """The largest cell of the map of a kernel."""
        return max(self.raised(kernel)) - MIDDLE

    def is_plain(self, kernel: Sequence[int]) -> bool:
        """Whether a map has no tie in its maximum, no cell at 0, and cells of both signs."""
        cells = self.raised(kernel)
        if MIDDLE in cells:
            return False
        largest = max(cells)
        return min(cells) < MIDDLE < largest and cells.count(largest) == 1


MIDDLE = 128


@cache
def _places(height: int, width: int) -> tuple[list[int], int, Callable[[bytes], tuple[int, ...]]]:
    """How many bits an entry is from the first, `MIDDLE` in every byte, what takes the windows."""
    distances = [8 * (i * width + j) for i in range(SIDE) for j in range(SIDE)]
    middles = int.from_bytes([MIDDLE] * (height * width), "little")
    tops, lefts = range(height - SIDE + 1), range(width - SIDE + 1)
    return distances, middles, itemgetter(*(top * width + left for top in tops for left in lefts))


def flaws(p: Parameters) -> Iterator[str]:
    """Both maps are plain, the loss can be carried by hand, and gradients reach both branches."""
    grid = Grid.of(p["x"])
    w1, w2 = in_one_row(p["w1"]), in_one_row(p["w2"])
    if not (grid.is_plain(w1) and grid.is_plain(w2)):
        yield "a map has a tie in its maximum, a cell at 0, or cells of one sign"
        return
    features = grid.largest(w1), grid.largest(w2)
    logits = [_logit(row, features) for row in p["W"]]
    if not _can_be_carried(logits, p["y"]):
        yield "the logits are equal, too far apart or not positive"
    elif not _reaches(p["W"], logits, p["y"]):
        yield "a gradient that reaches a branch is too small to see"


def _can_be_carried(logits: list[int], y: int) -> bool:
    """Unequal, so that softmax has to be worked out, and near enough that it is not saturated.

    They are positive, so that one who leaves out the exponential can go on too, and that of the
    true class is no other's, so that the loss depends on the class.
    """
    least, largest = min(logits), max(logits)
    return least > 0 and 1 <= largest - least <= 2 and logits.count(logits[y - 1]) == 1


def _reaches(weights: Matrix, logits: list[int], y: int) -> bool:
    """Whether the gradient that reaches each branch is large enough for mistakes to show.

    It is the transposed weights times softmax less one-hot, in floats here: a proposal is judged
    before anything exact is worked out.
    """
    exponentials = [math.exp(logit) for logit in logits]
    gradients = [each / sum(exponentials) for each in exponentials]
    gradients[y - 1] -= 1
    return all(
        abs(sum(w * g for w, g in zip(column, gradients, strict=True))) >= _LEAST_GRADIENT
        for column in zip(*weights, strict=True)
    )
