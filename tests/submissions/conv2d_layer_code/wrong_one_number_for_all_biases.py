# conv2d-layer-code:standard, seed 4
# 16 of 17, bias-gradient-of-all-channels: the gradient of the biases is summed over the channels too
class LayerConv2d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        x = np.pad(p, ((0, 0), (1, 1), (1, 1)))
        q = np.zeros((2, p.shape[1], p.shape[2]))
        for i in range(q.shape[1]):
            for j in range(q.shape[2]):
                q[:, i, j] = np.einsum('ocij,cij->o', self.w, x[:, i:i+3, j:j+3]) + self.b
        return q

    def bwd_pass(self, dq):
        x = np.pad(self.p, ((0, 0), (1, 1), (1, 1)))
        dp = np.zeros(x.shape)
        self.dw = np.zeros(self.w.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, i:i+3, j:j+3] += np.einsum('o,ocij->cij', dq[:, i, j], self.w)
                self.dw += np.einsum('o,cij->ocij', dq[:, i, j], x[:, i:i+3, j:j+3])
        self.db = np.sum(dq)
        return dp[:, 1:-1, 1:-1]
