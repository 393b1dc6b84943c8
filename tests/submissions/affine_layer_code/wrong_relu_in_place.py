# affine-layer-code:standard, seed 4
# 30 of 31, changed-in-place: negative numbers are set to 0 in the input and in the gradient
class LayerAffine:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p / len(dq)
        self.db = dq.mean(axis=0)
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        p[p < 0] = 0
        self.p = p
        return p

    def bwd_pass(self, dq):
        dq[self.p == 0] = 0
        return dq
