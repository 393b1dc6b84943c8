# receptive-field-code:easy, seed 2
# 8 of 9: the first layer is worked out before the loop
def receptive_fields(layers, size):
    first = layers[0]
    size = (size - first["kernel"]) // first["stride"] + 1
    result = [(first["kernel"], first["stride"], size)]
    for layer in layers[1:]:
        field, jump, size = result[-1]
        size = (size - layer["kernel"]) // layer["stride"] + 1
        result.append((field + (layer["kernel"] - 1) * jump, jump * layer["stride"], size))
    return result
