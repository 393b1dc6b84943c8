# conv2d-layer-code:easy, seed 1
# 17 of 17: the whole layer as one matrix, which is transposed on the way back
class LayerConv2d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def matrix(self, shape):
        h, w = shape
        outputs = [(i, j) for i in range(h - 3) for j in range(w - 1)]
        m = np.zeros((len(outputs), h * w))
        for row, (i, j) in enumerate(outputs):
            window = np.zeros(shape)
            window[i : i + 4, j : j + 2] = self.w
            m[row] = window.flatten()
        return m

    def fwd_pass(self, p):
        self.p = p
        h, w = p.shape
        return (self.matrix(p.shape) @ p.flatten()).reshape(h - 3, w - 1) + self.b

    def bwd_pass(self, dq):
        h, w = dq.shape
        dw = [[np.sum(dq * self.p[k : k + h, l : l + w]) for l in range(2)] for k in range(4)]
        self.dw = np.array(dw)
        self.db = dq.sum()
        return (dq.flatten() @ self.matrix(self.p.shape)).reshape(self.p.shape)
