"""A name that may have been meant is like the one that is asked for, or abbreviates it."""

from __future__ import annotations

import pytest

from grader.sandbox.outside.similar import similar


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("fwd", "forward"),
        ("fwd", "forward_pass"),
        ("fwd_pass", "forward"),
        ("bwd_pass", "Backward"),
        ("loss", "loss_fn"),
    ],
)
def test_a_name_written_out_is_similar_to_its_abbreviation(name: str, other: str) -> None:
    assert similar(name, (other, "x", name)) == (other,)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("fwd", "backward"),
        ("fwd", "forwards"),
        ("loss", "log_softmax_scores"),
        ("dx", "delta_x"),
        ("conv1_rf", "conv1_param_grid"),
    ],
)
def test_a_name_that_shares_letters_is_not_similar(name: str, other: str) -> None:
    assert similar(name, (other,)) == ()


def test_the_most_similar_names_come_first_and_there_are_three_at_most() -> None:
    names = ("conv1_r", "conv_rf", "CONV1_RF", "conv1_rff", "pool1")
    assert similar("conv1_rf", names)[0] == "CONV1_RF"
    assert len(similar("conv1_rf", names)) == 3
