# receptive-field-code:standard, seed 2
# 6 of 9, size-divided-by-stride: poolings divide the map by their stride
def receptive_fields(image, layers):
    channels, height, width = image
    jump = field = 1
    result = []
    for layer in layers:
        params = 0
        if layer["kind"] == "conv":
            k, s, p = layer["kernel"], layer["stride"], layer["padding"]
            params = (channels * k * k + 1) * layer["channels"]
            channels = layer["channels"]
            height = (height + 2 * p - k) // s + 1
            width = (width + 2 * p - k) // s + 1
            field += (k - 1) * jump
            jump *= s
        if layer["kind"] == "pool":
            height //= layer["stride"]
            width //= layer["stride"]
            field += (layer["kernel"] - 1) * jump
            jump *= layer["stride"]
        result.append((jump, params, field, channels, height, width))
    return result
