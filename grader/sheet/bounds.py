"""Bounds on the parameters that the header of a file may hold: anybody can write a header.

Parameters are compared with some that the family draws and with those that it has published: the
same keys, the same kinds of values, lists as long, and numbers not much larger. Variants that
another version of the grader drew are within that, as long as its family drew alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
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
_MORE_PRODUCTS = 2**19  # for each model of a sheet; the largest that is drawn has about as many


def could_be_drawn(chosen: Family, parameters: Any) -> bool:
    """Whether parameters look like those of a variant, and are no more work than one.

    May raise whatever a family raises on parameters that are none of its own.
    """
    if parameters in published(chosen):  # they need not be sound
        return True
    return (
        _samples(chosen.key).are_like(parameters)
        and _is_affordable(chosen, parameters)
        and not any(True for _ in chosen.flaws(parameters))
    )


def published(chosen: Family) -> list[Any]:
    """The parameters of the family's examples, as a header holds them."""
    return [_plain(one.parameters) for one in chosen.examples.values()]


@cache
def _samples(key: str) -> Samples:
    """Parameters that a family proposes, on all levels, and its examples."""
    chosen = family(key)
    found = published(chosen)
    for level in LEVELS:
        stream = Stream("", f"{key}/{level}/bounds")
        found += [_plain(chosen.draw(stream, level)) for _ in range(_DRAWS)]
    return Samples([*found, *_as_in_older_sheets(found)])


def _as_in_older_sheets(found: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The same without what came to be said later: the marks of a blank, and which are asked."""
    for later in ({"told"}, {"told", "marks"}):
        for one in found[::2]:  # a half of them is as good a sample
            if later & one.keys():
                yield {name: value for name, value in one.items() if name not in later}


def _plain(parameters: Any) -> Any:
    return json.loads(json.dumps(parameters))


class Samples:
    """Plain data to compare with, sorted when it is first needed: many headers are compared."""

    def __init__(self, values: Iterable[Any]) -> None:
        self._of_type: dict[type, list[Any]] = {}
        for value in values:
            self._of_type.setdefault(type(value), []).append(value)

    @cached_property
    def _records(self) -> dict[tuple[frozenset[str], Any], dict[str, Samples]]:
        alike: dict[tuple[frozenset[str], Any], list[dict[str, Any]]] = {}
        for one in self._of_type.get(dict, []):
            alike.setdefault((frozenset(one), one.get("kind")), []).append(one)
        return {
            build: {name: Samples(one[name] for one in records) for name in records[0]}
            for build, records in alike.items()
        }

    @cached_property
    def _lists(self) -> tuple[range, Samples]:
        lists = self._of_type.get(list, [])
        lengths = [len(one) for one in lists]
        cells = Samples(cell for one in lists for cell in one)
        return range(min(lengths, default=0), max(lengths, default=-1) + 1), cells

    @cached_property
    def _texts(self) -> tuple[frozenset[str], bool]:
        texts = frozenset(self._of_type.get(str, ()))
        return texts, any(map(_NUMBER.fullmatch, texts))

    @cached_property
    def _extremes(self) -> dict[type, tuple[float, float]]:
        numbers = {kind: self._of_type.get(kind) for kind in (int, float)}
        return {kind: (min(found), max(found)) for kind, found in numbers.items() if found}

    def are_like(self, value: Any) -> bool:
        """Whether plain data is built as some of them are, with no number far beyond theirs.

        A record is compared with those of the same keys and, if it has one, of the same ``kind``;
        the cells of a list with all of their cells. A text is one of theirs, or a number as some
        are.
        """
        match value:
            case dict():
                kind = value.get("kind")
                if not isinstance(kind, Hashable):
                    return False
                parts = self._records.get((frozenset(value), kind))
                return parts is not None and all(
                    parts[name].are_like(part) for name, part in value.items()
                )
            case list():
                lengths, cells = self._lists
                return len(value) in lengths and all(map(cells.are_like, value))
            case str():
                texts, has_numbers = self._texts
                return value in texts or (has_numbers and bool(_NUMBER.fullmatch(value)))
            case bool() | None:
                return type(value) in self._of_type
            case int() | float():
                extremes = self._extremes.get(type(value))
                return extremes is not None and _is_near(value, *extremes)
        return False


def _is_near(value: float, least: float, most: float) -> bool:
    """Whether a number is of the sign that was seen, and not much larger than any."""
    bound = _SLACK * max(abs(least), abs(most))
    return (-bound if least < 0 else min(least, 1)) <= value <= bound


def _is_affordable(chosen: Family, parameters: Mapping[str, Any]) -> bool:
    """Whether a model that is to be built is small enough; other families build no large arrays.

    Works with sizes alone.
    """
    if not _builds_a_model(chosen, parameters):
        return True
    from reference.model import layer_shapes

    cells = prod(parameters["input"])
    weights = products = 0
    for _, own, shape in layer_shapes(parameters["input"], parameters["layers"]):
        new = sum(map(prod, own))
        cells += prod(shape)
        weights += new
        products += new * prod(shape[1:])
        if max(cells, weights) > _MOST_CELLS or products > _MOST_PRODUCTS:
            return False
    return True


def are_affordable(problems: Sequence[tuple[Family, Mapping[str, Any]]]) -> bool:
    """Whether all problems of a sheet together are no more work than as many drawn ones.

    One of them may be as large as a single problem may be. Each is one that could be drawn, or
    published. Works with sizes alone.
    """
    models = [parameters for one, parameters in problems if _builds_a_model(one, parameters)]
    return sum(map(_products, models)) <= _MOST_PRODUCTS + _MORE_PRODUCTS * len(models)


def _products(parameters: Mapping[str, Any]) -> int:
    """How often a model multiplies on one image, by sizes alone."""
    from reference.model import layer_shapes

    return sum(
        sum(map(prod, own)) * prod(shape[1:])
        for _, own, shape in layer_shapes(parameters["input"], parameters["layers"])
    )


def _builds_a_model(chosen: Family, parameters: Mapping[str, Any]) -> bool:
    return not isinstance(chosen.task, ByHand) and {"input", "layers"} <= set(parameters)
