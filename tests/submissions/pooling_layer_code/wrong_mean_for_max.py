# pooling-layer-code:easy, seed 1
# 11 of 14, mean-for-max: the mean of each window, spread evenly on the way back
class LayerMaxPool:
    def fwd_pass(self, p):
        self.n = len(p)
        return np.array([np.mean(p[4*i:4*i+4]) for i in range(len(p) // 4)])

    def bwd_pass(self, dq):
        dp = np.zeros(self.n)
        for i in range(len(dq)):
            dp[4*i:4*i+4] = dq[i] / 4
        return dp
