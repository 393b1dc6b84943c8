# affine-layer-code:hard, seed 3
# 28 of 31, weights-not-transposed: the weights are applied on the way back as on the way forward
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
        return dq.dot(self.w)


class LossSoftmax:
    def fwd_pass(self, s, y):
        z = s - s.max(axis=1, keepdims=True)
        self.y = y
        self.prob = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return -np.mean(logp[range(len(y)), y])

    def bwd_pass(self):
        ds = self.prob.copy()
        ds[range(len(ds)), self.y] -= 1
        return ds / len(ds)
