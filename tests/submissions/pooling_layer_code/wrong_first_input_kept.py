# pooling-layer-code:hard, seed 6
# 26 of 27, first-input-kept: the place of the maxima is worked out once and for all
class LayerMaxPool:
    first = None

    def fwd_pass(self, p):
        if self.first is None:
            self.first = p
        m, n = (p.shape[1] - 5) // 3 + 1, (p.shape[2] - 5) // 3 + 1
        q = np.zeros((len(p), m, n))
        for c, i, j in np.ndindex(q.shape):
            q[c, i, j] = p[c, 3*i:3*i+5, 3*j:3*j+5].max()
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.first.shape)
        for c, i, j in np.ndindex(dq.shape):
            w = self.first[c, 3*i:3*i+5, 3*j:3*j+5]
            k, l = np.unravel_index(w.argmax(), w.shape)
            dp[c, 3*i+k, 3*j+l] += dq[c, i, j]
        return dp


class LayerGlobalMeanPool:
    def fwd_pass(self, p):
        self.p = p
        return p.mean((1, 2))

    def bwd_pass(self, dq):
        size = self.p.shape[1] * self.p.shape[2]
        return np.tile(dq[:, None, None] / size, (1, *self.p.shape[1:]))
