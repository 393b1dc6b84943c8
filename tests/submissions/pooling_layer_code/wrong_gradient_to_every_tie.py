# pooling-layer-code:easy, seed 2
# 13 of 14, max-gradient-to-every-tie: each of the equal maxima gets the whole gradient
class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = p
        return np.array([p[i:i+6].max() for i in range(0, 6 * (len(p) // 6), 6)])

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        for i, g in enumerate(dq):
            w = self.p[6*i:6*i+6]
            dp[6*i:6*i+6] = (w == np.max(w)) * g
        return dp
