# conv2d-layer-code:easy, seed 3
# 15 of 16, integer-dtype-kept: zeros_like of an input of integers cuts the decimals off
class LayerConv2d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros_like(p)[3:, 2:]
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                q[i, j] = (p[i:i+4, j:j+3] * self.w).sum()
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        self.dw = np.zeros((4, 3))
        for (i, j), g in np.ndenumerate(dq):
            dp[i:i+4, j:j+3] += g * self.w
            self.dw += g * self.p[i:i+4, j:j+3]
        return dp
