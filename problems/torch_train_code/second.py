"""The second statements of the rules: PyTorch itself, or another way to the same."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn

_DTYPES = (torch.float32, torch.int64, torch.bool, torch.complex64)


def is_number(kind: str) -> bool:
    """Whether it is the type of what PyTorch takes out of a tensor of decimals, or of integers."""
    return kind in {type(torch.zeros((), dtype=one).item()).__name__ for one in _DTYPES}


def new_head(features: int, classes: int, bias: bool) -> str:
    """What PyTorch prints."""
    return repr(nn.Linear(features, classes, bias=bias))


def new_scores(classes: int) -> list[int]:
    """What comes of PyTorch."""
    return list(nn.Linear(3, classes)(torch.ones(1, 3)).shape)


def trained_names(names: Sequence[str], frozen: str) -> list[str]:
    """Those that do not begin with the parts of the path of what is frozen."""
    parts = frozen.split(".")
    return [name for name in names if name.split(".")[: len(parts)] != parts]


def learning_rates(rate: float, factor: float, depths: Sequence[int]) -> list[float]:
    """One division after the other."""
    found = []
    for depth in depths:
        own = rate
        for _ in range(depth):
            own /= factor
        found.append(own)
    return found


def same_for_all(each: float, count: int) -> list[float]:
    """As many values as there are numbers below."""
    return [each for _ in range(count)]


def mode_kept(training: bool) -> bool:
    """The mode of a module that was put into evaluation mode and back."""
    module = nn.Identity().train(training)
    was = module.training
    module.eval()
    return module.train(was).training
