# pooling-layer-code:easy, seed 2
# 14 of 14: equal maxima share their gradient evenly
class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = np.asarray(p)
        return np.array([max(self.p[i : i + 6]) for i in range(0, len(p) - 5, 6)])

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for n, g in enumerate(dq):
            window = self.p[6 * n : 6 * n + 6]
            mask = window == window.max()
            dp[6 * n : 6 * n + 6] = g * mask / mask.sum()
        return dp
