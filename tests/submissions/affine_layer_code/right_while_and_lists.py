# affine-layer-code:easy, seed 3
# 17 of 17: lists and while loops, without any product of arrays
class LayerAffine:
    def __init__(self, b, w):
        self.weights = [[float(v) for v in row] for row in w]
        self.biases = [float(v) for v in b]

    def fwd_pass(self, p):
        self.inputs = [[float(v) for v in row] for row in p]
        out = []
        n = 0
        while n < len(self.inputs):
            row = []
            o = 0
            while o < len(self.weights):
                total = self.biases[o]
                i = 0
                while i < len(self.inputs[n]):
                    total += self.inputs[n][i] * self.weights[o][i]
                    i += 1
                row.append(total)
                o += 1
            out.append(row)
            n += 1
        return np.array(out)

    def bwd_pass(self, dq):
        N, O, I = len(dq), len(self.weights), len(self.weights[0])
        dw = [[0.0] * I for _ in range(O)]
        db = [0.0] * O
        dp = [[0.0] * I for _ in range(N)]
        for n in range(N):
            for o in range(O):
                db[o] += dq[n][o] / N
                for i in range(I):
                    dw[o][i] += dq[n][o] * self.inputs[n][i] / N
                    dp[n][i] += dq[n][o] * self.weights[o][i]
        self.dw, self.db = np.array(dw), np.array(db)
        return np.array(dp)
