# conv2d-layer-code:standard, seed 2
# 14 of 17, only-one-channel: the forward pass looks at the first input channel alone
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, [(0, 0), (2, 2), (2, 2)])
        H, W = p.shape[1:]
        q = np.zeros((3, H, W))
        for o in range(3):
            for i in range(H):
                for j in range(W):
                    q[o, i, j] = np.sum(self.x[0, i:i+5, j:j+5] * self.w[o, 0]) + self.b[o]
        return q

    def bwd_pass(self, dq):
        dx, self.dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for o, i, j in np.ndindex(*dq.shape):
            dx[:, i:i+5, j:j+5] += dq[o, i, j] * self.w[o]
            self.dw[o] += dq[o, i, j] * self.x[:, i:i+5, j:j+5]
        self.db = dq.sum((1, 2))
        return dx[:, 2:-2, 2:-2]
