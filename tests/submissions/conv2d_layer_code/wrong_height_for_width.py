# conv2d-layer-code:easy, seed 1
# 14 of 17, size-by-the-other-side: the number of columns is worked out from the height of the kernel
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.k, self.l = w.shape

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((p.shape[0] - self.k + 1, p.shape[1] - self.k + 1))
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                q[i, j] = np.sum(p[i:i+self.k, j:j+self.l] * self.w) + self.b
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        self.dw = np.zeros(self.w.shape)
        for i in range(dq.shape[0]):
            for j in range(dq.shape[1]):
                dp[i:i+self.k, j:j+self.l] += dq[i, j] * self.w
                self.dw += dq[i, j] * self.p[i:i+self.k, j:j+self.l]
        self.db = dq.sum()
        return dp
