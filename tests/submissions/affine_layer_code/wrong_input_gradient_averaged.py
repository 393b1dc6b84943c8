# affine-layer-code:easy, seed 7
# 13 of 16, mean-for-own-loss: the gradient of the input is divided by N too
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p / len(dq)
        return dq @ self.w / len(dq)
