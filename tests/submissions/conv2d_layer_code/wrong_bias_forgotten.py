# conv2d-layer-code:standard, seed 4
# 14 of 17, bias-left-out: the biases are kept and never added
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, [(0, 0), (1, 1), (1, 1)])
        h, v = p.shape[1:]
        q = np.zeros((2, h, v))
        for i in range(h):
            for j in range(v):
                q[:, i, j] = (self.w * self.x[:, i:i+3, j:j+3]).sum((1, 2, 3))
        return q

    def bwd_pass(self, dq):
        dx, self.dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                g = dq[:, i, j].reshape(-1, 1, 1, 1)
                dx[:, i:i+3, j:j+3] += (g * self.w).sum(0)
                self.dw += g * self.x[:, i:i+3, j:j+3]
        self.db = dq.sum((1, 2))
        return dx[:, 1:-1, 1:-1]
