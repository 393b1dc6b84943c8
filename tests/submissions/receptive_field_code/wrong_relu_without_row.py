# receptive-field-code:standard, seed 1
# 6 of 9, rows-of-activations-left-out: ReLUs are skipped
def receptive_fields(layers, image):
    c, h, w = image
    rf, j = 1, 1
    out = []
    for l in layers:
        if l["kind"] == "relu":
            continue
        k, s = l["kernel"], l["stride"]
        p = l.get("padding", 0)
        n = 0
        if l["kind"] == "conv":
            n = (c * k * k + 1) * l["channels"]
            c = l["channels"]
        h = (h + 2 * p - k) // s + 1
        w = (w + 2 * p - k) // s + 1
        rf += (k - 1) * j
        j *= s
        out.append((c, h, w, n, rf, j))
    return out
