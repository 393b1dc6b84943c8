# backprop-code:easy, seed 1
# 12 of 12: each layer calls the next one, and passes back what that returns
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


def backprop(x, y, layers):
    loss = None

    def go(rest, q):
        nonlocal loss
        if not rest:
            s = np.exp(q - q.max())
            s /= s.sum()
            loss = -np.log(s[y])
            return s - (np.arange(len(s)) == y)
        first, *others = rest
        return first.bwd_pass(go(others, first.fwd_pass(q)))

    go(list(layers), x)
    return float(loss)
