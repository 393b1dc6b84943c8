# pooling-layer-code:standard, seed 2
# 14 of 14: sliding_window_view and a mask of the maxima, of which the last one counts
from numpy.lib.stride_tricks import sliding_window_view


class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = p
        self.windows = sliding_window_view(p, (3, 4), axis=(1, 2))[:, ::3, ::4]
        return self.windows.max((3, 4))

    def bwd_pass(self, dq):
        c, m, n = dq.shape
        flat = self.windows.reshape(c, m, n, 12)[..., ::-1]
        last = 11 - flat.argmax(-1)
        grad = np.zeros((c, m, n, 12))
        np.put_along_axis(grad, last[..., None], dq[..., None], -1)
        out = np.zeros(self.p.shape)
        out[:, : 3 * m, : 4 * n] = grad.reshape(c, m, n, 3, 4).swapaxes(2, 3).reshape(c, 3 * m, 4 * n)
        return out
