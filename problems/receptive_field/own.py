"""The receptive fields of a lecturer's own network, of its maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from problems.family import Level, NetworkRefusedError

Layer = Mapping[str, Any]

_VECTORS = ("adaptive-pool", "flatten", "fc")
"""With the first of these the maps end."""
_MERGES = {"sum": "sum", "concat": "concatenation"}


def of_network(network: Mapping[str, Any], level: Level) -> dict[str, Any]:
    """Fields and total factors of all maps; a chain is gone through backwards from ``standard`` on.

    Normalisations change no field, and are left out. Raises NetworkRefusedError.
    """
    maps = _maps(network["layers"])
    layers = _Branches(maps).layers()
    if not layers:
        raise NetworkRefusedError("a conv or a pool was expected")
    is_chain = not any("paths" in layer for layer in layers)
    return {
        "called": network["name"],
        "layers": layers,
        "back": is_chain and level != "easy",
    }


def _maps(layers: Sequence[Layer]) -> list[Layer]:
    """The layers that put out maps, up to the last that others lead to."""
    for place, layer in enumerate(layers):
        if layer["kind"] in _VECTORS:
            if any(each["kind"] not in _VECTORS for each in layers[place:]):
                raise NetworkRefusedError(f"no map was expected behind `{layer['name']}`")
            return list(layers[:place])
    return list(layers)


class _Branches:
    """A network whose layers stand one behind another, but for blocks of chains side by side."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._by_name = {layer["name"]: layer for layer in layers}
        self._last = layers[-1]["name"] if layers else "image"
        self._seen: set[str] = set()
        self._forks: dict[str, str] = {}  # by the layer in which branches meet

    def layers(self) -> list[dict[str, Any]]:
        """The layers from the image to the last one. Raises NetworkRefusedError."""
        found: list[dict[str, Any]] = []
        name = self._last
        while name != "image":
            name = self._step_back(name, found, merges=True)
        if missing := [each for each in self._by_name if each not in self._seen]:
            raise NetworkRefusedError(
                f"a network in which all leads to the last map was expected, but `{missing[0]}` "
                "does not"
            )
        return found[::-1]

    def _step_back(self, name: str, found: list[dict[str, Any]], *, merges: bool) -> str:
        """Adds a layer to those found, and gives the name of what comes before it."""
        layer = self._by_name[name]
        if name in self._seen:
            raise NetworkRefusedError(
                f"branches apart from each other were expected, but `{name}` is in two"
            )
        self._seen.add(name)
        if layer["kind"] in _MERGES:
            if not merges:
                raise NetworkRefusedError(
                    f"branches without further branches were expected, but `{name}` is in one"
                )
            return self._block(layer, found)
        if layer["kind"] != "norm":
            found.append(_row(layer))
        return str(layer["after"][0])

    def _block(self, layer: Layer, found: list[dict[str, Any]]) -> str:
        """Adds a block; its branches are followed back to where all of them part."""
        fork = self._fork(layer)
        paths: list[list[dict[str, Any]]] = []
        for end in layer["after"]:
            path: list[dict[str, Any]] = []
            name = end
            while name != fork:
                name = self._step_back(name, path, merges=False)
            paths.append(path[::-1])
        jumps = {_factor(path) for path in paths}
        if len(jumps) > 1:
            raise NetworkRefusedError(
                f"branches with the same strides in all were expected to meet in `{layer['name']}`"
            )
        found.append({"kind": _MERGES[layer["kind"]], "name": layer["name"], "paths": paths})
        return fork

    def _fork(self, layer: Layer) -> str:
        """The last layer, or the image, from which all branches of a block come.

        Each is looked for once: every branch of a later block leads back through all before it.
        """
        met_in = layer["name"]
        if met_in not in self._forks:
            ways = [self._way_back(end) for end in layer["after"]]
            fork = next(name for name in ways[0] if all(name in way for way in ways))
            self._forks[met_in] = fork
        return self._forks[met_in]

    def _way_back(self, name: str) -> list[str]:
        """A layer and those before it up to the image; of a block, those before it as a whole."""
        way = [name]
        while name != "image":
            layer = self._by_name[name]
            name = self._fork(layer) if layer["kind"] in _MERGES else layer["after"][0]
            way.append(name)
        return way


def _factor(path: Sequence[Mapping[str, Any]]) -> int:
    product = 1
    for layer in path:
        product *= layer["stride"]
    return product


def _row(layer: Layer) -> dict[str, Any]:
    """A layer as the analysis has it."""
    name, kind = layer["name"], layer["kind"]
    if kind == "table":
        numbers = {"kernel": layer["kernel"], "stride": 1, "padding": 0, "dilation": 1}
        return {"kind": "conv", "name": name, **numbers}
    if kind not in ("conv", "pool"):
        raise NetworkRefusedError(
            f"conv, depthwise, table, pool, norm, sum and concat were expected, but `{name}` is a "
            f"{kind}; 'architectures' takes it"
        )
    if not isinstance(layer["padding"], int):
        raise NetworkRefusedError(
            f"the same padding on all sides, a number, was expected of `{name}` (no field depends "
            "on it); 'architectures' takes it"
        )
    keys = ("kernel", "stride", "padding", *(("dilation",) if kind == "conv" else ()))
    row = {"kind": kind, "name": name, **{key: layer[key] for key in keys}}
    return {**row, "mean": True} if layer.get("of") == "mean" else row
