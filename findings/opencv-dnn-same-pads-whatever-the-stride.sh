#!/usr/bin/env bash
# OpenCV 5.0.0 (opencv-python-headless 5.0.0.93), dnn: Conv and MaxPool of an ONNX file with auto_pad.
#
#   expected: the padding of the standard, which depends on the stride: 6 cells with kernel 3 and stride 3 need none,
#             with stride 2 one cell, at the end for SAME_UPPER and in front for SAME_LOWER. So onnxruntime 1.32.0
#   seen:     half of (kernel - 1) cells in front whatever the stride, for both: with kernel 3 and stride 3 the
#             windows begin one cell before the input, and with kernel 2 SAME_LOWER has its padding at the end.
#             The sizes are right, so that nothing tells. Both engines do it
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet onnx==1.23.2 numpy==2.4.6 onnxruntime==1.32.0 opencv-python-headless==5.0.0.93
"$work/venv/bin/python" - <<'PYTHON'
import cv2
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

print("OpenCV", cv2.__version__, "onnxruntime", onnxruntime.__version__)
x = np.array([[[1, 10, 100, 1000, 10000, 100000]]], dtype=np.float32)


def values(operator, kernel, stride, auto_pad):
    ones = numpy_helper.from_array(np.ones((1, 1, kernel), dtype=np.float32), "w")
    weights = [ones] if operator == "Conv" else []
    node = helper.make_node(
        operator,
        ["x", *(w.name for w in weights)],
        ["y"],
        kernel_shape=[kernel],
        strides=[stride],
        auto_pad=auto_pad,
    )
    info = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, 1, s]) for n, s in (("x", 6), ("y", None))]
    model = helper.make_model(
        helper.make_graph([node], "same", info[:1], info[1:], weights),
        opset_imports=[helper.make_opsetid("", 19)],
        ir_version=9,
    )
    onnx.checker.check_model(model)
    text = model.SerializeToString()
    found = []
    for engine in (cv2.dnn.ENGINE_CLASSIC, cv2.dnn.ENGINE_NEW):
        net = cv2.dnn.readNetFromONNX(np.frombuffer(text, np.uint8), engine)
        net.setInput(x)
        found.append(net.forward().ravel().tolist())
    other = onnxruntime.InferenceSession(text, providers=["CPUExecutionProvider"])
    return [*found, other.run(None, {"x": x})[0].ravel().tolist()]


for arguments, seen, standard in (
    (("Conv", 3, 1, "SAME_UPPER"), [11, 111, 1110, 11100, 111000, 110000], [11, 111, 1110, 11100, 111000, 110000]),
    (("Conv", 3, 2, "SAME_UPPER"), [11, 1110, 111000], [111, 11100, 110000]),
    (("Conv", 3, 3, "SAME_UPPER"), [11, 11100], [111, 111000]),
    (("MaxPool", 3, 3, "SAME_UPPER"), [10, 10000], [100, 100000]),
    (("Conv", 2, 1, "SAME_LOWER"), [11, 110, 1100, 11000, 110000, 100000], [1, 11, 110, 1100, 11000, 110000]),
):
    found = values(*arguments)
    print(*arguments, "OpenCV, in two engines:", *found[:2], "onnxruntime:", found[2])
    assert found == [seen, seen, standard], "the values are others now"
PYTHON
