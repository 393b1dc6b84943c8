# affine-layer-code:easy, seed 6
# 14 of 17, mean-for-sum: everything is divided by N, which dq has been already
class LayerAffine:
    def __init__(self, b, w):
        self.b = b
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.dot(p, self.w.T) + self.b

    def bwd_pass(self, dq):
        N = dq.shape[0]
        self.dw = np.dot(dq.T, self.p) / N
        self.db = dq.sum(axis=0) / N
        return np.dot(dq, self.w)
