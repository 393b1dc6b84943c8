# conv2d-layer-code:easy, seed 4
# 16 of 17, changed-in-place: what was passed in is used up
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = p
        h, v = p.shape[0] - 2, p.shape[1] - 3
        q = np.zeros((h, v))
        for i in range(h):
            for j in range(v):
                q[i, j] = (p[i:i+3, j:j+4] * self.w).sum() + self.b
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        self.dw = np.zeros((3, 4))
        self.db = dq.sum()
        for i in range(dq.shape[0]):
            for j in range(dq.shape[1]):
                dp[i:i+3, j:j+4] += dq[i, j] * self.w
                self.dw += dq[i, j] * self.p[i:i+3, j:j+4]
                dq[i, j] = 0
        return dp
