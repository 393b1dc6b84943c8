# conv2d-layer-code:hard, seed 1
# 16 of 19, stride-forgotten: the windows of the backward pass are one cell apart
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = p
        x = np.pad(p, [(0, 0), (2, 2), (2, 2)])
        h, v = (x.shape[1] - 5) // 3 + 1, (x.shape[2] - 4) // 3 + 1
        q = np.zeros((2, h, v))
        for i in range(h):
            for j in range(v):
                q[:, i, j] = np.tensordot(self.w, x[:, 3*i:3*i+5, 3*j:3*j+4], 3) + self.b
        return q

    def bwd_pass(self, dq):
        x = np.pad(self.p, [(0, 0), (2, 2), (2, 2)])
        dx, self.dw = np.zeros(x.shape), np.zeros(self.w.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dx[:, i:i+5, j:j+4] += np.tensordot(dq[:, i, j], self.w, 1)
                self.dw += np.multiply.outer(dq[:, i, j], x[:, i:i+5, j:j+4])
        self.db = dq.sum((1, 2))
        return dx[:, 2:-2, 2:-2]
