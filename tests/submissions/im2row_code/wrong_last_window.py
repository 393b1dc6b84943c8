# im2row-code:easy, seed 1
# 4 of 7, last-output-missing: the loops end one step too early


def im2row(p, kw, kh):
    rows = []
    for i in range(p.shape[0] - kh):
        for j in range(p.shape[1] - kw):
            rows.append(p[i:i+kh, j:j+kw].flatten())
    return np.array(rows)
