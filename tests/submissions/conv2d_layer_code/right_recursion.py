# conv2d-layer-code:easy, seed 2
# 16 of 16: no loop at all: the windows are visited by recursion
class LayerConv2d:
    def __init__(self, w):
        self.w = w

    def visit(self, places, action):
        if places:
            action(*places[0])
            self.visit(places[1:], action)

    def places(self, shape):
        rows, columns = np.indices(shape)
        return list(zip(rows.ravel().tolist(), columns.ravel().tolist()))

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((p.shape[0] - 2, p.shape[1] - 3))

        def one(i, j):
            q[i, j] = np.vdot(self.w, p[i:i + 3, j:j + 4])

        self.visit(self.places(q.shape), one)
        return q

    def bwd_pass(self, dq):
        dp, dw = np.zeros(self.p.shape), np.zeros((3, 4))

        def one(i, j):
            dp[i:i + 3, j:j + 4] += dq[i, j] * self.w
            np.add(dw, dq[i, j] * self.p[i:i + 3, j:j + 4], out=dw)

        self.visit(self.places(dq.shape), one)
        self.dw = dw
        return dp
