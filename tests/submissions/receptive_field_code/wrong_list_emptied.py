# receptive-field-code:easy, seed 4
# 8 of 9, argument-changed: the layers are popped from the list that is handed over
def receptive_fields(size, layers):
    res = []
    r = 1
    j = 1
    while len(layers) > 0:
        s, k = layers.pop(0)
        size = (size - k) // s + 1
        r = r + (k - 1) * j
        j = j * s
        res.append((size, j, r))
    return res
