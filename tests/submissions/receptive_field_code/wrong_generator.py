# receptive-field-code:easy, seed 2
# 6 of 9, generator-returned: rows are yielded
def receptive_fields(layers, size):
    field = jump = 1
    for layer in layers:
        size = (size - layer["kernel"]) // layer["stride"] + 1
        field += (layer["kernel"] - 1) * jump
        jump *= layer["stride"]
        yield field, jump, size
