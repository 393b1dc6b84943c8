# affine-layer-code:standard, seed 6
# 31 of 31: all numbers are kept in float32
class LayerAffine:
    def __init__(self, b, w):
        self.w = np.asarray(w, dtype=np.float32)
        self.b = np.asarray(b, dtype=np.float32)
        self.dw = np.zeros_like(self.w)
        self.db = np.zeros_like(self.b)

    def fwd_pass(self, p):
        self.p = np.asarray(p, dtype=np.float32)
        return np.matmul(self.p, self.w) + self.b[None, :]

    def bwd_pass(self, dq):
        g = np.asarray(dq, dtype=np.float32)
        n = g.shape[0]
        self.dw = np.matmul(self.p.T, g) / n
        self.db = g.sum(axis=0) / n
        return np.matmul(g, self.w.T)


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.clip(p, 0, None)

    def bwd_pass(self, dq):
        return dq * np.heaviside(self.p, 0)
