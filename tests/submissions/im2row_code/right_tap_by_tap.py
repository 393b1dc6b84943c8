# im2row-code:standard, seed 3
# 22 of 22: one slice for each entry of the kernel, in place of one for each window


STEP_Y, STEP_X = 1, 2


def im2col(kh, kw, p):
    c, h, w = p.shape
    oh = (h - kh) // STEP_Y + 1
    ow = (w - kw) // STEP_X + 1
    cols = np.empty((c, kh, kw, oh, ow), dtype=p.dtype)
    for y in range(kh):
        for x in range(kw):
            cols[:, y, x] = p[:, y : y + STEP_Y * oh : STEP_Y, x : x + STEP_X * ow : STEP_X]
    return cols.reshape(c * kh * kw, oh * ow)


def conv2d(w, b, p):
    o, _, kh, kw = w.shape
    out = w.reshape(o, -1) @ im2col(kh, kw, p) + b.reshape(o, 1)
    return out.reshape(o, (p.shape[1] - kh) // STEP_Y + 1, -1)


def col2im(kh, kw, columns, shape):
    c, h, w = shape
    oh = (h - kh) // STEP_Y + 1
    ow = (w - kw) // STEP_X + 1
    cols = columns.reshape(c, kh, kw, oh, ow)
    p = np.zeros(shape, dtype=columns.dtype)
    for y in range(kh):
        for x in range(kw):
            p[:, y : y + STEP_Y * oh : STEP_Y, x : x + STEP_X * ow : STEP_X] += cols[:, y, x]
    return p
