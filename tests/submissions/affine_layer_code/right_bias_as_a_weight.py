# affine-layer-code:easy, seed 8
# 17 of 17: the bias as a weight of an input that is always 1
class LayerAffine:
    def __init__(self, b, w):
        self.all = np.vstack([w, b])

    def fwd_pass(self, p):
        self.p1 = np.hstack([p, np.ones((len(p), 1))])
        return self.p1 @ self.all

    def bwd_pass(self, dq):
        gradient = np.mean([np.outer(x, g) for x, g in zip(self.p1, dq)], axis=0)
        self.dw, self.db = gradient[:-1], gradient[-1]
        return (dq @ self.all.T)[:, :-1]
