# conv2d-layer-code:hard, seed 2
# 19 of 19: sliding_window_view and einsum, the gradient by taps
from numpy.lib.stride_tricks import sliding_window_view


class LayerConv2d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def _windows(self):
        padded = np.pad(self.p, ((0, 0), (1, 1), (1, 1)))
        return sliding_window_view(padded, (4, 3), axis=(1, 2))[:, ::2, ::2]

    def fwd_pass(self, p):
        self.p = p
        return np.einsum("ockl,cijkl->oij", self.w, self._windows()) + self.b[:, None, None]

    def bwd_pass(self, dq):
        self.dw = np.einsum("oij,cijkl->ockl", dq, self._windows())
        self.db = np.einsum("oij->o", dq)
        _, m, n = dq.shape
        _, height, width = self.p.shape
        dp = np.zeros((len(self.p), height + 2, width + 2))
        for k in range(4):
            for l in range(3):
                dp[:, k : k + 2 * m : 2, l : l + 2 * n : 2] += np.einsum("oij,oc->cij", dq, self.w[:, :, k, l])
        return dp[:, 1 : 1 + height, 1 : 1 + width]
