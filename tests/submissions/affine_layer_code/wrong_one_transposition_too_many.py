# affine-layer-code:easy, seed 6
# 14 of 17, weights-not-transposed: the weights are transposed on the way back as well
class LayerAffine:
    def __init__(self, b, w):
        self.b = b
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p
        self.db = dq.sum(axis=0)
        return dq @ self.w.T
