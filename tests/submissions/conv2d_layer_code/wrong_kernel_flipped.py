# conv2d-layer-code:standard, seed 1
# 14 of 17, kernel-flipped: the kernel is turned round, as in a convolution; on the way back accordingly
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.turned = np.flip(w, (2, 3))

    def fwd_pass(self, p):
        self.x = np.pad(p, [(0, 0), (1, 1), (1, 1)])
        _, H, W = p.shape
        out = np.zeros((2, H, W))
        for i in range(H):
            for j in range(W):
                out[:, i, j] = np.tensordot(self.turned, self.x[:, i:i+3, j:j+3], 3) + self.b
        return out

    def bwd_pass(self, dq):
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dx[:, i:i+3, j:j+3] += np.tensordot(dq[:, i, j], self.turned, 1)
                dw += np.multiply.outer(dq[:, i, j], self.x[:, i:i+3, j:j+3])
        self.dw = np.flip(dw, (2, 3))
        self.db = dq.sum((1, 2))
        return dx[:, 1:-1, 1:-1]
