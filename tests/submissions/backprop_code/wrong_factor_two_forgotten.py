# backprop-code:easy, seed 5
# 8 of 12, factor-two-forgotten: the derivative of a square without its 2
class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = np.outer(dq, self.p)
        self.db = dq.copy()
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * (self.p > 0)


def backprop(layers, y, x):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    dq = q - y
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return np.sum((q - y) ** 2)
