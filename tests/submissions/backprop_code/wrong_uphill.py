# backprop-code:standard, seed 5
# 16 of 19, step-uphill: plus for minus
class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p
        self.db = dq.sum(axis=0)
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * (self.p > 0)


def backprop(layers, x, y):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    dq = 2 * (q - y) / len(x)
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return np.mean(((q - y) ** 2).sum(axis=1)), dq


def descend(rate, layers):
    for layer in layers:
        if isinstance(layer, LayerAffine):
            layer.w = layer.w + rate * layer.dw
            layer.b = layer.b + rate * layer.db
