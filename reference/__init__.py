"""The mathematics of convolution. Imports nothing of ours.

Two engines: the hand-written one, from the definitions and exact for exact input, and
``reference.autograd``, PyTorch's. ``reference.operations`` is the table of what they both compute.
"""
