# conv2d-layer-code:hard, seed 1
# 19 of 19: im2col by fancy indices, np.add.at on the way back, no loop
class LayerConv2d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def indices(self, shape):
        c, h, w = shape
        m, n = (h + 4 - 5) // 3 + 1, (w + 4 - 4) // 3 + 1
        channel = np.repeat(np.arange(c), 20).reshape(-1, 1)
        row = np.tile(np.repeat(np.arange(5), 4), c).reshape(-1, 1) + 3 * np.repeat(np.arange(m), n)
        column = np.tile(np.tile(np.arange(4), 5), c).reshape(-1, 1) + 3 * np.tile(np.arange(n), m)
        return (channel, row, column), (m, n)

    def fwd_pass(self, p):
        self.shape = p.shape
        self.at, (m, n) = self.indices(p.shape)
        self.cols = np.pad(p, ((0, 0), (2, 2), (2, 2)))[self.at]
        out = self.w.reshape(len(self.w), -1) @ self.cols + self.b[:, np.newaxis]
        return out.reshape(-1, m, n)

    def bwd_pass(self, dq):
        g = dq.reshape(len(dq), -1)
        self.dw = (g @ self.cols.T).reshape(self.w.shape)
        self.db = g @ np.ones(g.shape[1])
        c, h, w = self.shape
        padded = np.zeros((c, h + 4, w + 4))
        np.add.at(padded, self.at, self.w.reshape(len(self.w), -1).T @ g)
        return padded[:, 2:-2, 2:-2]
