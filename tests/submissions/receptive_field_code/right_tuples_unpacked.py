# receptive-field-code:easy, seed 1
# 9 of 9: the sheet's own way, layers unpacked in the loop
def receptive_fields(size, layers):
    rows = []
    r, j, n = 1, 1, size
    for s, k in layers:
        r += (k - 1) * j
        j *= s
        n = 1 + (n - k) // s
        rows.append((r, j, n))
    return rows
