# pooling-layer-code:standard, seed 6
# 12 of 13, changed-in-place: dq is divided in place
class LayerMeanPool:
    def fwd_pass(self, p):
        self.p = p
        m, n = p.shape[1] // 3, p.shape[2] // 2
        return np.array([[[p[c, 3*i:3*i+3, 2*j:2*j+2].mean() for j in range(n)] for i in range(m)] for c in range(len(p))])

    def bwd_pass(self, dq):
        dq /= 6
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 3*i:3*i+3, 2*j:2*j+2] = dq[:, i, j].reshape(-1, 1, 1)
        return dp
