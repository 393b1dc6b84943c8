# receptive-field-code:easy, seed 2
# 9 of 9: from layer to layer by recursion
def receptive_fields(layers, size, field=1, jump=1):
    if not layers:
        return []
    first, *rest = layers
    field = field + (first["kernel"] - 1) * jump
    jump = jump * first["stride"]
    size = (size - first["kernel"] + first["stride"]) // first["stride"]
    return [(field, jump, size)] + receptive_fields(rest, size, field, jump)
