"""What a seed draws is known: a family that comes to draw otherwise says so by a number."""

from __future__ import annotations

import hashlib
import json

import pytest

from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS

SEEDS = 5

DRAWS: dict[str, tuple[int, str]] = {
    "affine-gradients": (1, "9e22071e7ab6b935"),
    "affine-layer-code": (1, "077c91ff07957ae6"),
    "architectures": (1, "d75f4882ed29c66a"),
    "backprop-code": (1, "254ed5c9839eef8a"),
    "cnn-table": (3, "76f42c08e405467b"),
    "conv1d-backprop": (1, "8fc80caa8c608fc1"),
    "conv1d-code": (1, "c4f99645768bfbee"),
    "conv1d-compare": (1, "bcfa8705bf84823c"),
    "conv1d-hand": (2, "64b542d948ee442b"),
    "conv1d-layer-code": (1, "9e9a6651dc0527a9"),
    "conv2d-layer-code": (1, "15a9b204d6b4b839"),
    "conv2d-backprop": (1, "edd66ff761a0fe5c"),
    "conv2d-hand": (1, "9867eee5e53831fc"),
    "equivariance": (1, "ecd54d15a03b4a85"),
    "find-the-mistake": (2, "a6eff1d7ea1bd17d"),
    "im2row": (1, "d180be206a91bac5"),
    "im2row-code": (1, "436cd47af67147b6"),
    "layer-costs": (2, "c431d57ada99f8b5"),
    "multichannel-backprop": (1, "cc30fcc21168dc38"),
    "pooling-backprop": (1, "cea66d4c9ff8b204"),
    "pooling-hand": (1, "ccea605cdc872aae"),
    "pooling-layer-code": (1, "09e2b0e39c3305ee"),
    "receptive-field": (2, "28d106aad776907b"),
    "receptive-field-code": (1, "43fb36e43f2b44e2"),
    "relu-backprop": (1, "ab6c2d1d51008119"),
    "separable-conv": (2, "4c2e5cfd7b9ef5a1"),
    "strided-backprop": (1, "2518512c1b0f3122"),
    "toeplitz": (1, "b3cb74e5ed7c28f2"),
    "torch-model-code": (1, "11109bd73bb2518f"),
    "torch-train-code": (1, "189bedad444626ce"),
    "transposed-conv": (1, "55f078b21f68bde1"),
    "upsampling": (1, "0f46defe874b006d"),
    "winograd": (1, "f45a44e0daf26ea9"),
}
"""By family: the number of its draw, and a digest of what it draws for some seeds."""


def digest(key: str) -> str:
    drawn = [
        draw_variant(key, level, str(seed)).parameters for level in LEVELS for seed in range(SEEDS)
    ]
    return hashlib.sha256(json.dumps(drawn, sort_keys=True).encode()).hexdigest()[:16]


def test_every_family_is_there() -> None:
    assert sorted(DRAWS) == list(family_keys())


@pytest.mark.parametrize("key", family_keys())
def test_a_family_draws_what_it_drew_or_says_so_by_a_higher_number(key: str) -> None:
    version, known = DRAWS[key]
    assert (family(key).draw_version, digest(key)) == (version, known), (
        f"{key} draws something else than before: raise its draw_version by one, and put the new "
        "number and digest here; sheets that were handed out are then told from edited ones"
    )
