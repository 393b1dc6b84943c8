# backprop-code:standard, seed 8
# 13 of 17, batch-summed: the gradient is not divided by N
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


def backprop(x, y, layers):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    p = np.exp(q) / np.exp(q).sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(len(y)), y]).mean()
    p[np.arange(len(y)), y] -= 1
    for layer in reversed(layers):
        p = layer.bwd_pass(p)
    return loss


def descent(layers, rate):
    for layer in layers:
        if isinstance(layer, LayerAffine):
            layer.w = layer.w - rate * layer.dw
            layer.b = layer.b - rate * layer.db
