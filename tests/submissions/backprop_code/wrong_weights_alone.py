# backprop-code:standard, seed 2
# 16 of 19, weights-alone-stepped: the biases are forgotten in the step
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


def backprop(x, layers, y):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    p = np.exp(q)
    p /= p.sum(axis=1)[:, None]
    loss = -np.log(p[range(len(y)), y]).sum()
    dq = p
    dq[range(len(y)), y] -= 1
    for layer in layers[::-1]:
        dq = layer.bwd_pass(dq)
    return loss, dq


def update(rate, layers):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w = layer.w - rate * layer.dw
