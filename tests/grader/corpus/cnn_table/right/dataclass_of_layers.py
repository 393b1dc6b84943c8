# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "2", "parameters": {"input": [3, 57, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true}}
# grader-checksum: ab418799b12d34a1

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

from dataclasses import dataclass


@dataclass
class Sloj:
    c: int
    h: int
    w: int
    rf: int = 1
    j: int = 1
    k: int = 1
    groups: int = 1
    c_in: int = 0

    @property
    def shape(self): return (self.c, self.h, self.w)

    @property
    def params(self): return self.c * (self.c_in // self.groups) * self.k ** 2 + self.c if self.c_in else 0

    @property
    def macs(self): return (self.params - self.c) * self.h * self.w

    def dalje(self, k, s, p=0, d=1, c=None, groups=1):
        velicina = lambda n: (n + 2 * p - d * (k - 1) - 1) // s + 1
        return Sloj(c or self.c, velicina(self.h), velicina(self.w), self.rf + d * (k - 1) * self.j,
                    self.j * s, k, groups, self.c if c else 0)


ulaz = Sloj(3, 57, 68)
a = ulaz.dalje(7, 2, 2, c=8)
b = a.dalje(3, 2)
c = b.dalje(3, 1, p=2, d=2, c=48, groups=2)
d = c.dalje(3, 2, 1, c=64)
conv1_shape = a.shape; conv1_params = a.params; conv1_rf = a.rf; conv1_macs = a.macs
pool1_shape = b.shape; pool1_params = b.params; pool1_rf = b.rf
conv2_shape = c.shape; conv2_params = c.params; conv2_rf = c.rf; conv2_macs = c.macs
conv3_shape = d.shape; conv3_params = d.params; conv3_rf = d.rf; conv3_macs = d.macs
flatten_shape = (d.c * d.h * d.w,)
fc1_shape = (10,)
fc1_params = flatten_shape[0] * 10 + 10
fc1_macs = flatten_shape[0] * 10
