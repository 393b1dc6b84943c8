# affine-layer-code:hard, seed 3
# 29 of 31, probability-rounds-to-zero: a small number is added to the probability
class LayerAffine:
    def __init__(self, b, w):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p.dot(self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = self.p.T.dot(dq)
        self.db = dq.sum(axis=0)
        return dq.dot(self.w.T)


class LossSoftmax:
    def fwd_pass(self, s, y):
        e = np.exp(s - s.max(axis=1, keepdims=True))
        self.p = e / e.sum(axis=1, keepdims=True)
        self.y = y
        return -np.mean(np.log(self.p[np.arange(len(y)), y] + 1e-12))

    def bwd_pass(self):
        hot = np.zeros_like(self.p)
        hot[np.arange(len(hot)), self.y] = 1
        return (self.p - hot) / len(hot)
