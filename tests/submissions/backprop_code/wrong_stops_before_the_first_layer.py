# backprop-code:easy, seed 0
# 8 of 12, first-layer-not-run: range() ends before layer 0
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
    loss = np.sum((q - y) ** 2) / 2
    dq = q - y
    for i in range(len(layers) - 1, 0, -1):
        dq = layers[i].bwd_pass(dq)
    return loss
