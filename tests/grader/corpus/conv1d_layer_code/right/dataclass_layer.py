# Practice sheet, seed 5: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "5", "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 6337e89c71bd95c4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5

from dataclasses import dataclass, field
from typing import Optional

@dataclass
class LayerConv1d:
    w: np.ndarray
    b: float
    dw: Optional[np.ndarray] = field(default=None, init=False)
    db: Optional[float] = field(default=None, init=False)
    _x: Optional[np.ndarray] = field(default=None, init=False, repr=False)

    def fwd_pass(self, p: np.ndarray) -> np.ndarray:
        self._x = np.pad(p, 2)
        n = (self._x.size - self.w.size) // 2 + 1
        out = np.empty(n)
        for i in range(n):
            out[i] = self._x[2 * i:2 * i + self.w.size] @ self.w
        return out + self.b

    def bwd_pass(self, dq: np.ndarray) -> np.ndarray:
        dx = np.zeros(self._x.size)
        self.dw = np.zeros(self.w.size)
        for i, g in enumerate(dq):
            dx[2 * i:2 * i + self.w.size] += g * self.w
            self.dw += g * self._x[2 * i:2 * i + self.w.size]
        self.db = dq.sum()
        return dx[2:-2]
