"""What goes down to a child in one frame: but for the first call, no input that is new to it."""

from __future__ import annotations

import numpy as np

from grader.sandbox.outside.requests import Requests, groups, sent_together
from problems.drawing import draw_variant
from problems.probe import Call, LoadParameters, Put, Read, SetParameters, Step

X, W, NEW = np.arange(3.0), np.arange(2.0), np.arange(4.0)


def called(*given: np.ndarray) -> list[Step]:
    names = [f"v{number}" for number in range(len(given))]
    puts = [Put(name, value) for name, value in zip(names, given, strict=True)]
    return [*puts, Call("y", "f", tuple(names)), Read("y")]


def sizes(before: list[Step], *more: list[Step]) -> list[int]:
    """How many groups there are in each frame."""
    return [len(frame) for frame in sent_together(before, more)]


def test_calls_whose_inputs_were_given_before_go_down_together() -> None:
    assert sizes([*called(X), *called(W)], called(W), called(X), called(X, W)) == [3]


def test_an_input_that_is_new_waits_for_the_results_of_all_calls_before() -> None:
    assert sizes(called(X), called(X), called(NEW), called(X), called(NEW)) == [1, 3]
    assert sizes(called(X), called(X, NEW), called(X, W)) == [1, 1]


def test_an_input_that_is_equal_to_a_known_one_is_new_all_the_same() -> None:
    assert sizes(called(X), called(X), called(X.copy())) == [1, 1]


def test_the_arrays_of_a_model_are_inputs_too() -> None:
    fill: list[Step] = [LoadParameters("model", (W, NEW)), Read("model.a")]
    assert sizes(called(X), called(X), fill, fill) == [1, 2]


def test_the_arrays_that_a_model_is_set_to_are_inputs_too() -> None:
    fill: list[Step] = [SetParameters("model", (W, NEW)), Read("model.a")]
    assert sizes(called(X), called(X), fill, fill) == [1, 2]


def test_no_frame_of_a_real_check_holds_an_input_of_a_call_after_its_first() -> None:
    variant = draw_variant("conv1d-code", "standard", "frames")
    for check in variant.checks:
        probe = check.probe
        known = [id(step.value) for step in probe.steps[: probe.more_from] if isinstance(step, Put)]
        more = list(
            groups(probe.steps[len(probe.steps) if probe.more_from is None else probe.more_from :])
        )
        for first, *others in sent_together(probe.steps[: probe.more_from], more):
            known += [id(step.value) for step in first if isinstance(step, Put)]
            later = [id(s.value) for group in others for s in group if isinstance(s, Put)]
            assert set(later) <= set(known)


def test_an_input_that_comes_again_is_encoded_once() -> None:
    requests = Requests()
    (_, first), (_, again), (_, other) = (
        requests.of(Put(name, value)) for name, value in (("a", X), ("b", X), ("a", X.copy()))
    )
    assert first[1] is again[1]
    assert first[1] is not other[1]
    assert first[1] == other[1]
    one, two = (requests.of(LoadParameters("m", (X, W)))[1][1] for _ in range(2))
    assert one is two
