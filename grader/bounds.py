"""Bounds on the parameters that the header of a file may hold: anybody can write a header.

Parameters are compared with some that the family draws and with those that it has published: the
same keys, the same kinds of values, lists as long, and numbers not much larger. Variants that
another version of the grader drew are within that, as long as its family drew alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import prod
from typing import Any

from problems.catalogue import family
from problems.family import LEVELS, ByHand, Family
from problems.stream import Stream

_DRAWS = 30  # of each level
_SLACK = 4  # how many times as large as what was drawn a number may be
_NUMBER = re.compile(r"-?[0-9]{1,4}([./][0-9]{1,4})?")  # 1e99999 would be one of a year's work
_MOST_CELLS = 2**19  # of a model's parameters, or of all its maps
_MOST_PRODUCTS = 2**23  # of a model on one image


def could_be_drawn(chosen: Family, parameters: Any) -> bool:
    """Whether parameters look like those of a variant, and are no more work than one.

    May raise whatever a family raises on parameters that are none of its own.
    """
    if parameters in published(chosen):  # they need not be sound
        return True
    return (
        is_like(parameters, _samples(chosen.key))
        and _is_affordable(chosen, parameters)
        and chosen.sound(parameters)
    )


def published(chosen: Family) -> list[Any]:
    """The parameters of the family's examples, as a header holds them."""
    return [_plain(one) for one in chosen.examples.values()]


@cache
def _samples(key: str) -> list[Any]:
    """Parameters that a family proposes, on all levels, and its examples."""
    chosen = family(key)
    found = published(chosen)
    for level in LEVELS:
        stream = Stream("", f"{key}/{level}/bounds")
        found += [_plain(chosen.draw(stream, level)) for _ in range(_DRAWS)]
    return found


def _plain(parameters: Any) -> Any:
    return json.loads(json.dumps(parameters))


def is_like(value: Any, samples: Sequence[Any]) -> bool:
    """Whether plain data is built as some of the samples are, with no number far beyond theirs.

    A record is compared with those of the same keys and, if it has one, of the same ``kind``; the
    cells of a list with all cells of the samples. A text is one of theirs, or a number as some are.
    """
    alike = [sample for sample in samples if type(sample) is type(value)]
    match value:
        case dict():
            alike = [
                one
                for one in alike
                if one.keys() == value.keys() and one.get("kind") == value.get("kind")
            ]
            return bool(alike) and all(
                is_like(part, [one[name] for one in alike]) for name, part in value.items()
            )
        case list():
            lengths = [len(one) for one in alike]
            if not lengths or not min(lengths) <= len(value) <= max(lengths):
                return False
            cells = [cell for one in alike for cell in one]
            return all(is_like(cell, cells) for cell in value)
        case str():
            is_number = bool(_NUMBER.fullmatch(value))
            return value in alike or (is_number and any(map(_NUMBER.fullmatch, alike)))
        case bool():
            return bool(alike)
        case int() | float():
            return bool(alike) and _is_near(value, min(alike), max(alike))
    return False


def _is_near(value: float, least: float, most: float) -> bool:
    """Whether a number is of the sign that was seen, and not much larger than any."""
    bound = _SLACK * max(abs(least), abs(most))
    return (-bound if least < 0 else min(least, 1)) <= value <= bound


def _is_affordable(chosen: Family, parameters: Mapping[str, Any]) -> bool:
    """Whether a model that is to be built is small enough; other families build no large arrays.

    Works with sizes alone. The sizes of a map are those of the weights that would follow it.
    """
    if isinstance(chosen.task, ByHand) or not {"input", "layers"} <= set(parameters):
        return True
    from problems.rules.model import parameter_shapes

    in_shape, layers = parameters["input"], parameters["layers"]
    cells = prod(in_shape)
    weights = products = known = 0
    for number in range(1, len(layers) + 1):
        *shapes, (_, *out_shape), _ = parameter_shapes(
            in_shape, [*layers[:number], {"kind": "affine", "features": 1}]
        )
        new = sum(map(prod, shapes[known:]))
        known = len(shapes)
        cells += prod(out_shape)
        weights += new
        products += new * prod(out_shape[1:])
        if max(cells, weights) > _MOST_CELLS or products > _MOST_PRODUCTS:
            return False
    return True
