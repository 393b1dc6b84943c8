# backprop-code:easy, seed 46
# 14 of 14: the logarithm of the sum of the exponentials, and a list for the pair
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


def softmax_loss(logits, label):
    shifted = logits - np.max(logits)
    log_z = np.log(np.exp(shifted).sum())
    probs = np.exp(shifted - log_z)
    return log_z - shifted[label], probs


def backprop(layers, x, y):
    activations = [x]
    for l in layers:
        activations.append(l.fwd_pass(activations[-1]))
    loss, grad = softmax_loss(activations[-1], y)
    grad = np.where(np.arange(grad.size) == y, grad - 1.0, grad)
    i = len(layers) - 1
    while i >= 0:
        grad = layers[i].bwd_pass(grad)
        i -= 1
    return [loss, grad]
