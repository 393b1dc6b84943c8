# pooling-layer-code:easy, seed 5
# 11 of 14, stride-forgotten: windows at every cell
class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = p
        return np.array([max(p[i], p[i + 1]) for i in range(len(p) - 1)])

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        for i in range(len(dq)):
            dp[i + np.argmax(self.p[i:i+2])] += dq[i]
        return dp
