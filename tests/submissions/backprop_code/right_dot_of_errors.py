# backprop-code:easy, seed 5
# 12 of 12: the squared error as a dot product, layers from the end by negative indices
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
    out = x.copy()
    for i in range(len(layers)):
        out = layers[i].fwd_pass(out)
    e = out - y
    d = e + e
    for i in range(1, len(layers) + 1):
        d = layers[-i].bwd_pass(d)
    return np.dot(e, e)
