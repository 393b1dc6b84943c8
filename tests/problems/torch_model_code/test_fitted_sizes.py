"""Who fits the sizes to a wrong pooling or stride is charged for the parameters alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from problems.random_arrays.uniform import uniform
from problems.rules.model import LOGITS, LOSS, LOSS_GRADIENTS, PARAMETER_SHAPES
from problems.stream import Stream
from problems.torch_model_code.family import FLATTEN, RELU, affine, conv, pool
from problems.torch_model_code.weights import weights
from reference.model import Layers, logits, loss, loss_gradients, parameter_shapes

Array = NDArray[Any]
SHAPE = (1, 22, 26)
FIRST, SECOND = pool("max-pool", 2, 2), pool("max-pool", 2, 2)


def model(
    first: Sequence[Any] = (FIRST,),
    second: Sequence[Any] = (SECOND,),
    *,
    stride: int = 1,
    padding: int = 0,
) -> Layers:
    return [
        *(conv(3, 3), RELU, *first),
        *(conv(5, 3, stride=stride, padding=padding), RELU, *second),
        *(FLATTEN, affine(7), RELU, affine(4)),
    ]


ASKED = model()
FITTED = {
    "the first pooling left out": model(first=()),
    "the second pooling left out": model(second=()),
    "a pooling more": model(second=(SECOND, pool("max-pool", 2, 2))),
    "a larger window in one pooling": model(second=(pool("max-pool", 3, 3),)),
    "a pooling that moves by one": model(second=(pool("max-pool", 2, 1),)),
    "a larger window in all poolings": model((pool("max-pool", 3, 2),), (pool("max-pool", 3, 2),)),
    "larger windows side by side": model((pool("max-pool", 3, 3),), (pool("max-pool", 3, 3),)),
    "a stride in the second convolution": model(stride=2),
    "a padding in the second convolution": model(padding=1),
}


@pytest.mark.parametrize("name", FITTED)
def test_one_wrong_thing_with_the_sizes_fitted_to_it_is_one_mistake(name: str) -> None:
    own = FITTED[name]
    shapes = parameter_shapes(SHAPE, own)
    assert sorted(shapes) != sorted(parameter_shapes(SHAPE, ASKED))
    stream = Stream("1", name)
    arrays = weights(stream, parameter_shapes(SHAPE, ASKED))
    x, y = uniform(stream, (2, *SHAPE), limit=2), np.array([1, 3])
    seen = {
        "in_shape": SHAPE,
        "x": x,
        "layers": ASKED,
        "arrays": arrays,
        "own_shapes": shapes,
    }
    values = {
        PARAMETER_SHAPES: shapes,
        LOGITS: logits(x, own, arrays),
        LOSS: loss(x, y, own, arrays),
        LOSS_GRADIENTS: loss_gradients(x, y, own, arrays),
    }
    for rule, value in values.items():
        (slip,) = (each for each in rule.slips if each.key == "one-size-not-as-asked")
        labels = {} if rule is LOGITS else {"y": y}
        found = [way for way in slip.ways if _gives(way, {**seen, **labels}, value)]
        assert found, rule.key


def _gives(way: Any, seen: dict[str, Any], value: Any) -> bool:
    try:
        found = way(seen)
    except ValueError:
        return False
    if isinstance(value, tuple):
        return sorted(found) == sorted(value)
    return np.shape(found) == np.shape(value) and bool(np.allclose(found, value))


def test_scores_of_two_wrong_things_are_given_by_no_way() -> None:
    own = model(first=(), stride=2, padding=1)
    stream = Stream("1", "two")
    arrays = weights(stream, parameter_shapes(SHAPE, ASKED))
    x = uniform(stream, (2, *SHAPE), limit=2)
    seen = {
        "x": x,
        "layers": ASKED,
        "arrays": arrays,
        "own_shapes": parameter_shapes(SHAPE, own),
    }
    (slip,) = (each for each in LOGITS.slips if each.key == "one-size-not-as-asked")
    value = logits(x, own, arrays)
    assert not any(_gives(way, seen, value) for way in slip.ways)
