#!/usr/bin/env bash
# onnx 1.23.2, ConvTranspose of the reference evaluator with two groups of more than one output channel.
#
#   expected: 4 output channels from 2 input channels in 2 groups, weights of shape (2, 2, 2), as the standard's
#             text and the model checker have it
#   seen:     the checker accepts the model and onnxruntime 1.32.0 runs it; the reference evaluator raises
#             "cannot reshape array of size 8 into shape (1,1,4)". With one output channel in each group it runs
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

x = np.arange(10, dtype=np.float32).reshape(1, 2, 5)


def shapes(channels_per_group):
    w = np.ones((2, channels_per_group, 2), dtype=np.float32)
    node = helper.make_node("ConvTranspose", ["x", "w"], ["y"], group=2)
    info = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, s)
        for n, s in (("x", x.shape), ("w", w.shape), ("y", [None] * x.ndim))
    ]
    model = helper.make_model(
        helper.make_graph([node], "groups", info[:2], info[2:]),
        opset_imports=[helper.make_opsetid("", 22)],
        ir_version=10,
    )
    onnx.checker.check_model(model, full_check=True)
    other = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    found = []
    for evaluator in (ReferenceEvaluator(model), other):
        try:
            found.append(evaluator.run(None, {"x": x, "w": w})[0].shape)
        except ValueError as error:
            found.append(str(error))
    return found


print("onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)
for channels, reference, runtime in (
    (1, (1, 2, 6), (1, 2, 6)),
    (2, "cannot reshape array of size 8 into shape (1,1,4)", (1, 4, 6)),
):
    found = shapes(channels)
    print(channels, "output channels in a group: reference", found[0], "onnxruntime", found[1])
    assert found == [reference, runtime], "it is otherwise now"
PYTHON
