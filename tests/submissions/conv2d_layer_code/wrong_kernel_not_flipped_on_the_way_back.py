# conv2d-layer-code:standard, seed 1
# 14 of 17, kernel-not-flipped-in-gradient: the gradient of the input is a correlation with the kernels as they are
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def slide(self, x, w):
        x = np.pad(x, [(0, 0), (1, 1), (1, 1)])
        h, v = x.shape[1] - 2, x.shape[2] - 2
        return sum(np.tensordot(w[:, :, a, c], x[:, a:a+h, c:c+v], 1) for a in range(3) for c in range(3))

    def fwd_pass(self, p):
        self.p = p
        return self.slide(p, self.w) + self.b[:, None, None]

    def bwd_pass(self, dq):
        x = np.pad(self.p, [(0, 0), (1, 1), (1, 1)])
        h, v = dq.shape[1:]
        taps = [[np.tensordot(dq, x[:, a:a+h, c:c+v], ((1, 2), (1, 2))) for c in range(3)] for a in range(3)]
        self.dw = np.transpose(taps, (2, 3, 0, 1))
        self.db = dq.sum((1, 2))
        return self.slide(dq, self.w.transpose(1, 0, 2, 3))
