# pooling-layer-code:easy, seed 3
# 10 of 13, sum-for-mean: the sum of each window, and its gradient
class LayerMeanPool:
    def fwd_pass(self, p):
        self.p = p
        q = np.zeros(len(p) // 6)
        for i in range(len(q)):
            q[i] = p[6*i:6*i+6].sum()
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        for i in range(len(dq)):
            dp[6*i:6*i+6] += dq[i]
        return dp
