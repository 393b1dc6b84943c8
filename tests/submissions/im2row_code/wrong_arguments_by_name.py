# im2row-code:easy, seed 6
# 4 of 7, kernel-height-and-width-swapped: the arguments in the usual order, not in that of the sheet


def im2row(p, kh, kw):
    rows = []
    for i in range(p.shape[0] - kh + 1):
        for j in range(p.shape[1] - kw + 1):
            rows.append(p[i:i+kh, j:j+kw].flatten())
    return np.array(rows)
