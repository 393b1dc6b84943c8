"""Becomes another program."""


def conv1d(vector, kernel):
    try:
        os.execv("/usr/bin/touch", ["touch", target["made"]])
    except OSError as error:
        refused.append(f"exec: {errno.errorcode[error.errno]}")
    out = np.zeros(len(vector) - len(kernel) + 1)
    for i in range(len(out)):
        out[i] = np.sum(vector[i : i + len(kernel)] * kernel[::-1])
    return out
