# conv2d-layer-code:standard, seed 1
# 17 of 17: each tap of the kernel by itself, for all outputs together
class LayerConv2d:
    def __init__(self, w, b):
        self.w = np.asarray(w, dtype=float)
        self.b = np.asarray(b, dtype=float)

    def fwd_pass(self, p):
        self.x = np.pad(np.asarray(p, dtype=float), [(0, 0)] + 2 * [(1, 1)])
        self.size = p.shape[1:]
        H, W = self.size
        out = np.zeros((self.w.shape[0], H, W))
        for a in range(3):
            for c in range(3):
                out += np.tensordot(self.w[:, :, a, c], self.x[:, a:a+H, c:c+W], axes=1)
        return out + self.b.reshape(-1, 1, 1)

    def bwd_pass(self, dq):
        H, W = self.size
        grad = np.zeros_like(self.x)
        self.dw = np.empty_like(self.w)
        for a in range(3):
            for c in range(3):
                region = self.x[:, a:a+H, c:c+W]
                self.dw[:, :, a, c] = np.tensordot(dq, region, axes=([1, 2], [1, 2]))
                grad[:, a:a+H, c:c+W] += np.tensordot(self.w[:, :, a, c].T, dq, axes=1)
        self.db = dq.reshape(len(dq), -1).sum(1)
        return grad[:, 1:-1, 1:-1]
