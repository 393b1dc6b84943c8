#!/usr/bin/env bash
# onnxoptimizer 0.4.2, the pass fuse_pad_into_pool, which is one of those that run when none is named.
#
# A Pad of zeros stands before an AveragePool with padding of its own and count_include_pad=0.
#   expected: values stay: zeros of the Pad count in the means, cells of the pool's own padding do not
#   seen:     the two paddings are added up and count_include_pad is set to 1, so that both count: the ends of the
#             means of 1 ... 4 change. Without padding of its own, where that is right, the values stay
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet onnx==1.23.2 numpy==2.4.6 onnxruntime==1.32.0 onnxoptimizer==0.4.2
"$work/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import numpy as np
import onnx
import onnxoptimizer
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

print("onnxoptimizer", version("onnxoptimizer"))
x = np.arange(1, 5, dtype=np.float32).reshape(1, 1, 4)


def means(model):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return session.run(None, {"x": x})[0].ravel()


for own, before, after in (
    (0, [1, 2, 3, 7 / 3], [1, 2, 3, 7 / 3]),
    (1, [1 / 2, 1, 2, 3, 7 / 3, 2], [1 / 3, 1, 2, 3, 7 / 3, 4 / 3]),
):
    nodes = [
        helper.make_node("Pad", ["x", "zeros"], ["padded"]),
        helper.make_node("AveragePool", ["padded"], ["y"], kernel_shape=[3], pads=[own, own], count_include_pad=0),
    ]
    info = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, 1, s]) for n, s in (("x", 4), ("y", None))]
    zeros = numpy_helper.from_array(np.array([0, 0, 1, 0, 0, 1], dtype=np.int64), "zeros")
    model = helper.make_model(
        helper.make_graph(nodes, "means", info[:1], info[1:], [zeros]),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
    )
    onnx.checker.check_model(model)
    found = means(model), means(onnxoptimizer.optimize(model))
    print("own padding", own, "before", found[0], "after", found[1])
    assert all(np.allclose(f, s) for f, s in zip(found, (before, after), strict=True)), "the means are others now"
PYTHON
