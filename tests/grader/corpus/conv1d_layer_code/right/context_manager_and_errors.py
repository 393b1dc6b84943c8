# Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "11", "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 592280f20e9b6c4d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

import contextlib
import logging

logging.basicConfig(level=logging.DEBUG)
log = logging.getLogger("layer")

class NotYetForward(RuntimeError):
    pass

@contextlib.contextmanager
def step(name):
    log.debug("begin %s", name)
    try:
        yield
    finally:
        log.debug("end %s", name)

class LayerConv1d:
    def __init__(self, w, b):
        w = np.asarray(w)
        if w.shape != (7,):
            raise ValueError(f"expected 7 weights, got shape {w.shape}")
        self.w, self.b, self.x = w, b, None

    def fwd_pass(self, p):
        with step("forward"):
            self.x = np.pad(p, 2)
            return np.array([self.x[i:i + 7] @ self.w + self.b for i in range(0, len(self.x) - 6, 2)])

    def bwd_pass(self, dq):
        if self.x is None:
            raise NotYetForward("call fwd_pass first")
        with step("backward"):
            self.db = np.sum(dq)
            dx, self.dw = np.zeros(len(self.x)), np.zeros(7)
            for i, g in enumerate(dq):
                dx[2 * i:2 * i + 7] += g * self.w
                self.dw += g * self.x[2 * i:2 * i + 7]
            return dx[2:-2]
