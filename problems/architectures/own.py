"""The questions about a lecturer's own network: all of its layers are rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from problems.architectures.rows import ONLY_ROWS, Parameters, Row
from problems.family import Level, NetworkRefusedError

_KINDS = {"adaptive-pool": "grid"}
"""What a kind is called here, where it is called otherwise."""

_WINDOWED = ("conv", "pool", "table")

_ASKED: Mapping[str, tuple[str, ...]] = {
    "conv": ("shape", "params"),
    "transposed": ("shape", "params"),
    "table": ("shape", "params"),
    "pool": ("shape",),
    "crop": ("shape",),
    "shortcut": ("shape",),
    "concat": ("shape",),
    "flatten": ("shape",),
    "fc": ("params",),
    "norm": ("norm",),
}
_ASKED_AT_HARD: Mapping[str, tuple[str, ...]] = {
    "conv": ("macs",),
    "fc": ("macs",),
    "sum": ("adds",),
}


def of_network(network: Mapping[str, Any], level: Level) -> Parameters:
    """Shapes and parameters; from ``standard`` on those of all together, and costs at ``hard``.

    Raises NetworkRefusedError where nothing could be asked.
    """
    rows = [_row(layer, level) for layer in network["layers"]]
    _, height, width = network["input"]
    if height != width:
        rows = [{**row, "wide": True} if row["kind"] in _WINDOWED else row for row in rows]
    if not any(row["asked"] for row in rows):
        raise NetworkRefusedError("a layer was expected of which something can be asked")
    learns = any({"params", "norm"} & set(row["asked"]) for row in rows)
    return {
        **ONLY_ROWS,
        "network": "own",
        "called": network["name"],
        "image": network["input"],
        "rows": rows,
        "total": learns and level != "easy",
    }


def _row(layer: Mapping[str, Any], level: Level) -> Row:
    kind = layer["kind"]
    row = {**layer, "kind": _KINDS.get(kind, kind)}
    columns = list(_ASKED.get(kind, ()))
    if level == "hard":
        columns += _ASKED_AT_HARD.get(kind, ())
    match kind:
        case "conv":
            if row["dilation"] == 1:
                del row["dilation"]
            if row["norm"]:
                columns.append("norm")
        case "pool":
            if row.pop("of") == "mean":
                row["mean"] = True
            if row.pop("round") == "up":
                row["up"] = True
        case "transposed":
            row["output_padding"] = row.pop("output-padding")
    return {**row, "asked": columns}
