# Practice sheet, seed 10: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "10", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "10", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: b3121397787ebbf2

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w, dtype=float)
        self.dw = np.zeros(len(w))

    def fwd_pass(self, p):
        self._in = np.concatenate([np.zeros(2), p, np.zeros(2)])
        return np.array([np.dot(self._in[i:i + 5], self.w) for i in range(len(p))])

    def bwd_pass(self, dq):
        din = np.zeros(len(self._in))
        self.dw = np.zeros(5)
        for i in range(len(dq)):
            self.dw += dq[i] * self._in[i:i + 5]
            din[i:i + 5] += dq[i] * self.w
        return din[2:-2]

    def step(self, lr=0.01):
        self.w -= lr * self.dw


def main(steps=200):
    rng = np.random.RandomState(3)
    target = LayerConv1d([0.1, -0.5, 1.0, -0.5, 0.1])
    layer = LayerConv1d(rng.randn(5))
    for step in range(steps):
        x = rng.randn(30)
        error = layer.fwd_pass(x) - target.fwd_pass(x)
        layer.bwd_pass(2 * error / len(error))
        layer.step(lr=0.1)
        if step % 50 == 0:
            print(f"step {step:4d}: loss {np.mean(error ** 2):.6f}")
    return layer


trained = main(50)

if __name__ == "__main__":
    main()
