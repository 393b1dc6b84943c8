# im2row-code:standard, seed 3
# 6 of 22: conv2d and col2im are left blank


def im2col(kh, kw, p):
    C, H, W = p.shape
    cols = []
    for i in range(0, H - kh + 1):
        for j in range(0, W - kw + 1, 2):
            cols.append(p[:, i:i+kh, j:j+kw].ravel())
    return np.array(cols).T


def conv2d(w, b, p):
    ...


def col2im(kh, kw, columns, shape):
    ...
