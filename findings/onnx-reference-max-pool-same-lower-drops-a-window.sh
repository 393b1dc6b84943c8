#!/usr/bin/env bash
# onnx 1.23.2, MaxPool of the reference evaluator with auto_pad="SAME_LOWER" and a stride.
#
# SAME_UPPER and SAME_LOWER differ in the side that the odd cell of padding goes to, not in the size.
#   expected: ceil(5 / 2) = 3 values of a vector of five cells with window 2 and stride 2, either way
#   seen:     SAME_UPPER gives three, SAME_LOWER two from the reference evaluator: the first window, over the
#             padding and the first cell, is missing, and with it the largest value of all; its AveragePool and
#             onnxruntime 1.32.0 give three
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet onnx==1.23.2 numpy==2.4.6 onnxruntime==1.32.0
"$work/venv/bin/python" - <<'PYTHON'
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

x = np.array([5, 1, 2, 4, 3], dtype=np.float32).reshape(1, 1, 5)


def values(operator, auto_pad):
    node = helper.make_node(operator, ["x"], ["y"], kernel_shape=[2], strides=[2], auto_pad=auto_pad)
    ends = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, s)
        for n, s in (("x", x.shape), ("y", [None] * x.ndim))
    ]
    model = helper.make_model(
        helper.make_graph([node], "pooling", ends[:1], ends[1:]),
        opset_imports=[helper.make_opsetid("", 22)],
        ir_version=10,
    )
    onnx.checker.check_model(model)
    other = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return [e.run(None, {"x": x})[0].ravel().tolist() for e in (ReferenceEvaluator(model), other)]


print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
for operator, auto_pad, reference, runtime in (
    ("MaxPool", "SAME_UPPER", [5, 4, 3], [5, 4, 3]),
    ("MaxPool", "SAME_LOWER", [2, 4], [5, 2, 4]),
    ("AveragePool", "SAME_LOWER", [5, 1.5, 3.5], [5, 1.5, 3.5]),
):
    found = values(operator, auto_pad)
    print(operator, auto_pad, "reference", found[0], "onnxruntime", found[1])
    assert found == [reference, runtime], "the values are others now"
PYTHON
