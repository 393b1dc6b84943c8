# backprop-code:standard, seed 0
# 19 of 19: functools.reduce both ways, parameters through vars()
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


from functools import reduce


def backprop(layers, y, x):
    q = reduce(lambda p, layer: layer.fwd_pass(p), layers, x)
    n = x.shape[0]
    dx = reduce(lambda dq, layer: layer.bwd_pass(dq), reversed(layers), (q - y) / n)
    return np.square(q - y).sum() / (2 * n), dx


def descend(rate, layers):
    for layer in layers:
        own = vars(layer)
        for key in [k for k in own if "d" + k in own]:
            own[key] = own[key] - rate * own["d" + key]
