# backprop-code:standard, seed 8
# 17 of 17: softmax datum by datum, the mean taken at the end
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
    N, C = q.shape
    loss = 0.0
    dq = np.zeros((N, C))
    for n in range(N):
        z = sum(np.exp(v) for v in q[n])
        for c in range(C):
            p = np.exp(q[n, c]) / z
            dq[n, c] = (p - (1 if c == y[n] else 0)) / N
        loss -= np.log(np.exp(q[n, y[n]]) / z)
    for layer in layers[::-1]:
        dq = layer.bwd_pass(dq)
    return loss / N


def descent(layers, rate):
    for layer in layers:
        if type(layer).__name__ == "LayerReLU":
            continue
        layer.w = layer.w + (-rate) * layer.dw
        layer.b = layer.b + (-rate) * layer.db
