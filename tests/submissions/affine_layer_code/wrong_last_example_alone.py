# affine-layer-code:easy, seed 7
# 13 of 16, one-datum-alone: each example overwrites the gradient of the one before
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T

    def bwd_pass(self, dq):
        for g, x in zip(dq, self.p):
            self.dw = np.outer(g, x) / len(dq)
        return dq @ self.w
