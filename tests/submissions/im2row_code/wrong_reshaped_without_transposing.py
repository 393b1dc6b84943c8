# im2row-code:standard, seed 2
# 19 of 22, product-reshaped: the product (places, kernels) reshaped to maps as it is


def im2row(p, kh, kw):
    c, h, w = p.shape
    rows = []
    for i in range(0, h - kh + 1, 3):
        for j in range(0, w - kw + 1, 2):
            rows.append(p[:, i:i + kh, j:j + kw].ravel())
    return np.array(rows)


def conv2d(w, b, p):
    kernels = w.reshape(w.shape[0], -1)
    q = im2row(p, w.shape[2], w.shape[3]) @ kernels.T + b
    oh = (p.shape[1] - w.shape[2]) // 3 + 1
    ow = (p.shape[2] - w.shape[3]) // 2 + 1
    return q.reshape(w.shape[0], oh, ow)


def row2im(rows, shape, kh, kw):
    c, h, w = shape
    result = np.zeros(shape)
    k = 0
    for i in range(0, h - kh + 1, 3):
        for j in range(0, w - kw + 1, 2):
            result[:, i:i + kh, j:j + kw] += rows[k].reshape(c, kh, kw)
            k += 1
    return result
