# pooling-layer-code:hard, seed 1
# 23 of 26, gradient-overwritten: = in place of += where windows overlap
class LayerMeanPool:
    def fwd_pass(self, p):
        self.p = p
        m, n = (p.shape[1] - 5) // 3 + 1, (p.shape[2] - 5) // 3 + 1
        q = np.empty((len(p), m, n))
        for i in range(m):
            for j in range(n):
                q[:, i, j] = p[:, 3*i:3*i+5, 3*j:3*j+5].mean((1, 2))
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 3*i:3*i+5, 3*j:3*j+5] = dq[:, i, j].reshape(-1, 1, 1) / 25
        return dp


class LayerGlobalMaxPool:
    def fwd_pass(self, p):
        self.p = p
        return p.reshape(len(p), -1).max(1)

    def bwd_pass(self, dq):
        flat = self.p.reshape(len(self.p), -1)
        dp = np.zeros(flat.shape)
        dp[np.arange(len(dq)), flat.argmax(1)] = dq
        return dp.reshape(self.p.shape)
