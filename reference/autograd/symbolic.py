"""Of the functions in exact symbols: they have the values of their numeric namesakes."""

from reference.autograd.global_pooling import global_max
from reference.autograd.relu import relu
from reference.autograd.softmax import cross_entropy, negative_log_likelihood, softmax

__all__ = ["cross_entropy", "global_max", "negative_log_likelihood", "relu", "softmax"]
