# conv2d-layer-code:standard, seed 3
# 15 of 16, state-shared-by-layers: the input is kept in the class, so that a second layer overwrites it
class LayerConv2d:
    x = None

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        LayerConv2d.x = np.pad(p, [(0, 0), (1, 1), (1, 1)])
        h, v = p.shape[1:]
        return sum(np.tensordot(self.w[:, :, a, c], self.x[:, a:a+h, c:c+v], 1) for a in range(3) for c in range(3))

    def bwd_pass(self, dq):
        h, v = dq.shape[1:]
        dx, self.dw = np.zeros((4, h + 2, v + 2)), np.zeros(self.w.shape)
        for a in range(3):
            for c in range(3):
                self.dw[:, :, a, c] = np.tensordot(dq, LayerConv2d.x[:, a:a+h, c:c+v], ((1, 2), (1, 2)))
                dx[:, a:a+h, c:c+v] += np.tensordot(self.w[:, :, a, c], dq, (0, 0))
        return dx[:, 1:-1, 1:-1]
