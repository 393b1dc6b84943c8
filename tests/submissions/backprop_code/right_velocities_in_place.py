# backprop-code:hard, seed 1
# 24 of 24: velocities and parameters changed in place
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


def backprop(x, y, layers):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    loss = np.sum((q - y) ** 2)
    grad = 2.0 * (q - y)
    for layer in reversed(layers):
        grad = layer.bwd_pass(grad)
    return loss, grad


def update(layers, rate):
    for layer in layers:
        if isinstance(layer, LayerReLU):
            continue
        layer.vw *= 0.5
        layer.vw += layer.dw
        layer.w -= rate * layer.vw
        if isinstance(layer, LayerAffine):
            layer.vb *= 0.5
            layer.vb += layer.db
            layer.b -= rate * layer.vb


def train(layers, batches, rate):
    result = np.zeros(len(batches))
    for i, (x, y) in enumerate(batches):
        result[i], _ = backprop(x, y, layers)
        update(layers, rate)
    return result
