# affine-layer-code:standard, seed 3
# 28 of 31, relu-leaky: a leaky ReLU on both ways
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
        self.slope = np.where(p > 0, 1.0, 0.1)
        return p * self.slope

    def bwd_pass(self, dq):
        return dq * self.slope
