# conv2d-layer-code:hard, seed 3
# 19 of 19: the gradient is spread with zeros, and the flipped kernels slide over it
class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    @staticmethod
    def correlate(x, w):
        k, l = w.shape[2:]
        m, n = x.shape[1] - k + 1, x.shape[2] - l + 1
        return sum(np.tensordot(w[:, :, a, c], x[:, a : a + m, c : c + n], 1) for a, c in np.ndindex(k, l))

    def fwd_pass(self, p):
        self.p = p
        full = self.correlate(np.pad(p, [(0, 0), (2, 2), (2, 2)]), self.w)
        return full[:, ::2, ::2] + self.b.reshape(-1, 1, 1)

    def bwd_pass(self, dq):
        padded = np.pad(self.p, [(0, 0), (2, 2), (2, 2)])
        size = padded.shape[1] - 3, padded.shape[2] - 2
        spread = np.zeros((len(dq), *size))
        spread[:, ::2, ::2] = dq
        around = np.pad(spread, [(0, 0), (3, 3), (2, 2)])
        dp = self.correlate(around, self.w.swapaxes(0, 1)[:, :, ::-1, ::-1])
        self.dw = np.zeros(self.w.shape)
        for at in np.ndindex(4, 3):
            tap = padded[:, at[0] : at[0] + size[0], at[1] : at[1] + size[1]]
            self.dw[:, :, at[0], at[1]] = np.einsum("oij,cij->oc", spread, tap)
        self.db = dq.sum((1, 2))
        return dp[:, 2:-2, 2:-2]
