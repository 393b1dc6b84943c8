"""What is worked out of each kind of layer, by columns; inputs are the shapes of other layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from problems.architectures import rules
from problems.architectures.rows import Row
from problems.quantity import Quantity, Step
from problems.rule import Rule
from problems.working import Working

Found = dict[str, Quantity]
"""By column; ``shape`` is what the layer puts out, which may be a shape that was there before."""


def worked_out(w: Working, row: Row, shapes: Sequence[Quantity], *, own: bool) -> Found:
    """All columns of a row that are asked or needed.

    In a lecturer's ``own`` network groups need not be of one channel, and layers may follow fully
    connected ones.
    """
    return _OF_KIND[row["kind"]](w, row, shapes, own)


def _is_wide(row: Row) -> bool:
    """Whether a kernel is dilated, or maps are not square: there are more mistakes to make."""
    return "dilation" in row or bool(row.get("wide"))


def _derived(w: Working, row: Row, column: str, rule: Rule, **numbers: Any) -> Step:
    return w.derive(f"{row['name']}_{column}", rule, **numbers)


def _convolution(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    channels, groups = row["channels"], row["groups"]
    numbers: dict[str, Any] = {
        "in_shape": shapes[0],
        "channels": channels,
        "dilation": row.get("dilation", 1),
        **{key: row[key] for key in ("kernel", "stride")},
    }
    match row["padding"]:
        case [before, after]:
            numbers |= {"before": before, "after": after}
            rule = rules.TWO_SIDED_SHAPE
        case "same":
            rule = rules.SAME_SHAPE
        case padding:
            numbers["padding"] = padding
            rule = rules.ANY_CONV_SHAPE if _is_wide(row) else rules.CONV_SHAPE
    shape = _derived(w, row, "shape", rule, **numbers)
    numbers |= {"out_shape": shape, "groups": groups}
    found: Found = {"shape": shape}
    if groups == channels and not own:
        rule = rules.DEPTHWISE_PARAMETERS
    elif row["bias"]:
        rule = rules.CONV_PARAMETERS
    else:
        rule = rules.PLAIN_PARAMETERS if groups == 1 else rules.GROUPED_WEIGHTS
        numbers["bias"] = False
    found["params"] = _derived(w, row, "params", rule, **numbers)
    if row["norm"]:
        found["norm"] = _derived(w, row, "norm", rules.NORM_LEARNED, **numbers)
    if "macs" in row["asked"]:
        found["macs"] = _derived(w, row, "macs", rules.CONV_MACS, **numbers)
    return found


def _transposed(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    numbers: dict[str, Any] = {
        "in_shape": shapes[0],
        **{key: row[key] for key in ("channels", "kernel", "stride", "padding")},
    }
    rule = rules.TRANSPOSED_SHAPE
    if row["output_padding"]:
        rule = rules.TRANSPOSED_SHAPE_WITH_OUTPUT_PADDING
        numbers["output_padding"] = row["output_padding"]
    shape = _derived(w, row, "shape", rule, **numbers)
    rule = rules.CONV_PARAMETERS if row["bias"] else rules.PLAIN_PARAMETERS
    return {
        "shape": shape,
        "params": _derived(w, row, "params", rule, groups=1, **numbers),
    }


def _pooling(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    numbers: dict[str, Any] = {
        "in_shape": shapes[0],
        **{key: row[key] for key in ("kernel", "stride")},
    }
    if row["padding"] == "same":
        return {"shape": _derived(w, row, "shape", rules.SAME_POOL_SHAPE, **numbers)}
    numbers["padding"] = row["padding"]
    if row.get("up"):
        numbers["ceil_mode"] = True
        return {"shape": _derived(w, row, "shape", rules.POOL_SHAPE_UP, **numbers)}
    rule = rules.ANY_POOL_SHAPE if _is_wide(row) else rules.POOL_SHAPE
    found: Found = {"shape": _derived(w, row, "shape", rule, **numbers)}
    if row.get("scaled"):
        found["params"] = _derived(w, row, "params", rules.SCALED_PARAMETERS, **numbers)
    return found


def _fully_connected(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    numbers: dict[str, Any] = {"in_shape": shapes[0], "features": row["features"]}
    if row.get("bias", True):
        found: Found = {"params": _derived(w, row, "params", rules.AFFINE_PARAMETERS, **numbers)}
    else:
        params = _derived(w, row, "params", rules.AFFINE_WEIGHTS, bias=False, **numbers)
        found = {"params": params}
    if "macs" in row["asked"]:
        found["macs"] = _derived(w, row, "macs", rules.AFFINE_MACS, **numbers)
    if own:
        found["shape"] = _derived(w, row, "shape", rules.AFFINE_SHAPE, features=row["features"])
    return found


def _by_table(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    numbers: dict[str, Any] = {"in_shape": shapes[0], "kernel": row["kernel"]}
    found: Found = {}
    if own:
        how = {"channels": len(row["inputs"]), "stride": 1, "padding": 0, "dilation": 1}
        rule = rules.ANY_CONV_SHAPE if _is_wide(row) else rules.CONV_SHAPE
        found["shape"] = _derived(w, row, "shape", rule, **numbers, **how)
    numbers["inputs"] = tuple(row["inputs"])
    found["params"] = _derived(w, row, "params", rules.TABLE_PARAMETERS, **numbers)
    return found


def _sum(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    found: Found = {"shape": shapes[0]}
    if "adds" in row["asked"]:
        found["adds"] = _derived(w, row, "adds", rules.RESIDUAL_ADDITIONS, in_shape=shapes[0])
    return found


def _normalisation(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    norm = _derived(w, row, "norm", rules.NORM_OF_MAPS, in_shape=shapes[0])
    return {"shape": shapes[0], "norm": norm}


def _of_shape(rule: Rule, *names: str) -> Callable[..., Found]:
    """A layer of which nothing but the shape is worked out, from numbers of these names."""

    def worked(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
        numbers = {key: row[key] for key in names}
        return {"shape": _derived(w, row, "shape", rule, in_shape=shapes[0], **numbers)}

    return worked


def _shortcut(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    rule = rules.ANY_SHORTCUT_SHAPE if own else rules.SHORTCUT_SHAPE
    numbers = {key: row[key] for key in ("channels", "stride")}
    return {"shape": _derived(w, row, "shape", rule, in_shape=shapes[0], **numbers)}


def _crop(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    before, after = row["cells"]
    cut = {"before": before, "after": after}
    return {"shape": _derived(w, row, "shape", rules.CROPPED_SHAPE, in_shape=shapes[0], **cut)}


def _concatenation(w: Working, row: Row, shapes: Sequence[Quantity], own: bool) -> Found:
    return {"shape": _derived(w, row, "shape", rules.CONCATENATED_MAPS, shapes=tuple(shapes))}


_OF_KIND: Mapping[str, Callable[[Working, Row, Sequence[Quantity], bool], Found]] = {
    "conv": _convolution,
    "transposed": _transposed,
    "pool": _pooling,
    "grid": _of_shape(rules.GRID_SHAPE, "size"),
    "crop": _crop,
    "shortcut": _shortcut,
    "flatten": _of_shape(rules.FLATTEN_SHAPE),
    "fc": _fully_connected,
    "table": _by_table,
    "norm": _normalisation,
    "sum": _sum,
    "concat": _concatenation,
}
