"""Parameters of a header are held against those that a family draws: their build and their size."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sheet.bounds import Samples, could_be_drawn, published
from grader.sheet.sheet import requested_variant
from problems.catalogue import family, family_keys
from problems.family import LEVELS

SAMPLES: list[Any] = [
    {"size": 3, "shift": -2, "flip": True, "rate": "1/10", "mode": "zero", "cells": [[0, 5]]},
    {"size": 7, "shift": 1, "flip": False, "rate": "0.5", "mode": "edge", "cells": [[1], [2, 3]]},
    {"kind": "conv", "stride": 2},
    {"kind": "net", "layer": None},
    {"kind": "net", "layer": {"side": 3}},
    {"kind": "net", "layer": {"side": 5}},
    {"kind": "pool"},
]


def like(**changes: Any) -> bool:
    return Samples(SAMPLES).are_like({**SAMPLES[0], **changes})


@pytest.mark.parametrize(
    ("name", "within", "beyond"),
    [
        ("size", [1, 3, 28], [0, -3, 29, 3.0, True, "3", None, [3]]),
        ("shift", [-8, 0, 8], [-9, 9]),
        ("flip", [True, False], [0, 1, "True"]),
        ("rate", ["1/10", "3/7", "0.25", "12"], ["1e99", "zero", "1/12345", "1/10 ", 1]),
        ("mode", ["zero", "edge"], ["mirror", "1/10", ""]),
        ("cells", [[[0]], [[20, 0], [1]]], [[], [[]], [[1]] * 3, [[1, 2, 3]], [1], [[21]], [[-1]]]),
    ],
)
def test_a_value_is_within_the_bounds_or_beyond(
    name: str, within: list[Any], beyond: list[Any]
) -> None:
    assert [value for value in within if not like(**{name: value})] == []
    assert [value for value in beyond if like(**{name: value})] == []


@pytest.mark.parametrize(
    ("record", "is_known"),
    [
        ({"kind": "conv", "stride": 8}, True),
        ({"kind": "pool"}, True),
        ({"kind": "pool", "stride": 2}, False),
        ({"kind": "conv"}, False),
        ({"kind": "zap"}, False),
        ({"kind": ["conv"], "stride": 2}, False),
        ({"stride": 2}, False),
        ({}, False),
        ([], False),
        (None, False),
    ],
)
def test_a_record_has_the_keys_of_one_of_its_kind(record: Any, is_known: bool) -> None:
    assert Samples(SAMPLES).are_like(record) == is_known


@pytest.mark.parametrize(
    ("layer", "is_within"),
    [(None, True), ({"side": 20}, True), ({"side": 21}, False), ({}, False), (0, False)],
)
def test_what_may_be_left_out_is_none_or_like_what_is_there(layer: Any, is_within: bool) -> None:
    assert Samples(SAMPLES).are_like({"kind": "net", "layer": layer}) == is_within


def test_a_list_far_deeper_than_any_sample_is_beyond() -> None:
    deep: Any = 1
    for _ in range(500):
        deep = [deep]
    assert not like(cells=deep)


@pytest.mark.parametrize("key", family_keys())
def test_what_is_drawn_and_what_is_published_is_within(key: str) -> None:
    for parameters in published(family(key)):
        assert could_be_drawn(family(key), parameters)
    for level in LEVELS:
        for seed in range(6):
            variant = requested_variant(f"{key}:{level}", f"drawn {seed}")
            assert could_be_drawn(variant.family, variant.parameters), variant.parameters
