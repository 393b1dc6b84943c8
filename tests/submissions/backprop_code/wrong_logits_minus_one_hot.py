# backprop-code:easy, seed 46
# 10 of 14, logits-for-probabilities: the gradient is made of the logits
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


def backprop(layers, x, y):
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    probs = np.exp(q - q.max())
    probs = probs / probs.sum()
    loss = -np.log(probs[y])
    one_hot = np.zeros(len(q))
    one_hot[y] = 1
    dq = q - one_hot
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return loss, dq
