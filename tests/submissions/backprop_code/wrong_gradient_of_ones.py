# backprop-code:easy, seed 27
# 8 of 12, loss-gradient-of-ones: ones go back instead of the gradient of the loss
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
    for layer in layers:
        x = layer.fwd_pass(x)
    p = np.exp(x) / np.exp(x).sum()
    loss = -np.log(p[y])
    grad = np.ones_like(x)
    for layer in layers[::-1]:
        grad = layer.bwd_pass(grad)
    return loss
