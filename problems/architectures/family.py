"""Rows of networks that lectures name, or of a lecturer's own: shapes, parameters, operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from problems.architectures import rules
from problems.architectures.drawn import draw
from problems.architectures.layers import worked_out
from problems.architectures.own import of_network
from problems.architectures.published import EXAMPLES
from problems.architectures.rows import Parameters, Skip
from problems.family import LEVELS, ByHand, Family
from problems.forms import Form, Integer, Shape
from problems.quantity import Quantity, Step
from problems.working import Working

FORMS: Mapping[str, Form] = {
    "shape": Shape("C, H, W"),
    "params": Integer(),
    "norm": Integer(),
    "macs": Integer("MAC"),
    "adds": Integer(),
}
"""The columns."""

_MARKS = 2


def working(p: Parameters) -> Working:
    """Row by row, then what else is asked."""
    w = Working()
    own = p["called"] is not None
    columns = [name for name in FORMS if any(name in row["asked"] for row in p["rows"])]
    w.lay_out(columns=columns)
    outputs: dict[str, Quantity] = {}
    if own:
        outputs["image"] = w.given("image", tuple(p["image"]), meaning="image")
    weights: list[Quantity] = []
    norms: list[Quantity] = []
    for row in p["rows"]:
        shapes = [outputs[name] for name in row.get("after", ())]
        if not shapes:
            shape = tuple(row["input"])
            shapes = [w.given(f"{row['name']}_input", shape, meaning="input", of=row["name"])]
        found = worked_out(w, row, shapes, own=own)
        if "shape" in found:
            outputs[row["name"]] = found["shape"]
        if "params" in found and (own or row["kind"] == "conv"):
            weights.append(found["params"])
        if "norm" in found:
            norms.append(found["norm"])
        for column, step in found.items():
            if column in row["asked"]:
                assert isinstance(step, Step)
                w.ask(step, FORMS[column], _MARKS, cell=(f"`{row['name']}`", column))
            elif isinstance(step, Step) and step not in shapes:
                w.tell(step, column, of=row["name"])
    if p["total"]:
        rule = rules.NETWORK_PARAMETERS if own else rules.TOTAL_PARAMETERS
        total = w.derive("total", rule, weights=tuple(weights), norms=tuple(norms))
        w.ask(total, Integer(), _MARKS, meaning="all" if own else "total")
    _others(w, p)
    return w


def _others(w: Working, p: Parameters) -> None:
    if stack := p["stack"]:
        channels = w.given("channels", stack["channels"], meaning="channels")
        three = w.derive("stacked", rules.STACKED, channels=channels, kernel=3, layers=3)
        w.ask(three, Integer(), _MARKS)
        one = w.derive("single", rules.SINGLE, channels=channels, kernel=7, layers=1)
        w.ask(one, Integer(), _MARKS)
    if skip := p["skip"]:
        _skipped(w, skip)
    if dense := p["dense"]:
        in_shape = w.given("dense_input", tuple(dense["input"]), meaning="block-input")
        numbers: dict[str, Any] = {"growth": dense["growth"], "layers": dense["layers"]}
        shape = w.derive("dense_shape", rules.CONCATENATED_SHAPE, in_shape=in_shape, **numbers)
        w.ask(shape, Shape("C, H, W"), _MARKS)
        last = w.derive("dense_params", rules.DENSE_WEIGHTS, in_shape=in_shape, kernel=3, **numbers)
        w.ask(last, Integer(), _MARKS)
    if head := p["head"]:
        trained = w.derive("trained", rules.HEAD_PARAMETERS, **head)
        w.ask(trained, Integer(), _MARKS)


def _skipped(w: Working, skip: Skip) -> None:
    """A map from below grows, one from beside is cropped, and both are concatenated."""
    below = w.given("below", tuple(skip["below"]), meaning="below")
    beside = w.given("beside", tuple(skip["input"]), meaning="beside")
    numbers: dict[str, Any] = {
        "channels": skip["below"][0] // 2,
        "kernel": 2,
        "stride": 2,
        "padding": 0,
    }
    up = w.derive("up_shape", rules.UP_SHAPE, in_shape=below, **numbers)
    w.ask(up, Shape("C, H, W"), _MARKS)
    cut: dict[str, Any] = {"before": skip["cut"], "after": skip["cut"]}
    cropped = w.derive("crop_shape", rules.CROPPED_SHAPE, in_shape=beside, **cut)
    w.ask(cropped, Shape("C, H, W"), _MARKS)
    joined = w.derive("joined_shape", rules.CONCATENATED_MAPS, shapes=(cropped, up))
    w.ask(joined, Shape("C, H, W"), _MARKS)


FAMILY = Family(
    key="architectures",
    draw=draw,
    task=ByHand(working),
    subjects=dict.fromkeys(LEVELS, ("rounding",)),  # the first layers of these networks round
    core={
        "easy": ("bias-forgotten", "kernel-not-squared", "stack-as-one-kernel"),
        "standard": ("bias-counted", "norms-left-out", "frozen-counted"),
        "hard": ("norms-left-out", "table-ignored", "only-input-seen"),
    },
    examples=EXAMPLES,
    network=of_network,
)
