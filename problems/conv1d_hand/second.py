"""The second statement of the rule that the family has of its own: PyTorch's."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch.nn import functional


def padded_with(x: Any, padding: int, fill: int) -> Any:
    """PyTorch's padding with a constant."""
    vector = torch.tensor(np.asarray(x, dtype=np.float64))
    return functional.pad(vector, (padding, padding), mode="constant", value=fill).numpy()
