# affine-layer-code:hard, seed 3
# 29 of 31, softmax-overflows: softmax by its formula, which overflows
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
        e = np.exp(s)
        self.p = e / e.sum(axis=1, keepdims=True)
        self.y = y
        return -np.log(self.p[np.arange(len(y)), y]).mean()

    def bwd_pass(self):
        ds = self.p.copy()
        ds[np.arange(len(ds)), self.y] -= 1
        return ds / len(ds)
