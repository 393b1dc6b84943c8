# conv2d-layer-code:standard, seed 2
# 14 of 17, kernel-channels-exchanged: the gradient of the kernels has input channels first
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, [(0, 0), (2, 2), (2, 2)])
        H, W = p.shape[1:]
        q = sum(np.tensordot(self.w[:, :, a, c], self.x[:, a:a+H, c:c+W], 1) for a in range(5) for c in range(5))
        return q + self.b[:, None, None]

    def bwd_pass(self, dq):
        H, W = dq.shape[1:]
        dx = np.zeros(self.x.shape)
        self.dw = np.zeros((2, 3, 5, 5))
        for a in range(5):
            for c in range(5):
                dx[:, a:a+H, c:c+W] += np.tensordot(self.w[:, :, a, c], dq, (0, 0))
                self.dw[:, :, a, c] = np.tensordot(self.x[:, a:a+H, c:c+W], dq, ((1, 2), (1, 2)))
        self.db = dq.sum((1, 2))
        return dx[:, 2:-2, 2:-2]
