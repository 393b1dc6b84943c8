# conv2d-layer-code:hard, seed 4
# 17 of 19, loops-over-all-axes: right, with loops over channels and cells as well
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, [(0, 0), (2, 2), (2, 2)])
        self.size = p.shape
        h, v = (self.x.shape[1] - 5) // 3 + 1, (self.x.shape[2] - 4) // 3 + 1
        q = np.zeros((4, h, v))
        for o in range(4):
            for i in range(h):
                for j in range(v):
                    q[o, i, j] = self.b[o]
                    for c in range(2):
                        for k in range(5):
                            for l in range(4):
                                q[o, i, j] += self.w[o, c, k, l] * self.x[c, 3 * i + k, 3 * j + l]
        return q

    def bwd_pass(self, dq):
        dx, self.dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for o in range(dq.shape[0]):
            for i in range(dq.shape[1]):
                for j in range(dq.shape[2]):
                    dx[:, 3*i:3*i+5, 3*j:3*j+4] += dq[o, i, j] * self.w[o]
                    self.dw[o] += dq[o, i, j] * self.x[:, 3*i:3*i+5, 3*j:3*j+4]
        self.db = dq.sum((1, 2))
        return dx[:, 2:-2, 2:-2]
