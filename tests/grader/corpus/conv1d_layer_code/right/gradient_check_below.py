# Practice sheet, seed 10: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "10", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "10", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: c72f80c6ede30557

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p_pad = np.hstack([[0, 0], p, [0, 0]])
        self.n_in = len(p)
        out = []
        i = 0
        while i + 5 <= len(self.p_pad):
            out.append(self.w @ self.p_pad[i:i + 5] + self.b)
            i += 3
        return np.array(out)

    def bwd_pass(self, dq):
        self.dw = np.zeros(5)
        self.db = 0
        dp = np.zeros(self.n_in + 4)
        for i, g in enumerate(dq):
            self.dw += self.p_pad[3 * i:3 * i + 5] * g
            self.db += g
            dp[3 * i:3 * i + 5] += self.w * g
        return dp[2:2 + self.n_in]


def numeric_gradient(f, x, h=1e-6):
    g = np.zeros_like(x)
    for i in range(len(x)):
        d = np.zeros_like(x)
        d[i] = h
        g[i] = (f(x + d) - f(x - d)) / (2 * h)
    return g


rng = np.random.default_rng(1)
w0, x0 = rng.normal(size=5), rng.normal(size=11)
layer = LayerConv1d(w0, 0.3)
seed = rng.normal(size=len(layer.fwd_pass(x0)))
dx0 = layer.bwd_pass(seed)
assert np.allclose(dx0, numeric_gradient(lambda x: LayerConv1d(w0, 0.3).fwd_pass(x) @ seed, x0), atol=1e-5)
assert np.allclose(layer.dw, numeric_gradient(lambda w: LayerConv1d(w, 0.3).fwd_pass(x0) @ seed, w0), atol=1e-5)
print("gradient check ok")
