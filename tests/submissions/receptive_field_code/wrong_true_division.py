# receptive-field-code:easy, seed 4
# 6 of 9, size-not-rounded: sizes are divided by /
def receptive_fields(size, layers):
    res = []
    r = 1
    j = 1
    for s, k in layers:
        size = (size - k) / s + 1
        r = r + (k - 1) * j
        j = j * s
        res.append((size, j, r))
    return res
