# affine-layer-code:easy, seed 7
# 13 of 16, weights-gradient-transposed: p by dq in place of dq by p
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T

    def bwd_pass(self, dq):
        self.dw = self.p.T @ dq / len(dq)
        return dq @ self.w
