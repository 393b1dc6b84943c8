"""A network as deep as a header may hold is no more work than the grader can do for one sheet."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import Any

import pytest

from problems.derivation import Derivation
from problems.diagnosis import slips_made
from problems.network import MOST_LAYERS, Network, checked
from problems.receptive_field import own
from problems.variant import network_variant

CONV = {
    **{"kind": "conv", "channels": 3, "kernel": 3, "stride": 1, "padding": 1, "dilation": 1},
    **{"groups": 1, "norm": False, "bias": True},
}


def network(layers: list[dict[str, Any]]) -> Network:
    return checked({"name": "Deep", "input": [3, 32, 32], "layers": layers})


def residual(blocks: int) -> Network:
    """A convolution, and blocks of one with a way around it."""
    layers = [{**CONV, "name": "sum0", "after": ["image"]}]
    for block in range(1, blocks + 1):
        before = f"sum{block - 1}"
        layers.append({**CONV, "name": f"conv{block}", "after": [before]})
        layers.append({"kind": "sum", "name": f"sum{block}", "after": [f"conv{block}", before]})
    return network(layers)


def test_the_ways_through_a_deep_network_are_not_gone_through_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    way_back, calls = own._Branches._way_back, 0

    def counted(self: own._Branches, name: str) -> list[str]:
        nonlocal calls
        calls += 1
        assert calls <= MOST_LAYERS, "31 blocks have 2 ** 31 ways through them"
        return way_back(self, name)

    monkeypatch.setattr(own._Branches, "_way_back", counted)
    found = network_variant("receptive-field", "hard", residual(31))
    assert found.truth["sum31_rf"] == 1 + 2 * 32


def test_on_a_long_way_the_slips_that_are_made_throughout_or_near_its_end_are_tried() -> None:
    names = ["image", *(f"conv{number}" for number in range(1, MOST_LAYERS + 1))]
    layers = [{**CONV, "name": name, "after": [before]} for before, name in pairwise(names)]
    variant = network_variant("cnn-table", "standard", network(layers))
    asked = {one.name: one for one in variant.working.asked}

    def tried(name: str) -> list[str]:
        made = slips_made(Derivation(variant.working, {}), asked[name], None)
        return [key for key, _ in islice(made, 1000)]

    assert len(tried("conv64_shape")) < 300, "there are thousands"
    assert {*tried("conv64_shape")} == {*tried("conv2_shape")}
