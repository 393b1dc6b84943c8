#!/usr/bin/env bash
# onnxruntime 1.32.0, ConvTranspose with auto_pad="SAME_UPPER" where the kernel is shorter than the stride.
#
#   expected: input size times stride, as the standard says of SAME: 5 cells with stride 3 give 15
#   seen:     14, the size without padding, since what is missing to 15 would be a padding of -1; the shape
#             inference of onnx 1.23.2 says 14 too. Its reference evaluator gives 15, with a zero before the first
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet onnx==1.23.2 numpy==2.4.6 onnxruntime==1.32.0
"$work/venv/bin/python" - <<'PYTHON'
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, shape_inference
from onnx.reference import ReferenceEvaluator

x = np.arange(1, 6, dtype=np.float32).reshape(1, 1, 5)


def sizes(kernel):
    w = np.ones((1, 1, kernel), dtype=np.float32)
    node = helper.make_node("ConvTranspose", ["x", "w"], ["y"], strides=[3], auto_pad="SAME_UPPER")
    info = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, s)
        for n, s in (("x", x.shape), ("w", w.shape), ("y", [None] * x.ndim))
    ]
    model = helper.make_model(
        helper.make_graph([node], "same", info[:2], info[2:]),
        opset_imports=[helper.make_opsetid("", 22)],
        ir_version=10,
    )
    inferred = shape_inference.infer_shapes(model).graph.output[0].type.tensor_type.shape.dim
    other = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return [
        inferred[2].dim_value,
        *(e.run(None, {"x": x, "w": w})[0].shape[2] for e in (ReferenceEvaluator(model), other)),
    ]


print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
for kernel, seen in ((3, [15, 15, 15]), (4, [15, 15, 15]), (2, [14, 15, 14])):
    found = sizes(kernel)
    print("kernel", kernel, "inferred, reference, onnxruntime:", found)
    assert found == seen, "the sizes are others now"
PYTHON
