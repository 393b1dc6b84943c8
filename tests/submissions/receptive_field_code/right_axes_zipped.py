# receptive-field-code:hard, seed 1
# 10 of 10: both axes in one list, zipped with the pairs of each layer
def receptive_fields(image, layers):
    h, w, c = image
    n, rf, j = [h, w], [1, 1], [1, 1]
    table = []
    for l in layers:
        kind = l["kind"]
        params = 0
        if kind == "fc":
            params = l["channels"] * n[0] * n[1] * c + l["channels"]
            c = l["channels"]
            n = [1, 1]
            rf = [h, w]
        elif kind != "relu":
            pads = l.get("padding", (0, 0))
            dils = l.get("dilation", (1, 1))
            if kind == "conv":
                params = l["channels"] * (c // l["groups"]) * l["kernel"][0] * l["kernel"][1]
                params += l["channels"]
                c = l["channels"]
            for a, (k, s, p, d) in enumerate(zip(l["kernel"], l["stride"], pads, dils)):
                extent = d * (k - 1) + 1
                n[a] = (n[a] + 2 * p - extent) // s + 1
                rf[a] += (extent - 1) * j[a]
                j[a] *= s
        table.append((n[0], n[1], c, params, rf[0], rf[1]))
    return table
