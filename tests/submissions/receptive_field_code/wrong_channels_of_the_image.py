# receptive-field-code:standard, seed 3
# 6 of 9, kernel-depth-of-image: the channels are never carried on to the next layer's weights
def receptive_fields(image, layers):
    c0, h, w = image
    c = c0
    f = 1
    j = 1
    rows = []
    for l in layers:
        par = 0
        if l["kind"] == "relu":
            rows.append((f, c, h, w, par, j))
            continue
        k = l["kernel"]
        s = l["stride"]
        p = 0
        if l["kind"] == "conv":
            p = l["padding"]
            c = l["channels"]
            par = c * (c0 * k * k + 1)
        h = (h + 2 * p - k) // s + 1
        w = (w + 2 * p - k) // s + 1
        f = f + (k - 1) * j
        j = j * s
        rows.append((f, c, h, w, par, j))
    return rows
