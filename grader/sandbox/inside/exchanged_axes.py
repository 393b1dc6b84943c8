"""Two axes taken for each other in all places: the sides of windows, or strides.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast
from itertools import combinations

from .places import below
from .tree import FUNCTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .places import Replaced

_AXES = ("hw", "yx", "ij", "rc")
_WORDS = (("height", "width"), ("rows", "columns"), ("rows", "cols"), ("row", "col"))
"""What the names of two axes are told apart by."""
_AXES_ARGUMENTS = ("axis", "axes", "dim")
_OF_AXES = ("transpose", "swapaxes", "moveaxis", "permute", "rot90", "flip")
_LEAST_SIDE, _LARGEST_SIDE = 2, 64
_MOST_PAIRS = 3


def exchanged_throughout(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """Two numbers, each in all places of the other: the sides of windows, taken for each other.

    And two attributes, where they are looked up, and the height and the width of an array in a
    function. Other numbers of axes and places are left as they are.
    """
    for function in below(definition):
        if isinstance(function, FUNCTIONS):
            yield from _sides_of_arrays(function)
    for key, places in _looked_up_alike(definition):
        for one, other in list(combinations(places, 2))[:_MOST_PAIRS]:
            first = min(places[one] + places[other], key=lambda node: node.lineno)
            yield (
                first.lineno,
                (
                    *((node, key, other) for node in places[one]),
                    *((node, key, one) for node in places[other]),
                ),
            )


_SIDES = ((-1, -2), (1, 2), (2, 3), (0, 1))
"""The last two axes of an array, counted from its end, or in one with channels or of a batch."""


def _sides_of_arrays(function: Any) -> Iterator[tuple[int, Replaced]]:
    """Each side of an array (``p.shape[-1]``) in the place of the other."""
    looked_up: dict[int, list[Any]] = {}
    for node in below(function):
        if isinstance(node, _ast.Subscript) and getattr(node.value, "attr", "") == "shape":
            axis = _axis(node.slice)
            if axis is not None:
                looked_up.setdefault(axis, []).append(node)
    for one, other in _SIDES:
        if one in looked_up and other in looked_up:
            first, second = looked_up[one], looked_up[other]
            yield (
                min(node.lineno for node in first + second),
                (
                    *((node, "slice", second[0].slice) for node in first),
                    *((node, "slice", first[0].slice) for node in second),
                ),
            )


def _axis(node: Any) -> int | None:
    """The number of an axis, also one from the end."""
    if isinstance(node, _ast.UnaryOp) and isinstance(node.op, _ast.USub):
        axis = _axis(node.operand)
        return None if axis is None else -axis
    is_number = isinstance(node, _ast.Constant) and type(node.value) is int
    return node.value if is_number else None


def _looked_up_alike(definition: Any) -> Iterator[tuple[str, dict[Any, list[Any]]]]:
    """The places of each number of a size in a definition, and those of each attribute of two."""
    axes = {id(one) for node in below(definition) for one in _places_of_axes(node)}
    numbers: dict[Any, list[Any]] = {}
    attributes: dict[str, dict[Any, list[Any]]] = {}
    for node in below(definition):
        if isinstance(node, _ast.Constant) and type(node.value) is int and id(node) not in axes:
            if _LEAST_SIDE <= node.value <= _LARGEST_SIDE:
                numbers.setdefault(node.value, []).append(node)
        elif (
            isinstance(node, _ast.Attribute)
            and isinstance(node.ctx, _ast.Load)
            and getattr(node.value, "id", "") == "self"
        ):
            alike = attributes.setdefault(_of_axes(node.attr), {})
            alike.setdefault(node.attr, []).append(node)
    yield "value", numbers
    for alike in attributes.values():
        yield "attr", alike


def _of_axes(name: str) -> str:
    """A name without the word of an axis in it, or the letter that it begins with or ends in."""
    for words in _WORDS:
        for word in words:
            if word in name.lower():
                return name.lower().replace(word, words[0])
    for letters in _AXES:
        for letter in letters:
            if name.lower().endswith(letter):
                return name[:-1] + letters
            if name.lower().startswith(letter) and "_" in name:
                return letters + name[1:]
    return name


def _places_of_axes(node: Any) -> Iterator[Any]:
    """What a number stands in that is an axis or a place, and no size."""
    inside: list[Any] = []
    if isinstance(node, _ast.Subscript) and isinstance(node.slice, _ast.Constant):
        inside = [node.slice]
    elif isinstance(node, _ast.keyword) and node.arg in _AXES_ARGUMENTS:
        inside = [*below(node.value)]
    elif isinstance(node, _ast.Call) and getattr(node.func, "attr", "") in _OF_AXES:
        inside = [one for argument in node.args for one in below(argument)]
    yield from inside
