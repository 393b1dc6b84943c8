# pooling-layer-code:standard, seed 1
# 14 of 14: while loops over lists of lists, the place of each maximum is kept
class LayerMaxPool:
    def fwd_pass(self, p):
        self.shape = p.shape
        self.places = []
        out = []
        c = 0
        while c < p.shape[0]:
            rows = []
            top = 0
            while top + 3 <= p.shape[1]:
                row = []
                left = 0
                while left + 2 <= p.shape[2]:
                    best = (c, top, left)
                    for dy in range(3):
                        for dx in range(2):
                            if p[c, top + dy, left + dx] > p[best]:
                                best = (c, top + dy, left + dx)
                    self.places.append(best)
                    row.append(p[best])
                    left += 2
                rows.append(row)
                top += 3
            out.append(rows)
            c += 1
        return np.array(out)

    def bwd_pass(self, dq):
        dp = np.zeros(self.shape)
        for place, g in zip(self.places, dq.flatten()):
            dp[place] += g
        return dp
