"""Programs that are alike."""

from __future__ import annotations

import random

import pytest

from grader.copying.normalised import Tokens, tokens_of
from grader.copying.programs import (
    MissingLibraryError,
    Own,
    alike_in,
    likeness,
    require_library,
)


def program(seed: int, length: int = 120) -> Tokens:
    chance = random.Random(seed)
    return tuple(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(length))


def changed(tokens: Tokens, every: int) -> Tokens:
    return tuple("!" if place % every == every - 1 else each for place, each in enumerate(tokens))


def owned(several: list[Tokens]) -> list[Own]:
    return [Own(f"s{number:03}", "3", tokens) for number, tokens in enumerate(several)]


def test_likeness_is_the_share_of_tokens_in_common_in_their_order() -> None:
    """Of 4 and 4 tokens, 3 are in both in order: 2 * 3 / 8."""
    assert likeness(("a", "b", "c", "d"), ("a", "b", "x", "d")) == 0.75
    assert likeness(("a", "b"), ("x", "y")) == 0
    assert likeness(("a", "b", "c", "d"), ("a", "b", "x", "d"), least=0.8) == 0


def test_equal_programs_are_one_flag_with_all_who_have_them() -> None:
    flags, _, common = alike_in(
        "conv1d-code", owned([program(1), program(2), program(1), program(1)])
    )
    assert [(flag.students, flag.alike) for flag in flags] == [(("s000", "s002", "s003"), 1.0)]
    assert common == 0


def test_nearly_equal_ones_are_a_pair_and_others_are_none() -> None:
    several = [program(number) for number in range(20)]
    several[7] = changed(several[3], every=20)
    flags, usual, _ = alike_in("conv1d-code", owned(several))
    assert [flag.students for flag in flags] == [("s003", "s007")]
    assert flags[0].alike == pytest.approx(0.95)
    assert flags[0].shared >= 3
    assert usual is None or usual < 0.85


def test_the_program_that_very_many_have_is_no_hint_and_is_counted() -> None:
    flags, _, common = alike_in("conv1d-code", owned([program(1)] * 40 + [program(2)] * 2))
    assert [flag.students for flag in flags] == [("s040", "s041")]
    assert common == 40


def test_where_programs_are_alike_anyway_only_more_than_that_is_a_hint() -> None:
    plain = program(1, 200)
    several = []
    for number in range(40):
        own = list(plain)
        for place in random.Random(number).sample(range(200), 16):
            own[place] = f"own{number}"
        several.append(tuple(own))
    flags, usual, _ = alike_in("conv1d-code", owned(several))
    assert usual is not None
    assert usual > 0.85
    assert all(flag.alike >= usual for flag in flags)
    assert len(flags) < 20


def test_a_student_is_not_compared_with_himself() -> None:
    own = [Own("s001", "2", program(1)), Own("s001", "3", program(1))]
    assert alike_in("conv1d-code", own)[0] == []


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'conv-grader\[copying\]'"):
        require_library()


def test_real_programs_are_alike_however_their_names_are() -> None:
    one = "def f(x):\n" + "".join(f"    a{n} = x[{n}] * {n} + x.sum()\n" for n in range(12))
    first, second = tokens_of(one, ["f"]), tokens_of(one.replace("a", "q"), ["f"])
    assert first is not None
    assert first == second
