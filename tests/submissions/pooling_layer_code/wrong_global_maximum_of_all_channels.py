# pooling-layer-code:hard, seed 2
# 23 of 26, pooled-over-all-channels: global pooling gives one number for all channels
class LayerMeanPool:
    def fwd_pass(self, p):
        self.p = p
        m, n = (p.shape[1] - 3) // 2 + 1, (p.shape[2] - 3) // 2 + 1
        q = np.zeros((len(p), m, n))
        for k in range(3):
            for l in range(3):
                q += p[:, k:k+2*m:2, l:l+2*n:2][:, :m, :n] / 9
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        m, n = dq.shape[1:]
        for k in range(3):
            for l in range(3):
                dp[:, k:k+2*m-1:2, l:l+2*n-1:2] += dq / 9
        return dp


class LayerGlobalMaxPool:
    def fwd_pass(self, p):
        self.p = p
        return np.array([p.max()] * len(p))

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for c in range(len(dq)):
            dp[c][np.unravel_index(self.p[c].argmax(), self.p[c].shape)] = dq[c]
        return dp
