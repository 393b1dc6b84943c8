# im2row-code:easy, seed 5
# 4 of 7, windows-without-overlap: windows side by side, as in pooling


def im2col(p, kw, kh):
    cols = []
    for i in range(0, p.shape[0] - kh + 1, kh):
        for j in range(0, p.shape[1] - kw + 1, kw):
            cols.append(p[i:i+kh, j:j+kw].reshape(-1))
    return np.array(cols).T
