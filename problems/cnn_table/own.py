"""The table of a lecturer's own network, where it is a chain of the layers that the table has."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from problems.family import Level, NetworkRefusedError

_MARKS: Mapping[Level, int] = {"easy": 4, "standard": 4, "hard": 3}

_ELSEWHERE = "'architectures' takes it"

_PLAIN: Mapping[str, Mapping[str, Any]] = {
    "conv": {"norm": False, "bias": True},
    "pool": {"padding": 0, "of": "max", "round": "down"},
    "fc": {"bias": True},
    "flatten": {},
}
"""The kinds of layers that the table has, and what their keys have to be."""


def of_network(network: Mapping[str, Any], level: Level) -> dict[str, Any]:
    """The table of a network, with multiply-accumulates at ``hard``. Raises NetworkRefusedError."""
    layers = network["layers"]
    for layer in layers:
        _require_plain(layer)
    for before, layer in pairwise(layers):
        if layer["after"] != [before["name"]]:
            raise NetworkRefusedError(
                f"a chain was expected, but `{layer['name']}` does not take what "
                f"`{before['name']}` puts out; {_ELSEWHERE}"
            )
    if layers[0]["kind"] not in ("conv", "pool"):
        raise NetworkRefusedError("a conv or a pool was expected as the first layer")
    return {
        "input": network["input"],
        "layers": [_row(layer) for layer in layers],
        "macs": level == "hard",
        "marks": _MARKS[level],
        "told": False,
    }


def _require_plain(layer: Mapping[str, Any]) -> None:
    name, kind = layer["name"], layer["kind"]
    if kind not in _PLAIN:
        raise NetworkRefusedError(
            f"{', '.join(_PLAIN)} were expected, but `{name}` is a {kind}; {_ELSEWHERE}"
        )
    for key, value in _PLAIN[kind].items():
        if layer[key] != value:
            told = f'"{value}"' if isinstance(value, str) else str(value).lower()
            raise NetworkRefusedError(
                f"{key} = {told} was expected of `{name}`, a {kind}; {_ELSEWHERE}"
            )
    if kind == "conv" and not isinstance(layer["padding"], int):
        raise NetworkRefusedError(
            f"the same padding on all sides, a number, was expected of `{name}`; {_ELSEWHERE}"
        )


def _row(layer: Mapping[str, Any]) -> dict[str, Any]:
    """A layer as the table has it: without what is the same of all."""
    kind = layer["kind"]
    left_out = {"after", *_PLAIN[kind]}
    row = {key: value for key, value in layer.items() if key not in left_out}
    return {**row, "kind": "affine" if kind == "fc" else kind}
