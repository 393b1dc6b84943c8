"""The kit of layer classes that have weights, beside that of all layer classes.

Its programs are mistakes about the gradients with respect to the parameters, which the backward
pass leaves in the attributes ``dw`` and, where the family's parameters have ``bias``, ``db``. They
need the block ``state`` (the end of ``__init__``) beside those of `problems.layer_class`.
"""
