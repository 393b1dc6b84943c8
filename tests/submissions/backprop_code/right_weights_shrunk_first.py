# backprop-code:hard, seed 5
# 21 of 21: the decay as a factor of the weights, a generator of losses
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


class LayerScale:
    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(w.shape)

    def fwd_pass(self, p):
        self.p = p
        return p * self.w

    def bwd_pass(self, dq):
        self.dw = (dq * self.p).sum(axis=0)
        return dq * self.w


def forward(layers, x):
    for layer in layers:
        x = layer.fwd_pass(x)
    return x


def backprop(layers, y, x):
    q = forward(layers, x)
    rows = np.arange(len(q))
    log_p = q - np.log(np.exp(q).sum(axis=1, keepdims=True))
    dq = np.exp(log_p)
    dq[rows, y] -= 1
    dq /= len(q)
    for layer in layers[::-1]:
        dq = layer.bwd_pass(dq)
    return -log_p[rows, y].mean()


def descent(rate, layers):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w = (1 - 0.125 * rate) * layer.w - rate * layer.dw
        if hasattr(layer, "b"):
            layer.b = layer.b - rate * layer.db


def train(rate, layers, batches):
    def losses():
        for x, y in batches:
            yield backprop(layers, y, x)
            descent(rate, layers)

    return list(losses())
