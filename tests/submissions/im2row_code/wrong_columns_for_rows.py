# im2row-code:easy, seed 3
# 4 of 7, columns-for-rows: im2col in place of im2row


def im2row(kw, kh, p):
    out = np.zeros((kh * kw, (p.shape[0] - kh + 1) * (p.shape[1] - kw + 1)))
    k = 0
    for i in range(p.shape[0] - kh + 1):
        for j in range(p.shape[1] - kw + 1):
            out[:, k] = p[i:i+kh, j:j+kw].ravel()
            k += 1
    return out
