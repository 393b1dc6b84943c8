# im2row-code:easy, seed 4
# 4 of 7, outputs-height-and-width-swapped: as many places down as there are to the right


def im2row(p, kw, kh):
    out_h = p.shape[1] - kw + 1
    out_w = p.shape[0] - kh + 1
    rows = np.zeros((out_h * out_w, kh * kw))
    for i in range(out_h):
        for j in range(out_w):
            rows[i * out_w + j] = p[i:i+kh, j:j+kw].ravel()
    return rows
