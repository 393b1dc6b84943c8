# affine-layer-code:easy, seed 8
# 14 of 17, arguments-swapped: the arguments are taken in the order w, b
class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.p.T @ dq / len(dq)
        self.db = dq.mean(axis=0)
        return dq @ self.w.T
