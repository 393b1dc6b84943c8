# backprop-code:hard, seed 4
# 17 of 21, loss-after-step: the loss is worked out again after the step
class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)
        self.vw, self.vb = np.zeros(w.shape), np.zeros(b.shape)

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


class LayerScale:
    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(w.shape)
        self.vw = np.zeros(w.shape)

    def fwd_pass(self, p):
        self.p = p
        return p * self.w

    def bwd_pass(self, dq):
        self.dw = (dq * self.p).sum(axis=0)
        return dq * self.w


def backprop(layers, x, y):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    dq = (q - y) / len(x)
    for layer in layers[::-1]:
        dq = layer.bwd_pass(dq)
    return np.sum((q - y) ** 2) / 2 / len(x)


def descend(rate, layers):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.vw = 0.5 * layer.vw + layer.dw
            layer.w = layer.w - rate * layer.vw
        if hasattr(layer, "b"):
            layer.vb = 0.5 * layer.vb + layer.db
            layer.b = layer.b - rate * layer.vb


def train(rate, layers, batches):
    losses = []
    for x, y in batches:
        backprop(layers, x, y)
        descend(rate, layers)
        losses.append(backprop(layers, x, y))
    return losses
