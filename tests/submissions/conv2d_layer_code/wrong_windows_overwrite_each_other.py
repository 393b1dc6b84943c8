# conv2d-layer-code:hard, seed 2
# 16 of 19, gradient-overwritten: = in place of += where windows overlap
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = p
        x = np.pad(p, [(0, 0), (1, 1), (1, 1)])
        h = (x.shape[1] - 4) // 2 + 1
        v = (x.shape[2] - 3) // 2 + 1
        rows = np.array([x[:, 2*i:2*i+4, 2*j:2*j+3].reshape(-1) for i in range(h) for j in range(v)])
        return (rows @ self.w.reshape(4, -1).T + self.b).T.reshape(4, h, v)

    def bwd_pass(self, dq):
        x = np.pad(self.p, [(0, 0), (1, 1), (1, 1)])
        dx = np.zeros(x.shape)
        self.dw = np.zeros(self.w.shape)
        _, h, v = dq.shape
        for i in range(h):
            for j in range(v):
                at = np.s_[:, 2*i:2*i+4, 2*j:2*j+3]
                dx[at] = np.tensordot(dq[:, i, j], self.w, 1)
                self.dw += np.multiply.outer(dq[:, i, j], x[at])
        self.db = dq.sum((1, 2))
        return dx[:, 1:-1, 1:-1]
