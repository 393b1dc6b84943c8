# backprop-code:easy, seed 2
# 11 of 12, list-turned-round: the list itself is turned round
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
    p = np.exp(q - q.max()) / np.exp(q - q.max()).sum()
    dq = p - np.eye(len(p))[y]
    layers.reverse()
    for layer in layers:
        dq = layer.bwd_pass(dq)
    return -np.log(p[y])
