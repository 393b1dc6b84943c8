# affine-layer-code:easy, seed 4
# 15 of 16, first-input-kept: the first batch is kept
class LayerAffine:
    p = None

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        if self.p is None:
            self.p = p
        return p @ self.w

    def bwd_pass(self, dq):
        self.dw = self.p.T @ dq / dq.shape[0]
        return dq @ self.w.T
