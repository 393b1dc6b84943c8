"""The second engine: every operation of `reference.operations` computed by PyTorch.

Names, parameters and results are those of the hand-written functions; numbers are float64. Nothing
is shared with them: sizes come from running layers on the meta device, gradients from autograd of
the forward operation, receptive fields from the support of a gradient, costs from counting. What
PyTorch refuses as a shape is a ShapeError, as there. The modules are named as theirs are; where a
function has its module's name (`relu`), the package gives the function.
"""

from reference.autograd.affine import (
    affine,
    affine_bias_gradient,
    affine_input_gradient,
    affine_weights_gradient,
)
from reference.autograd.convolution import (
    bias_gradient,
    convolve1d,
    convolve2d,
    correlate1d,
    correlate1d_input_gradient,
    correlate1d_kernel_gradient,
    correlate2d,
    correlate2d_input_gradient,
    correlate2d_kernel_gradient,
)
from reference.autograd.costs import (
    affine_macs,
    affine_parameters,
    conv_macs,
    conv_parameters,
    separable_macs,
    separable_parameters,
)
from reference.autograd.descent import descent_step
from reference.autograd.global_pooling import (
    global_max,
    global_max_gradient,
    global_max_subgradients,
    global_mean,
    global_mean_gradient,
)
from reference.autograd.padding import pad, pad_gradient
from reference.autograd.pooling import (
    max_pool1d,
    max_pool1d_gradient,
    max_pool2d,
    max_pool2d_gradient,
    mean_pool1d,
    mean_pool1d_gradient,
    mean_pool2d,
    mean_pool2d_gradient,
)
from reference.autograd.receptive_field import (
    affine_receptive_field,
    backward_analysis,
    forward_analysis,
    jump,
    receptive_field,
)
from reference.autograd.relu import relu, relu_gradient
from reference.autograd.separable import column_factor, is_separable, row_factor
from reference.autograd.sizes import (
    conv_output_shape,
    conv_output_size,
    flatten_shape,
    pool_output_shape,
    pool_output_size,
)
from reference.autograd.softmax import (
    cross_entropy,
    logits_gradient,
    negative_log_likelihood,
    one_hot,
    softmax,
)

__all__ = [
    "affine",
    "affine_bias_gradient",
    "affine_input_gradient",
    "affine_macs",
    "affine_parameters",
    "affine_receptive_field",
    "affine_weights_gradient",
    "backward_analysis",
    "bias_gradient",
    "column_factor",
    "conv_macs",
    "conv_output_shape",
    "conv_output_size",
    "conv_parameters",
    "convolve1d",
    "convolve2d",
    "correlate1d",
    "correlate1d_input_gradient",
    "correlate1d_kernel_gradient",
    "correlate2d",
    "correlate2d_input_gradient",
    "correlate2d_kernel_gradient",
    "cross_entropy",
    "descent_step",
    "flatten_shape",
    "forward_analysis",
    "global_max",
    "global_max_gradient",
    "global_max_subgradients",
    "global_mean",
    "global_mean_gradient",
    "is_separable",
    "jump",
    "logits_gradient",
    "max_pool1d",
    "max_pool1d_gradient",
    "max_pool2d",
    "max_pool2d_gradient",
    "mean_pool1d",
    "mean_pool1d_gradient",
    "mean_pool2d",
    "mean_pool2d_gradient",
    "negative_log_likelihood",
    "one_hot",
    "pad",
    "pad_gradient",
    "pool_output_shape",
    "pool_output_size",
    "receptive_field",
    "relu",
    "relu_gradient",
    "row_factor",
    "separable_macs",
    "separable_parameters",
    "softmax",
]
