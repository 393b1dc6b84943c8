# receptive-field-code:hard, seed 3
# 10 of 10: the field of a fully connected layer as the lesser of what it reaches and the image
def receptive_fields(layers, image):
    channels, *sides = image
    state = [{"n": side, "all": side, "r": 1, "j": 1} for side in sides]
    result = []
    for layer in layers:
        count = 0
        if layer["kind"] == "fc":
            count = (channels * state[0]["n"] * state[1]["n"] + 1) * layer["channels"]
            for axis in state:
                axis["r"] = min(axis["all"], axis["r"] + (axis["n"] - 1) * axis["j"])
                axis["n"] = 1
        if layer["kind"] == "conv":
            kh, kw = layer["kernel"]
            count = layer["channels"] * (channels * kh * kw // layer["groups"] + 1)
        channels = layer.get("channels", channels)
        for i, axis in enumerate(state):
            if "kernel" not in layer:
                continue
            gaps = layer.get("dilation", (1, 1))[i]
            pad = layer.get("padding", (0, 0))[i]
            reach = gaps * (layer["kernel"][i] - 1)
            axis["n"] = (axis["n"] + 2 * pad - reach - 1) // layer["stride"][i] + 1
            axis["r"] += reach * axis["j"]
            axis["j"] *= layer["stride"][i]
        result.append((count, state[0]["r"], state[1]["r"], channels, state[0]["n"], state[1]["n"]))
    return result
