#!/usr/bin/env bash
# onnx 1.23.2, LpNormalization of the reference evaluator with p=1.
#
#   expected: each value divided by the sum of the absolute values, as the name of the norm says: 3, -1 gives
#             0.75, -0.25
#   seen:     the reference evaluator divides by the sum with its signs: 1.5, -0.5, and 1, -1 becomes 0, 0.
#             onnxruntime 1.32.0 gives 0.75, -0.25; with p=2 both agree
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

x = np.array([[3, -1]], dtype=np.float32)


def values(p):
    node = helper.make_node("LpNormalization", ["x"], ["y"], axis=-1, p=p)
    ends = [helper.make_tensor_value_info(n, TensorProto.FLOAT, x.shape) for n in ("x", "y")]
    model = helper.make_model(
        helper.make_graph([node], "norm", ends[:1], ends[1:]),
        opset_imports=[helper.make_opsetid("", 22)],
        ir_version=10,
    )
    onnx.checker.check_model(model)
    other = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return [e.run(None, {"x": x})[0].ravel() for e in (ReferenceEvaluator(model), other)]


print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
root = np.sqrt(10)
for p, seen in ((1, ([1.5, -0.5], [0.75, -0.25])), (2, ([3 / root, -1 / root],) * 2)):
    found = values(p)
    print("p =", p, "reference", found[0], "onnxruntime", found[1])
    assert all(np.allclose(f, s) for f, s in zip(found, seen, strict=True)), "the values are others now"
PYTHON
