# affine-layer-code:standard, seed 3
# 30 of 31, first-input-kept: the mask of the first input stays
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
    def __init__(self):
        self.mask = None

    def fwd_pass(self, p):
        if self.mask is None:
            self.mask = p > 0
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * self.mask
