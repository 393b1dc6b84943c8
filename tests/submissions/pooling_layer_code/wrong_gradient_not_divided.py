# pooling-layer-code:standard, seed 3
# 10 of 13, mean-gradient-not-divided: each cell of a mean gets the whole gradient
class LayerMeanPool:
    def fwd_pass(self, p):
        self.shape = p.shape
        q = np.zeros((p.shape[0], p.shape[1] // 2, p.shape[2] // 4))
        for c, i, j in np.ndindex(q.shape):
            q[c, i, j] = p[c, 2*i:2*i+2, 4*j:4*j+4].mean()
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.shape)
        for c, i, j in np.ndindex(dq.shape):
            dp[c, 2*i:2*i+2, 4*j:4*j+4] += dq[c, i, j]
        return dp
