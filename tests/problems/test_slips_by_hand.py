"""What is said of a mistake by hand is true of work on paper, in whatever family it is made."""

from __future__ import annotations

import pytest

from problems.catalogue import folder
from problems.drawing import draw_variant
from problems.family import Level
from problems.sentences import slip_text

GRADIENTS = (
    ("conv1d-backprop", "hard"),
    ("im2row", "hard"),
    ("multichannel-backprop", "hard"),
    ("pooling-backprop", "easy"),
    ("strided-backprop", "standard"),
)
SHARED = (
    ("factors-added", "gradient", "winograd", "easy"),
    ("channels-averaged", "input", "multichannel-backprop", "easy"),
    ("channels-averaged", "input", "transposed-conv", "hard"),
    ("padding-counted-once", "added", "transposed-conv", "easy"),
    ("stride-counted-again", "output", "upsampling", "hard"),
)
"""Slips that a family shares with others, and a word that would not be true of it.

The factors of Winograd's products are no gradient, the channels of a sum on the way back are those
of the outputs, a transposed convolution crops its padding and counts its operations by its input.
"""


@pytest.mark.parametrize(("key", "level"), GRADIENTS)
def test_a_slip_by_hand_names_no_array_of_a_program(key: str, level: Level) -> None:
    slips = draw_variant(key, level, "0").working.slip_keys
    assert slips
    assert not [slip for slip in slips if "`dq`" in slip_text(folder(key), slip, "en")]


@pytest.mark.parametrize(("slip", "word", "key", "level"), SHARED)
def test_a_slip_of_several_families_is_told_in_words_that_are_true_of_each(
    slip: str, word: str, key: str, level: Level
) -> None:
    assert slip in draw_variant(key, level, "0").working.slip_keys
    assert word not in slip_text(folder(key), slip, "en").split()
