# pooling-layer-code:standard, seed 4
# 12 of 13, integer-dtype-kept: the means of integers are stored as integers
class LayerMeanPool:
    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((p.shape[0], p.shape[1] // 4, p.shape[2] // 2), dtype=p.dtype)
        for i in range(q.shape[1]):
            for j in range(q.shape[2]):
                q[:, i, j] = p[:, 4*i:4*i+4, 2*j:2*j+2].mean(axis=(1, 2))
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 4*i:4*i+4, 2*j:2*j+2] = dq[:, i:i+1, j:j+1] / 8
        return dp
