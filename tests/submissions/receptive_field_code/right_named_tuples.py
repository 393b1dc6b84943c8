# receptive-field-code:standard, seed 4
# 9 of 9: a class of layers and namedtuples as rows
from collections import namedtuple

Row = namedtuple("Row", "jump channels height width parameters field")


class Net:
    def __init__(self, shape):
        self.shape = list(shape)
        self.jump = 1
        self.field = 1

    def add(self, kind, kernel=1, stride=1, padding=0, channels=None):
        n = 0
        if channels is not None:
            n = channels * (self.shape[0] * kernel * kernel + 1)
            self.shape[0] = channels
        for axis in (1, 2):
            self.shape[axis] = (self.shape[axis] - kernel + 2 * padding) // stride + 1
        self.field += self.jump * (kernel - 1)
        self.jump *= stride
        return Row(self.jump, *self.shape, n, self.field)


def receptive_fields(image, layers):
    net = Net(image)
    return [net.add(**layer) for layer in layers]
