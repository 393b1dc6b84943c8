# pooling-layer-code:hard, seed 2
# 26 of 26: a mean over rows and columns is a matrix for each axis
def averaging(size):
    outputs = (size - 3) // 2 + 1
    m = np.zeros((outputs, size))
    for i in range(outputs):
        m[i, 2 * i : 2 * i + 3] = 1 / 3
    return m


class LayerMeanPool:
    def fwd_pass(self, p):
        self.a, self.b = averaging(p.shape[1]), averaging(p.shape[2])
        return self.a @ p @ self.b.T

    def bwd_pass(self, dq):
        return self.a.T @ dq @ self.b


class LayerGlobalMaxPool:
    def fwd_pass(self, p):
        self.p = p
        return np.amax(p, axis=(-1, -2))

    def bwd_pass(self, dq):
        dp = np.zeros_like(self.p, dtype=float)
        for c, g in enumerate(dq):
            dp[c].flat[self.p[c].argmax()] = g
        return dp
