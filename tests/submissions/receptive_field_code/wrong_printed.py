# receptive-field-code:easy, seed 4
# 6 of 9, return-forgotten: the table is printed
def receptive_fields(size, layers):
    res = []
    r = 1
    j = 1
    for s, k in layers:
        size = (size - k) // s + 1
        r = r + (k - 1) * j
        j = j * s
        res.append((size, j, r))
    print(res)
