"""The outputs once more: by NumPy itself, by PyTorch itself, and cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def array_convolve(x: Any, w: Any, mode: Any) -> Any:
    """`np.convolve`."""
    return np.convolve(np.asarray(x, dtype=float), np.asarray(w, dtype=float), mode)


def array_correlate(x: Any, w: Any, mode: Any) -> Any:
    """`np.correlate`."""
    return np.correlate(np.asarray(x, dtype=float), np.asarray(w, dtype=float), mode)


def image_convolve(x: Any, w: Any, mode: str) -> Any:
    """Each output by its definition, with the flipped kernel."""
    return _image(x, list(w)[::-1], mode, first=-((len(w) - 1) // 2))


def image_correlate(x: Any, w: Any, mode: str) -> Any:
    """Each output by its definition."""
    return _image(x, list(w), mode, first=-(len(w) // 2))


def _image(x: Sequence[Any], w: Sequence[Any], mode: str, first: int) -> Any:
    found = []
    for place in range(len(x)):
        total = sum(entry * _cell(x, place + first + step, mode) for step, entry in enumerate(w))
        found.append(int(total))  # towards zero
    return np.array(found)


def _cell(x: Sequence[Any], place: int, mode: str) -> Any:
    """The value beside the vector, one cell after the other."""
    last = len(x) - 1
    while not 0 <= place <= last:
        if mode == "zero":
            return 0
        if mode == "edge":
            place = min(max(place, 0), last)
        elif mode == "circular":
            place += len(x) if place < 0 else -len(x)
        elif mode == "mirror":
            place = -1 - place if place < 0 else 2 * last + 1 - place
        else:
            place = -place if place < 0 else 2 * last - place
    return x[place]


def layer(x: Any, w: Any, padding: int = 0, stride: int = 1, dilation: int = 1) -> Any:
    """`functional.conv1d`."""
    return _layer(x, w, padding=padding, stride=stride, dilation=dilation)


def layer_same(x: Any, w: Any, stride: int = 1) -> Any:
    """`functional.conv1d` of the vector with zeros beside it, until there are outputs enough."""
    before, behind = 0, 0
    while (len(x) + before + behind - len(w)) // stride + 1 < -(-len(x) // stride):
        before, behind = (before, behind + 1) if before == behind else (before + 1, behind)
    return _layer(np.pad(np.asarray(x, dtype=float), (before, behind)), w, stride=stride)


def _layer(x: Any, w: Any, **how: Any) -> Any:
    vector, kernel = (torch.tensor(np.asarray(each, dtype=float))[None, None] for each in (x, w))
    return functional.conv1d(vector, kernel, **how)[0, 0].numpy()
