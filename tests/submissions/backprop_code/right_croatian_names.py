# backprop-code:standard, seed 2
# 19 of 19: Croatian names, one-hot rows out of an identity matrix
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


def vjerojatnosti(logiti):
    e = np.exp(logiti - logiti.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def backprop(x, layers, y):
    izlaz = x
    for sloj in layers:
        izlaz = sloj.fwd_pass(izlaz)
    p = vjerojatnosti(izlaz)
    točni = np.eye(p.shape[1])[y]
    gubitak = -(točni * np.log(p)).sum()
    gradijent = p - točni
    for sloj in layers[::-1]:
        gradijent = sloj.bwd_pass(gradijent)
    return gubitak, gradijent


def update(rate, layers):
    for sloj in layers:
        if isinstance(sloj, LayerAffine):
            sloj.w = sloj.w - rate * sloj.dw
            sloj.b = sloj.b - rate * sloj.db
