# pooling-layer-code:standard, seed 2
# 11 of 14, max-gradient-to-every-cell: the gradient of the maximum goes to the whole window
class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        return p[:, :H//3*3, :W//4*4].reshape(C, H//3, 3, W//4, 4).max(axis=(2, 4))

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 3*i:3*i+3, 4*j:4*j+4] = dq[:, i, j][:, None, None]
        return dp
