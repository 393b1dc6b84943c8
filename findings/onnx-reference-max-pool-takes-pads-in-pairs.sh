#!/usr/bin/env bash
# onnx 1.23.2, MaxPool of the reference evaluator with padding that differs on two sides.
#
# The standard lists all paddings at the beginnings of the axes, then all at their ends: [0, 0, 1, 1] is one row
# below and one column on the right. A student exports a network whose pooling pads there only, and checks it.
#   expected: the reference evaluator reads the list as the standard says it, and as its own AveragePool does
#   seen:     it takes the numbers in pairs, (0, 0) for the rows and (1, 1) for the columns: a 5 x 5 map under
#             a 2 x 2 window gives 4 x 6 in place of 5 x 5. A vector loses its padding: 4 values for 5.
#             onnxruntime 1.32.0 and the evaluator's AveragePool give 5 x 5
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


def shapes(operator, size, pads):
    x = np.arange(1, 1 + np.prod(size), dtype=np.float32).reshape(1, 1, *size)
    node = helper.make_node(operator, ["x"], ["y"], kernel_shape=[2] * len(size), pads=pads)
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
    return [e.run(None, {"x": x})[0].shape[2:] for e in (ReferenceEvaluator(model), other)]


print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
for operator, size, pads, seen in (
    ("MaxPool", (5, 5), [0, 0, 1, 1], (4, 6)),
    ("MaxPool", (5, 5), [1, 1, 0, 0], (6, 4)),
    ("MaxPool", (5,), [0, 1], (4,)),
    ("AveragePool", (5, 5), [0, 0, 1, 1], (5, 5)),
):
    reference, runtime = shapes(operator, size, pads)
    print(operator, "of", size, "pads", pads, "reference", reference, "onnxruntime", runtime)
    assert reference == seen, "the reference evaluator gives another shape now"
    assert runtime == size, "onnxruntime gives another shape now"
PYTHON
