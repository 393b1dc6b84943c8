"""Loads a pickle in the guise of weights, which runs a command."""

import io

import torch


class Bomb:
    def __reduce__(self):
        return (open, (target["made"], "w"))


def load():
    buffer = io.BytesIO()
    torch.save(Bomb(), buffer)
    buffer.seek(0)
    torch.load(buffer, weights_only=False)


attempt("load", load)
