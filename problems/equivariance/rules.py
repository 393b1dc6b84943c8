"""Rules of equivariance: how data are moved, turned and enlarged, and whether a layer follows.

A layer f is equivariant to a change g of its input if f(g(x)) = g(f(x)), and invariant if
f(g(x)) = f(x). Source: I. Goodfellow, Y. Bengio, A. Courville, Deep Learning (2016), section 9.2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.conv1d_hand import rules as of_vectors
from problems.forms import Reasoned
from problems.pooling_hand import rules as of_pooling
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import convolution, operations, tensors
from reference.errors import ShapeError
from reference.numbers import as_numbers, counted

Array = NDArray[Any]

# -- how the input is changed ----------------------------------------------------------------------


def shifted(x: Any, by: int) -> Array:
    """A vector (N,) moved to the right by so many cells: zeros enter, the last cells leave.

    Raises ShapeError if nothing of it is left.
    """
    cells = _vector(x)
    if not 0 <= by < len(cells):
        raise ShapeError(f"a vector of {len(cells)} cells cannot be shifted by {by}")
    return np.concatenate((np.zeros(by, dtype=object), cells[: len(cells) - by]))


def rolled(x: Any, by: int) -> Array:
    """A vector (N,) moved to the right on a circle: what leaves on the right enters on the left."""
    return np.roll(_vector(x), by)


def turned(x: Any, turns: int) -> Array:
    """A map (H, W) turned counterclockwise by so many quarters. Raises ShapeError for others."""
    cells = as_numbers(x)
    if cells.ndim != 2:
        raise ShapeError(f"a map (H, W) is needed, but one of shape {cells.shape} came")
    return np.rot90(cells, counted("the number of turns", turns)).copy()


def doubled(x: Any) -> Array:
    """A vector (N,) made twice as long: each of its cells stands there twice, side by side."""
    return np.repeat(_vector(x), 2)


def _vector(x: Any) -> Array:
    cells = as_numbers(x)
    if cells.ndim != 1:
        raise ShapeError(f"a vector is needed, but data of shape {cells.shape} came")
    return cells


_THE_OTHER_WAY = Slip("shift-the-other-way", lambda x, by: _moved_left(x, by))


def _moved_left(x: Any, by: int) -> Array:
    cells = _vector(x)
    return np.concatenate((cells[by:], np.zeros(by, dtype=object)))


def _with_edge(x: Any, by: int) -> Array:
    cells = _vector(x)
    return np.concatenate((np.repeat(cells[:1], by), cells[: len(cells) - by]))


def _by_one(shift: Callable[[Any, int], Array]) -> Slip:
    """One cell in the place of several, as far as the map of a layer with a stride moves."""

    def wrong(x: Any, by: int) -> Array:
        if by == 1:
            raise NotApplicableError("a shift by several cells is needed")
        return shift(x, 1)

    return Slip("shift-by-one", wrong)


SHIFTED = Rule(
    "shifted",
    shifted,
    slips=(
        _THE_OTHER_WAY,
        _by_one(shifted),
        Slip("shift-on-a-circle", rolled),
        Slip("shift-with-edge", _with_edge),
        Slip(
            "shift-longer", lambda x, by: np.concatenate((np.zeros(by, dtype=object), _vector(x)))
        ),
    ),
    operations=operations.none,
)
ROLLED = Rule(
    "rolled",
    rolled,
    slips=(
        Slip("shift-the-other-way", lambda x, by: rolled(x, -by)),
        Slip("shift-with-zeros", shifted),
        _by_one(rolled),
        Slip("circle-reversed", lambda x, by: np.concatenate((x[-by:][::-1], x[:-by]))),
    ),
    operations=operations.none,
)


def _other_turn(x: Any, turns: int) -> Array:
    if turns == 2:
        raise NotApplicableError("a quarter turn is needed")
    return np.rot90(as_numbers(x), -turns).copy()


TURNED = Rule(
    "turned",
    turned,
    slips=(
        Slip("turned-the-other-way", _other_turn),
        Slip("transposed-for-turned", lambda x: as_numbers(x).T.copy()),
        Slip("flipped-for-turned", lambda x: as_numbers(x)[::-1].copy()),
        Slip("flipped-sideways-for-turned", lambda x: as_numbers(x)[:, ::-1].copy()),
    ),
    operations=operations.none,
)


def _set_apart(x: Any) -> Array:
    cells = _vector(x)
    found = np.zeros(2 * len(cells), dtype=object)
    found[::2] = cells
    return found


DOUBLED = Rule(
    "doubled",
    doubled,
    slips=(
        Slip("set-apart-by-zeros", _set_apart),
        Slip("repeated-as-a-whole", lambda x: np.concatenate((_vector(x), _vector(x)))),
        Slip("values-doubled", lambda x: 2 * _vector(x)),
    ),
    operations=operations.none,
)

# -- the layers ------------------------------------------------------------------------------------

# With one cell on each side a mirror shows the cell at the edge.
PADDED_WITH_ZEROS = of_vectors.PADDED_WITH_ZEROS.but(without=("padded-by-mirror", "padding-halved"))
PADDED_CIRCULARLY = of_vectors.PADDED_CIRCULARLY.but(
    without=("padded-by-mirror", "circle-turned", "padding-halved")
)
CORRELATION = of_vectors.CORRELATION
STRIDED = of_vectors.STRIDED
CORRELATION_OF_MAPS = convolution.CORRELATE_2D.but(without=("relu-in-place",))
POOLED = of_pooling.MAX_OF_ROWS.but(
    without=(
        *("stride-is-kernel", "kernel-is-stride", "maps-mixed", "pooled-across-rows"),
        "global-for-local",
    ),
    degenerate=None,
)


def _changed_instead(rule: Rule, change: Callable[..., Array]) -> Rule:
    """The layer on the changed input, of which ``output`` is what it makes of the input before.

    Who takes it to follow changes this output. ``change`` takes it, and what says how.
    """
    return rule.but(also=(Slip("output-changed-instead", change),))


def _output_shifted(output: Any, output_by: int) -> Array:
    return shifted(output, output_by)


OF_SHIFTED = _changed_instead(CORRELATION, _output_shifted)
OF_SHIFTED_STRIDED = _changed_instead(STRIDED, _output_shifted)
OF_SHIFTED_POOLED = _changed_instead(POOLED, _output_shifted)
OF_DOUBLED = _changed_instead(CORRELATION, lambda output: doubled(output))
OF_TURNED = _changed_instead(CORRELATION_OF_MAPS, lambda output, turns: turned(output, turns))


def maxima(maps: Sequence[Any]) -> Array:
    """The greatest number of each of some vectors: their global max-pooling. Raises ShapeError."""
    vectors = [_vector(each) for each in maps]
    if not all(map(len, vectors)):
        raise ShapeError("vectors with at least one cell are needed")
    return np.array([max(each) for each in vectors], dtype=object)


def _each(of: Callable[[Array], Any]) -> Callable[..., Array]:
    return lambda maps: np.array([of(_vector(each)) for each in maps], dtype=object)


MAXIMA = Rule(
    "maxima",
    maxima,
    slips=(
        Slip("largest-magnitude", _each(lambda x: max(x, key=abs))),
        Slip("mean-for-max", _each(lambda x: Fraction(sum(x)) / len(x))),
        Slip("sum-for-max", _each(sum)),
        Slip("minimum-for-max", _each(min)),
        Slip("place-for-max", _each(lambda x: int(np.argmax(x)) + 1)),
    ),
    operations=lambda maps: sum(len(each) - 1 for each in maps),
)
ONE_OF_MAXIMA = tensors.COMPONENT.but("one-of-maxima", without=("maps-crossed",))

# -- whether the layer follows ---------------------------------------------------------------------


def follows(changed: Any, expected: Any, if_so: str, if_not: str) -> Reasoned:
    """Whether what a layer makes of the changed input is what was expected, and why.

    ``if_so`` and ``if_not`` are the reasons for either answer.
    """
    here, there = as_numbers(changed), as_numbers(expected)
    same = here.shape == there.shape and bool((here == there).all())
    return Reasoned("yes", if_so) if same else Reasoned("no", if_not)


OF_SHIFTS = ("weights-shared", "maximum-stays", "border-cells", "stride-skips", "kernel-stays")
OF_POOLING = ("weights-shared", "maximum-stays", "other-window", "kernel-stays")
OF_CIRCLES_AND_TURNS = ("weights-shared", "kernel-alike", "border-cells", "kernel-stays")
"""Reasons why a layer follows, and why not, by what is asked; one of them fits."""


def _instead(option: str, reason: str) -> Callable[..., Reasoned]:
    def wrong(changed: Any, expected: Any, if_so: str, if_not: str) -> Reasoned:
        given = Reasoned(option, reason)
        if follows(changed, expected, if_so, if_not) == given:
            raise NotApplicableError("the mistake is about another layer")
        return given

    return wrong


def _never(changed: Any, expected: Any, if_so: str, if_not: str) -> Reasoned:
    if follows(changed, expected, if_so, if_not).option == "no":
        raise NotApplicableError("a layer is needed that follows")
    return Reasoned("no", if_not)


def _shifted_by_one(
    changed: Any, expected: Any, if_so: str, input_by: int, map_stride: int
) -> Reasoned:
    """What is true of an input that was shifted by one cell, in place of so many."""
    if input_by == 1 or map_stride == 1:
        raise NotApplicableError("a shift by several cells is needed, and a stride")
    return follows(changed, expected, if_so, "stride-skips")


FOLLOWS = Rule(
    "follows",
    follows,
    slips=(
        Slip("shift-by-one", _shifted_by_one),
        Slip("always-equivariant", _instead("yes", "weights-shared")),
        Slip("always-invariant", _instead("yes", "maximum-stays")),
        Slip("never-equivariant", _never),
        Slip("border-blamed", _instead("no", "border-cells")),
        Slip("stride-blamed", _instead("no", "stride-skips")),
        Slip("kernel-blamed", _instead("no", "kernel-stays")),
    ),
    operations=lambda expected: int(np.size(expected)),
)

FOLLOWS_POOLED = FOLLOWS.but(without=("shift-by-one", "border-blamed", "stride-blamed"))
FOLLOWS_TURNED = FOLLOWS.but(without=("shift-by-one", "always-invariant", "stride-blamed"))
"""With the slips whose reasons are there to choose from."""
