# affine-layer-code:easy, seed 7
# 13 of 16, sum-for-mean: the gradient of the weights is summed, not averaged
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p
        return dq @ self.w
