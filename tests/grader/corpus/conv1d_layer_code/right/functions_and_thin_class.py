# Zestaw ćwiczeniowy, ziarno (seed) 8: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "8", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "8", "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 56b527440fc0fd8f

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 6
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv_forward_naive(x, w, b, conv_param):
    """Zwraca (wyjście, cache)."""
    stride, pad = conv_param["stride"], conv_param["pad"]
    x_pad = np.pad(x, (pad,), "constant")
    W = x.shape[0]
    WW = w.shape[0]
    W_out = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros(W_out)
    for i in range(W_out):
        out[i] = np.sum(x_pad[i * stride:i * stride + WW] * w) + b
    cache = (x, w, b, conv_param)
    return out, cache


def conv_backward_naive(dout, cache):
    """Zwraca (dx, dw, db)."""
    x, w, b, conv_param = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    x_pad = np.pad(x, (pad,), "constant")
    dx_pad = np.zeros_like(x_pad, dtype=float)
    dw = np.zeros_like(w, dtype=float)
    db = np.sum(dout)
    WW = w.shape[0]
    for i in range(dout.shape[0]):
        dx_pad[i * stride:i * stride + WW] += w * dout[i]
        dw += x_pad[i * stride:i * stride + WW] * dout[i]
    return dx_pad[pad:-pad], dw, db


class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.params = w, b
        self.conv_param = {"stride": 3, "pad": 2}

    def fwd_pass(self, p):
        w, b = self.params
        out, self.cache = conv_forward_naive(p, w, b, self.conv_param)
        return out

    def bwd_pass(self, dq):
        dx, self.dw, self.db = conv_backward_naive(dq, self.cache)
        return dx
