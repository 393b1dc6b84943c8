"""Second statements of what PyTorch has no word for: values by brute force, from definitions.

Modules, names and parameters are those of the functions in `reference`, of which nothing is used;
they are slow, need no PyTorch and are exact where their input is.
"""
