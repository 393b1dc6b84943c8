#!/usr/bin/env bash
# onnx 1.23.2, the second output of MaxPool in the reference evaluator, where the input is padded.
#
# The second output says for each window where its maximum lies in the input: the way back needs it.
#   expected: numbers of cells of the input, 0 to 3 for a 2 x 2 input
#   seen:     with one cell of padding on each side negative numbers from the reference evaluator, since a cell is
#             counted from the corner of the padded map without its longer rows; the values themselves are right.
#             onnxruntime 1.32.0 gives cells of the input, and without padding both agree
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

x = np.array([[4, 1], [2, 3]], dtype=np.float32).reshape(1, 1, 2, 2)


def outputs(padding):
    node = helper.make_node("MaxPool", ["x"], ["y", "i"], kernel_shape=[2, 2], pads=[padding] * 4)
    ends = [
        helper.make_tensor_value_info(n, t, s)
        for n, t, s in (
            ("x", TensorProto.FLOAT, x.shape),
            ("y", TensorProto.FLOAT, [None] * 4),
            ("i", TensorProto.INT64, [None] * 4),
        )
    ]
    model = helper.make_model(
        helper.make_graph([node], "pooling", ends[:1], ends[1:]),
        opset_imports=[helper.make_opsetid("", 22)],
        ir_version=10,
    )
    onnx.checker.check_model(model)
    other = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return [[part.ravel().tolist() for part in e.run(None, {"x": x})] for e in (ReferenceEvaluator(model), other)]


print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
for padding in (0, 1):
    reference, runtime = outputs(padding)
    print("padding", padding, "values", reference[0], "indices: reference", reference[1], "onnxruntime", runtime[1])
    assert reference[0] == runtime[0], "the values differ now"
    assert all(x.ravel()[i] == y for y, i in zip(*runtime, strict=True)), "onnxruntime points elsewhere now"
    assert (min(reference[1]) < 0) == bool(padding), "the indices of the reference evaluator are others now"
PYTHON
