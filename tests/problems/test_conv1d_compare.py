"""The bank of recorded calls: every output in it is what our rules say."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from problems.conv1d_compare.calls import CALLS, LIBRARIES
from problems.conv1d_compare.family import bank
from problems.conv1d_compare.rules import BY_KIND
from problems.forms import exact

LEAST = 300
"""So many recorded calls of each library."""


@pytest.mark.parametrize("code", CALLS)
def test_a_rule_predicts_every_recorded_output_of_a_call(code: str) -> None:
    call = CALLS[code]
    for given, recorded in zip(bank()["inputs"], bank()["outputs"][code], strict=True):
        if recorded is None:
            continue
        x, w = (exact([Fraction(each) for each in given[name]]) for name in ("x", "w"))
        found = BY_KIND[call.kind]({"x": x, "w": w, **call.numbers})
        assert found.tolist() == recorded, f"{code} of {given}"


def test_a_call_is_refused_only_where_the_kernel_reaches_over_more_than_the_vector() -> None:
    for code, outputs in bank()["outputs"].items():
        numbers = CALLS[code].numbers
        for given, recorded in zip(bank()["inputs"], outputs, strict=True):
            span = numbers.get("dilation", 1) * (len(given["w"]) - 1) + 1
            assert (recorded is None) == (span > len(given["x"])), f"{code} of {given}"


def test_each_library_has_a_version_and_calls_enough() -> None:
    assert tuple(bank()["versions"]) == LIBRARIES
    assert set(bank()["outputs"]) == set(CALLS)
    calls: Counter[str] = Counter()
    for code, outputs in bank()["outputs"].items():
        calls[CALLS[code].library] += sum(recorded is not None for recorded in outputs)
    assert min(calls[library] for library in LIBRARIES) >= LEAST


def test_the_outputs_of_images_are_of_the_type_of_the_vector() -> None:
    outputs = [each for code in CALLS if "scipy" in code for each in bank()["outputs"][code]]
    assert all(float(n).is_integer() for output in outputs for n in output)
    halves = bank()["outputs"]['np.convolve(x, w, "same")']
    assert any(n % 1 for output in halves for n in np.abs(output))
