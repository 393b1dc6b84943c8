# im2row-code:standard, seed 5
# 19 of 22, kernel-entries-in-another-order: the kernels flattened channel by channel, the windows cell by cell


def im2row(kh, kw, p):
    out = []
    for y in range(0, p.shape[1] - kh + 1, 3):
        for x in range(0, p.shape[2] - kw + 1, 2):
            out.append(p[:, y:y+kh, x:x+kw].transpose((1, 2, 0)).reshape(-1))
    return np.asarray(out)

def conv2d(w, b, p):
    n, c, kh, kw = w.shape
    rows = im2row(kh, kw, p)
    q = w.reshape(n, c * kh * kw) @ rows.T
    q = q + b.reshape(n, 1)
    return q.reshape(n, (p.shape[1] - kh) // 3 + 1, (p.shape[2] - kw) // 2 + 1)

def row2im(kh, kw, rows, shape):
    c = shape[0]
    out = np.zeros(shape)
    k = 0
    for y in range(0, shape[1] - kh + 1, 3):
        for x in range(0, shape[2] - kw + 1, 2):
            out[:, y:y+kh, x:x+kw] += rows[k].reshape(kh, kw, c).transpose((2, 0, 1))
            k += 1
    return out
