# conv2d-layer-code:easy, seed 3
# 16 of 16: while loops and lists of numbers, no array until the end
class LayerConv2d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.inp = p
        result = []
        i = 0
        while i + 4 <= len(p):
            row = []
            j = 0
            while j + 3 <= len(p[0]):
                total = 0
                for a in range(4):
                    for b in range(3):
                        total += p[i + a][j + b] * self.w[a][b]
                row.append(total)
                j += 1
            result.append(row)
            i += 1
        return np.array(result)

    def bwd_pass(self, dq):
        dp = [[0.0] * len(self.inp[0]) for _ in self.inp]
        dw = [[0.0] * 3 for _ in range(4)]
        for i, row in enumerate(dq):
            for j, g in enumerate(row):
                for a in range(4):
                    for b in range(3):
                        dp[i + a][j + b] += g * self.w[a][b]
                        dw[a][b] += g * self.inp[i + a][j + b]
        self.dw = np.array(dw)
        return np.array(dp)
