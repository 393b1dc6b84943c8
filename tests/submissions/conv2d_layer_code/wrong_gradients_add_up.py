# conv2d-layer-code:standard, seed 3
# 15 of 16, gradient-accumulated: dw is begun in the constructor and added to ever after
class LayerConv2d:
    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(w.shape)

    def fwd_pass(self, p):
        self.x = np.pad(p, [(0, 0), (1, 1), (1, 1)])
        q = np.zeros((3, *p.shape[1:]))
        for i in range(p.shape[1]):
            for j in range(p.shape[2]):
                q[:, i, j] = np.tensordot(self.w, self.x[:, i:i+3, j:j+3], 3)
        return q

    def bwd_pass(self, dq):
        dx = np.zeros(self.x.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dx[:, i:i+3, j:j+3] += np.tensordot(dq[:, i, j], self.w, 1)
                self.dw += np.multiply.outer(dq[:, i, j], self.x[:, i:i+3, j:j+3])
        return dx[:, 1:-1, 1:-1]
