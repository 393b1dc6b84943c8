# affine-layer-code:standard, seed 4
# 28 of 31, relu-mask-by-gradient: ReLU is applied to the gradient
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
        return np.maximum(0, p)

    def bwd_pass(self, dq):
        return np.maximum(0, dq)
