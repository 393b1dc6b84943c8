# receptive-field-code:easy, seed 1
# 6 of 9, rows-not-flat: rows are dicts
def receptive_fields(size, layers):
    result = []
    field = jump = 1
    for stride, kernel in layers:
        size = (size - kernel) // stride + 1
        field += (kernel - 1) * jump
        jump *= stride
        result.append({"field": field, "jump": jump, "size": size})
    return result
