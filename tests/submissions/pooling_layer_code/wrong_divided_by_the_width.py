# pooling-layer-code:standard, seed 5
# 10 of 13, mean-divided-by-side: the sum is divided by the width of the window alone
class LayerMeanPool:
    def fwd_pass(self, p):
        self.p = p
        m, n = p.shape[1] // 3, p.shape[2] // 2
        q = np.zeros((len(p), m, n))
        for i in range(m):
            for j in range(n):
                q[:, i, j] = p[:, 3*i:3*i+3, 2*j:2*j+2].sum((1, 2)) / 2
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 3*i:3*i+3, 2*j:2*j+2] += dq[:, i, j].reshape(-1, 1, 1) / 2
        return dp
