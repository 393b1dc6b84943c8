# pooling-layer-code:easy, seed 6
# 11 of 14, rounded-up: the cell that is left over makes a window of its own
class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = p
        return np.array([p[i:i+2].max() for i in range(0, len(p), 2)])

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        for i, g in enumerate(dq):
            dp[2*i + np.argmax(self.p[2*i:2*i+2])] = g
        return dp
