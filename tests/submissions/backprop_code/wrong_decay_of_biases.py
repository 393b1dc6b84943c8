# backprop-code:hard, seed 5
# 18 of 21, decay-of-biases: biases decay too, and a loop over the attributes
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


def backprop(layers, y, x):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    p = np.exp(q) / np.exp(q).sum(axis=1, keepdims=True)
    n = np.arange(len(y))
    loss = -np.log(p[n, y]).mean()
    p[n, y] -= 1
    dq = p / len(y)
    for layer in layers[::-1]:
        dq = layer.bwd_pass(dq)
    return loss


def descent(rate, layers):
    for layer in layers:
        for name in ("w", "b"):
            if name in layer.__dict__:
                theta = layer.__dict__[name]
                step = layer.__dict__["d" + name] + 0.125 * theta
                layer.__dict__[name] = theta - rate * step


def train(rate, layers, batches):
    out = []
    for batch in batches:
        out.append(backprop(layers, batch[1], batch[0]))
        descent(rate, layers)
    return out
