"""The second engine: the functions of `reference` computed by PyTorch.

Modules, names, parameters and results are those of the hand-written functions; numbers are float64.
Nothing is shared with them but the error and the words of `reference.geometry`: sizes come from
running layers on the meta device, gradients from autograd of the forward operation, receptive
fields from the support of a gradient, costs from counting. What PyTorch refuses as a shape is a
ShapeError, as there. `reference.statements` finds the counterpart of a function here.
"""
