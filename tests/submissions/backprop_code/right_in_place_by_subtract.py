# backprop-code:standard, seed 4
# 18 of 18: np.subtract into the array itself, an error for layers without parameters caught
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
    diff = q - y
    dq = 2 * diff
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return (diff ** 2).sum()


def descend(layers, rate):
    for layer in layers:
        try:
            np.subtract(layer.w, rate * layer.dw, out=layer.w)
            layer.b[:] = layer.b - rate * layer.db
        except AttributeError:
            pass
