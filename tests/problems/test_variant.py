"""Variants: one seed, one exercise; a proposal that will not do is drawn again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

import pytest

from grader.answers.answer import read_answer
from grader.marking.by_hand import mark_by_hand
from problems import drawing
from problems import variant as variants
from problems.catalogue import UnknownFamilyError, family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, Family, InCode, Level
from problems.forms import Integer
from problems.names import ReservedNameError
from problems.probe import Check, Probe, Style
from problems.rule import Rule
from problems.stream import Stream
from problems.variant import (
    UnknownExampleError,
    Variant,
    example_variant,
    is_told,
    slip_shows,
)
from problems.working import Working
from tests.problems.scaling import ANY_OF_TWO, one, scaling
from tests.turns import in_this_run


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Family]]:
    """The families that can be drawn, by key."""
    families: dict[str, Family] = {"scaling": scaling()}
    monkeypatch.setattr(variants, "family", families.__getitem__)
    monkeypatch.setattr(drawing, "family", families.__getitem__)
    yield families


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(UnknownFamilyError, match="there is no family 'cnn'"):
        draw_variant("cnn", "easy", "7")
    with pytest.raises(UnknownFamilyError, match="there is no family 'cnn'"):
        example_variant("cnn", "lecture")


def test_a_published_example_is_the_same_for_everybody_and_need_not_be_good(
    catalogue: dict[str, Family],
) -> None:
    catalogue["scaling"] = scaling(flaws=lambda p: ("never good",))
    example = example_variant("scaling", "lecture")
    assert example.parameters == {"x": 4, "by": 2}
    assert (example.example, example.level, example.seed) == (
        "lecture",
        "standard",
        "example lecture",
    )
    assert example.truth["z"] == Fraction(1, 8)


def test_an_unknown_example_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(UnknownExampleError, match="no published example 'exam'; it has lecture"):
        example_variant("cnn-table", "exam")


def test_a_slip_shows_when_a_value_that_is_asked_changes() -> None:
    assert slip_shows(one(4, 3), "scale-forgotten")
    assert not slip_shows(one(4, 1), "scale-forgotten")
    assert slip_shows(one(4, 3), "scale-added")
    assert not slip_shows(one(2, 2), "scale-added")
    assert not slip_shows(one(4, 3), "of-another-family")


def test_a_slip_that_makes_an_asked_value_impossible_shows() -> None:
    variant = one(4, 3)
    assert "z" not in variant.working.with_slip("nothing")
    assert slip_shows(variant, "nothing")


def told(x: int, by: int, *core: str) -> list[str]:
    """The core slips that are told of a variant that asks for x * by and x * by + 1."""

    def asks_two(p: dict[str, int]) -> Working:
        w = Working()
        y = w.derive("y", ANY_OF_TWO, x=w.given("x", p["x"]), by=p["by"])
        w.ask(y, Integer())
        w.ask(w.derive("z", Rule("next", lambda y: y + 1), y=y), Integer())
        return w

    variant = one(x, by, core={"easy": core}, task=ByHand(asks_two))
    return [key for key in core if is_told(variant, key)]


def test_a_slip_is_told_if_no_other_gives_the_value_in_which_it_first_shows() -> None:
    assert told(4, 5, "scale-added", "counted-on", "scale-squared") == ["scale-squared"]
    assert told(4, 3, "scale-squared", "three") == ["scale-squared"]  # three times is right there
    assert told(4, 1, "scale-squared", "three") == ["three"]


def test_a_variant_aims_at_a_core_slip_that_is_told_from_every_other(
    catalogue: dict[str, Family],
) -> None:
    core: dict[Level, tuple[str, ...]] = {"easy": ("scale-forgotten", "scale-added")}
    catalogue["scaling"] = scaling(core=core)
    drawn = [draw_variant("scaling", "easy", str(seed)) for seed in range(40)]
    assert {variant.aim for variant in drawn} == {"scale-forgotten", "scale-added"}
    for variant in drawn:
        assert variant.aim is not None
        assert is_told(variant, variant.aim)


BY_HAND = [key for key in family_keys() if family(key).kind == "hand"]


@pytest.mark.parametrize("key", in_this_run(BY_HAND, most=4))
def test_the_aim_is_told_from_every_other_slip_when_the_work_is_marked(key: str) -> None:
    aims: Counter[tuple[Level, str | None]] = Counter()
    for seed in range(90):
        variant = draw_variant(key, LEVELS[seed % len(LEVELS)], str(seed))
        assert variant.aim is not None
        values = variant.core[variant.aim]
        answers = {a.name: read_answer(a.form, values[a.name]) for a in variant.working.asked}
        named = [field.slips for field in mark_by_hand(variant.working, answers) if field.slips]
        assert named[0] == (variant.aim,), variant.seed
        aims[variant.level, variant.aim] += 1
    expected = {(level, slip) for level in LEVELS for slip in family(key).core[level]}
    assert set(aims) == expected, "each core slip is aimed at on some variants"


def test_a_stored_variant_has_the_aim_with_which_it_was_drawn() -> None:
    for seed in range(10):
        drawn = draw_variant("cnn-table", "hard", str(seed))
        stored = Variant(drawn.family, drawn.level, drawn.seed, drawn.parameters)
        assert stored.aim == drawn.aim


def test_an_exercise_in_code_and_one_without_core_slips_have_no_aim() -> None:
    assert draw_variant("conv1d-code", "easy", "7").aim is None
    assert one(4, 3).aim is None


def test_an_exercise_by_hand_has_no_checks_and_one_in_code_no_working() -> None:
    with pytest.raises(TypeError, match="scaling asks for values, so it has no checks"):
        _ = one(4, 3).checks
    code = draw_variant("conv1d-code", "easy", "7")
    with pytest.raises(TypeError, match="conv1d-code asks for code, so it has no working"):
        _ = code.working


def test_the_functions_and_the_style_of_an_exercise_in_code_may_hang_on_its_parameters() -> None:
    def loopless(p: dict[str, int]) -> tuple[Style, ...]:
        return (Style("no-loop", f"f{p['x']}", slip="loop", loops=0),)

    task = InCode(lambda p: (f"f{p['x']}", "print"[: p["by"]]), lambda *_: (), style=loopless)
    code = one(4, 3, key="coded", task=task)
    assert code.functions == ("f4", "pri")
    assert [rule.function for rule in code.style] == ["f4"]
    with pytest.raises(ReservedNameError, match="'print'"):
        _ = one(4, 5, key="coded", task=task).functions
    with pytest.raises(TypeError, match="scaling asks for values"):
        _ = one(4, 3).functions


def test_the_inputs_of_checks_come_from_a_stream_apart_from_that_of_the_parameters() -> None:
    def checks(p: dict[str, int], stream: Stream) -> list[Check]:
        probe = Probe()
        probe.put("x", stream.word())
        return [Check("one", probe)]

    code = one(4, 3, key="coded", task=InCode(("f",), checks))
    (check,) = code.checks
    values = [vars(step)["value"] for step in check.probe.steps]
    labels = ("coded/easy/checks", "coded/easy/hidden")
    words = [Stream("7", label).word() for label in labels]
    assert values[:2] == words
    assert set(values) == set(words)  # which come again
    assert Stream("7", "coded/easy").word() not in values


def test_a_code_variant_has_the_same_checks_each_time_and_with_another_seed_others() -> None:
    def inputs(seed: str) -> str:
        variant = draw_variant("conv1d-code", "easy", seed)
        return repr([step for check in variant.checks for step in check.probe.steps])

    assert inputs("7") == inputs("7")
    assert inputs("7") != inputs("8")
