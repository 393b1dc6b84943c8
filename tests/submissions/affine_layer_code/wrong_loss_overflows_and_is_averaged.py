# affine-layer-code:hard, seed 7
# 26 of 31, mean-for-sum: two mistakes: mean for sum, and softmax by its formula
class LayerAffine:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p
        self.db = dq.sum(axis=0)
        return dq @ self.w


class LossSoftmax:
    def fwd_pass(self, s, y):
        z = s
        self.y = y
        self.prob = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return -np.mean(logp[range(len(y)), y])

    def bwd_pass(self):
        ds = self.prob.copy()
        ds[range(len(ds)), self.y] -= 1
        return ds / len(ds)
