# affine-layer-code:easy, seed 4
# 13 of 16, weights-transposed: the weights are taken to be (O, I)
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p / len(dq)
        return dq @ self.w
