# receptive-field-code:easy, seed 2
# 6 of 9, jump-updated-before-use: the jump is multiplied before the field is worked out
def receptive_fields(layers, size):
    f = 1
    j = 1
    res = []
    for layer in layers:
        k = layer["kernel"]
        s = layer["stride"]
        j = j * s
        f = f + (k - 1) * j
        size = (size - k) // s + 1
        res.append((f, j, size))
    return res
