# conv2d-layer-code:easy, seed 1
# 14 of 17, gradients-swapped: the gradient of the kernel is returned, that of the input left in dw
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((p.shape[0] - 3, p.shape[1] - 1))
        for i, j in np.ndindex(q.shape):
            q[i, j] = np.sum(p[i:i+4, j:j+2] * self.w) + self.b
        return q

    def bwd_pass(self, dq):
        self.dw = np.zeros(self.p.shape)
        dp = np.zeros(self.w.shape)
        self.db = dq.sum()
        for i, j in np.ndindex(dq.shape):
            self.dw[i:i+4, j:j+2] += dq[i, j] * self.w
            dp += dq[i, j] * self.p[i:i+4, j:j+2]
        return dp
