# backprop-code:easy, seed 2
# 2 of 12, last-layer-not-run: the last layer in neither pass
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
    for i in range(len(layers) - 1):
        q = layers[i].fwd_pass(q)
    p = np.exp(q) / np.sum(np.exp(q))
    dq = p.copy()
    dq[y] -= 1
    for i in range(len(layers) - 2, -1, -1):
        dq = layers[i].bwd_pass(dq)
    return -np.log(p[y])
