# receptive-field-code:standard, seed 1
# 6 of 9, padding-counted-once: padding once, and no bias: two mistakes in two columns
def receptive_fields(layers, image):
    c, h, w = image
    rf, j = 1, 1
    out = []
    for l in layers:
        k, s, p, n = 1, 1, 0, 0
        if l["kind"] != "relu":
            k, s = l["kernel"], l["stride"]
        if l["kind"] == "conv":
            p = l["padding"]
            n = c * k * k * l["channels"]
            c = l["channels"]
        h = (h + p - k) // s + 1
        w = (w + p - k) // s + 1
        rf += (k - 1) * j
        j *= s
        out.append((c, h, w, n, rf, j))
    return out
