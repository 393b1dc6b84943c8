# backprop-code:hard, seed 3
# 17 of 21, descent-before-backprop: training begins each turn with a step
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
    p = np.exp(q - q.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(len(y)), y]))
    dq = p.copy()
    dq[np.arange(len(y)), y] -= 1
    dq = dq / len(y)
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return loss



def descent(layers, rate):
    for layer in layers:
        for n in "wb":
            if hasattr(layer, n):
                v = 0.5 * getattr(layer, "v" + n) + getattr(layer, "d" + n)
                setattr(layer, "v" + n, v)
                setattr(layer, n, getattr(layer, n) - rate * v)


def train(layers, batches, rate):
    losses = []
    for x, y in batches:
        descent(layers, rate)
        losses.append(backprop(layers, x, y))
    return losses
