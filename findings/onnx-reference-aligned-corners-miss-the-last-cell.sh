#!/usr/bin/env bash
# onnx 1.23.2, Resize of the reference evaluator, linear, with aligned corners and a scale whose size is rounded.
#
# Six cells times 0.6 are 3.6, rounded down to three; aligned corners keep the first and the last cell.
#   expected: 1, 3.5, 6 of 1 .. 6
#   seen:     1, 2.92, 4.85 from the reference evaluator, which steps by the size before it is rounded, so that the
#             last corner is not met; onnxruntime 1.32.0 gives 1, 3.5, 6. With scale 0.5 both give the corners
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

x = np.arange(1, 7, dtype=np.float32)[None]


def values(scale):
    node = helper.make_node(
        "Resize", ["x", "", "s"], ["y"], mode="linear", coordinate_transformation_mode="align_corners"
    )
    ends = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, s)
        for n, s in (("x", [1, 6]), ("s", [2]), ("y", [1, None]))
    ]
    model = helper.make_model(
        helper.make_graph([node], "resize", ends[:2], ends[2:]),
        opset_imports=[helper.make_opsetid("", 19)],
        ir_version=9,
    )
    onnx.checker.check_model(model)
    other = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    given = {"x": x, "s": np.array([1, scale], dtype=np.float32)}
    return [e.run(None, given)[0][0] for e in (ReferenceEvaluator(model), other)]


print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
corners = [1, 3.5, 6]
for scale, seen in ((0.5, (corners, corners)), (0.6, ([1, 1 + 5 / 2.6, 1 + 10 / 2.6], corners))):
    found = values(scale)
    print("scale", scale, "reference", found[0], "onnxruntime", found[1])
    assert all(np.allclose(f, s, atol=1e-4) for f, s in zip(found, seen, strict=True)), "the values are others now"
PYTHON
