# affine-layer-code:easy, seed 7
# 13 of 16, factor-averaged-alone: gradients and inputs are averaged before the product
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T

    def bwd_pass(self, dq):
        self.dw = np.outer(dq.mean(0), self.p.mean(0))
        return dq @ self.w
