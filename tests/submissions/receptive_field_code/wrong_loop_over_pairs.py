# receptive-field-code:easy, seed 2
# 6 of 9, last-of-the-list-left-out: a loop to len - 1
def receptive_fields(layers, size):
    f = 1
    j = 1
    res = []
    for i in range(len(layers) - 1):
        layer = layers[i]
        size = (size - layer["kernel"]) // layer["stride"] + 1
        f = f + (layer["kernel"] - 1) * j
        j = j * layer["stride"]
        res.append((f, j, size))
    return res
