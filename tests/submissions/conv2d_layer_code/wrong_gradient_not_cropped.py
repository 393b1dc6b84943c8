# conv2d-layer-code:standard, seed 2
# 14 of 17, gradient-not-cropped: the gradient of the padded input is returned
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = np.pad(p, [(0, 0), (2, 2), (2, 2)])
        C, H, W = p.shape
        q = np.zeros((3, H, W))
        for i in range(H):
            for j in range(W):
                window = self.p[:, i:i+5, j:j+5]
                for o in range(3):
                    q[o, i, j] = np.sum(window * self.w[o]) + self.b[o]
        return q

    def bwd_pass(self, dq):
        dp = np.zeros_like(self.p, dtype=float)
        self.dw = np.zeros_like(self.w)
        self.db = dq.sum(axis=(1, 2))
        O, H, W = dq.shape
        for i in range(H):
            for j in range(W):
                for o in range(O):
                    dp[:, i:i+5, j:j+5] += self.w[o] * dq[o, i, j]
                    self.dw[o] += self.p[:, i:i+5, j:j+5] * dq[o, i, j]
        return dp
