# affine-layer-code:easy, seed 5
# 16 of 17, gradient-accumulated: the gradients of all backward passes add up
class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w + self.b

    def bwd_pass(self, dq):
        for x, g in zip(self.p, dq):
            self.dw += np.outer(x, g) / len(dq)
            self.db += g / len(dq)
        return dq @ self.w.T
