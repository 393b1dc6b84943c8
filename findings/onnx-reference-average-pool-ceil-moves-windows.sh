#!/usr/bin/env bash
# onnx 1.23.2, AveragePool of the reference evaluator with ceil_mode and one cell of padding before the vector.
#
# Rounding up adds a window at the end; where the first window lies is said by the padding before the vector.
#   expected: the values of rounding down, and one more: of 1 .. 6 with window 3, stride 3 and one cell before,
#             1.5, 4 and, from the last cell alone, 6
#   seen:     1, 3, 5 from the reference evaluator: all windows lie one cell further left, as if the cells that
#             rounding up adds at the end were added at the beginning. Without ceil_mode it gives 1.5 and 4;
#             onnxruntime 1.32.0 gives 1.5, 4, 6
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

x = np.arange(1, 7, dtype=np.float32).reshape(1, 1, 6)


def values(ceil_mode):
    node = helper.make_node(
        "AveragePool", ["x"], ["y"], kernel_shape=[3], strides=[3], pads=[1, 0], ceil_mode=ceil_mode
    )
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
for ceil_mode, reference, runtime in ((0, [1.5, 4], [1.5, 4]), (1, [1, 3, 5], [1.5, 4, 6])):
    found = values(ceil_mode)
    print("ceil_mode", ceil_mode, "reference", found[0], "onnxruntime", found[1])
    assert found == [reference, runtime], "the values are others now"
PYTHON
