# affine-layer-code:standard, seed 3
# 30 of 31, axis-of-one-kept: the gradient of the bias is a matrix of one row
class LayerAffine:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p / len(dq)
        self.db = dq.mean(axis=0, keepdims=True)
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(0, p)

    def bwd_pass(self, dq):
        return np.where(self.p > 0, dq, 0)
