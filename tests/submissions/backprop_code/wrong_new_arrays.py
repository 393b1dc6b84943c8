# backprop-code:standard, seed 4
# 17 of 18, arrays-replaced: new arrays where the old ones are to change
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
    dq = 2 * (q - y)
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return np.sum((q - y) ** 2)


def descend(layers, rate):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w = layer.w - rate * layer.dw
            layer.b = layer.b - rate * layer.db
