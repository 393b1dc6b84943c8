# conv2d-layer-code:easy, seed 2
# 13 of 16, last-row-not-computed: the loop over the rows ends one too early
class LayerConv2d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        H, W = p.shape
        q = np.zeros((H - 3 + 1, W - 4 + 1))
        for i in range(H - 3):
            for j in range(W - 4 + 1):
                q[i, j] = np.sum(p[i:i+3, j:j+4] * self.w)
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        self.dw = np.zeros((3, 4))
        for i in range(dq.shape[0]):
            for j in range(dq.shape[1]):
                dp[i:i+3, j:j+4] += dq[i, j] * self.w
                self.dw += dq[i, j] * self.p[i:i+3, j:j+4]
        return dp
