# receptive-field-code:standard, seed 1
# 6 of 9, rows-not-flat: the shape is a tuple within the row
def receptive_fields(layers, image):
    shape = image
    rf, j = 1, 1
    out = []
    for l in layers:
        c, h, w = shape
        n = 0
        if l["kind"] != "relu":
            k, s, p = l["kernel"], l["stride"], l.get("padding", 0)
            if l["kind"] == "conv":
                n = l["channels"] * (c * k * k + 1)
                c = l["channels"]
            shape = (c, (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1)
            rf += (k - 1) * j
            j *= s
        out.append((shape, n, rf, j))
    return out
