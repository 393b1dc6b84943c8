"""Numbers that other tools print, and what the grader says of them: the table of docs/tools.md.

The values were printed by the tools for `NETWORK`, in the versions that are told; they are kept
here, so that no tool is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from grader.answers.answer import read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from problems.cnn_table.family import Parameters, affine, conv, flatten, pool, working

TABLE = (Path(__file__).parents[1] / "docs" / "tools.md").read_text(encoding="utf-8")

NETWORK: Parameters = {
    "input": [3, 32, 32],
    "layers": [
        conv("conv1", 8, 5),
        pool("pool1", 2, 2),
        conv("conv2", 16, 5),
        pool("pool2", 2, 2),
        flatten("flatten"),
        affine("fc1", 10),
    ],
    "macs": True,
    "told": False,
}
WORKING = working(NETWORK)
TRUTH = WORKING.solve()


def shapes(*front: Any, channels_last: bool = False) -> dict[str, Any]:
    """The shapes of the network with something in front, as tools print them."""
    printed = {}
    for layer in ("conv1", "pool1", "conv2", "pool2", "flatten"):
        channels, *sides = TRUTH[f"{layer}_shape"]
        own = (*sides, channels) if channels_last else (channels, *sides)
        printed[f"{layer}_shape"] = [*front, *own]
    return printed


def macs(conv1: int, conv2: int, fc1: int) -> dict[str, Any]:
    return {"conv1_macs": conv1, "conv2_macs": conv2, "fc1_macs": fc1}


def fields(*of_layers: int) -> dict[str, Any]:
    layers = ("conv1", "pool1", "conv2", "pool2", "fc1")
    return {f"{layer}_rf": each for layer, each in zip(layers, of_layers, strict=True)}


PRINTED: Mapping[str, tuple[dict[str, Any], str]] = {
    "torchinfo 1.8.0": (shapes(1), "batch-axis"),
    "torchsummary 1.5.1": (shapes(-1), "batch-axis"),
    "torchscan 0.2.0": (fields(5, 2, 5, 2, 1), "field-is-kernel"),
    "torchinfo 1.8.0, mult-adds": (macs(476_672, 321_600, 4_010), "bias-counted-in-macs"),
    "torchinfo 1.8.0, four images": (macs(1_906_688, 1_286_400, 16_040), "macs-of-a-batch"),
    "ptflops 0.7.5": (macs(476_672, 321_600, 4_010), "bias-counted-in-macs"),
    "thop 0.1.1, four images": (macs(1_881_600, 1_280_000, 16_000), "macs-of-a-batch"),
    "fvcore 0.1.5, four images": (macs(1_881_600, 1_280_000, 16_000), "macs-of-a-batch"),
    "FlopCounterMode": (macs(940_800, 640_000, 8_000), "multiplications-and-additions"),
}
"""What was printed by each tool, and the slip that it is."""


def marked(printed: Mapping[str, Any]) -> dict[str, FieldResult]:
    """What the right answers get with those that a tool has printed."""
    answers = {
        asked.name: read_answer(asked.form, printed.get(asked.name, TRUTH[asked.name]))
        for asked in WORKING.asked
    }
    return {field.name: field for field in mark_by_hand(WORKING, answers)}


@pytest.mark.parametrize("tool", PRINTED)
def test_what_a_tool_prints_is_named_and_costs_once(tool: str) -> None:
    printed, slip = PRINTED[tool]
    found = marked(printed)
    differing = [name for name in printed if found[name].outcome is not Outcome.CORRECT]
    assert {found[name].slips for name in differing} == {(slip,)}
    assert [name for name, field in found.items() if field.score < field.max_score] == (
        differing[:1]
    )


def test_operations_by_the_convention_of_a_profiler_are_named_and_cost_once() -> None:
    found = marked(macs(947_072, 641_600, 8_010))
    named = {name: field.score for name, field in found.items() if field.slips}
    assert {found[name].slips for name in named} == {("operations-and-biases",)}
    assert [score > 0 for score in named.values()] == [False, True, True]
    assert "947,072" in TABLE
    assert "8,010" in TABLE


def test_what_keras_prints_is_one_mistake_in_the_batch_and_one_in_the_order() -> None:
    found = marked(shapes(None, channels_last=True))
    told = [[remark.details["slips"] for remark in field.remarks] for field in found.values()]
    assert [each for each in told if each] == [
        *[[("channels-last",), ("batch-axis",)]] * 4,
        [("batch-axis",)],
    ]
    assert [name for name, field in found.items() if field.score < field.max_score] == [
        "conv1_shape"
    ]


def test_a_shape_behind_a_number_that_is_no_batch_is_not_taken_apart() -> None:
    field = marked({"conv1_shape": [64, 8, 27, 28]})["conv1_shape"]
    assert (field.outcome, field.slips) == (Outcome.WRONG, ())


def test_a_rounded_number_of_parameters_is_refused_with_what_to_type() -> None:
    field = marked({"fc1_params": "4.01 k"})["fc1_params"]
    assert field.outcome is Outcome.UNREADABLE
    assert [remark.key for remark in field.remarks][1:] == ["exact-number"]


@pytest.mark.parametrize("tool", sorted({tool.split(",")[0] for tool in PRINTED} | {"Keras 3.15"}))
def test_every_tool_stands_in_the_table(tool: str) -> None:
    assert tool in TABLE
