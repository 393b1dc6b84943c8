"""Variants: one seed, one exercise; a proposal that will not do is drawn again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import inf
from typing import Any

import pytest

from grader.answers.answer import read_answer
from grader.marking.by_hand import mark_by_hand
from problems import variant as variants
from problems.catalogue import UnknownFamilyError, family, family_keys
from problems.family import LEVELS, ByHand, Family, InCode, Level
from problems.forms import Decimal, Integer, Rational
from problems.probe import Check, Probe
from problems.rule import Rule, Slip
from problems.stream import Stream
from problems.variant import (
    NoVariantError,
    UnknownExampleError,
    Variant,
    draw_variant,
    example_variant,
    is_told,
    slip_shows,
    tells_core_slips,
)
from problems.working import Working

SCALED = Rule(
    "scaled",
    lambda x, by: x * by,
    slips=(
        Slip("scale-forgotten", lambda x: x),
        Slip("scale-added", lambda x, by: x + by),
        Slip("nothing", lambda x: 0),
    ),
)
INVERSE = Rule("inverse", lambda x: 1 / Fraction(x))


def working(p: dict[str, int]) -> Working:
    w = Working()
    y = w.derive("y", SCALED, x=w.given("x", p["x"]), by=p["by"])
    w.ask(w.derive("z", INVERSE, x=y), Rational())
    return w


def scaling(**changes: Any) -> Family:
    """A family that asks for 1 / (x * by)."""
    settings: dict[str, Any] = {
        "key": "scaling",
        "draw": lambda stream, level: {"x": stream.integer(1, 9), "by": stream.integer(1, 3)},
        "task": ByHand(working),
        "examples": {"lecture": {"x": 4, "by": 2}},
    }
    return Family(**{**settings, **changes})


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Family]]:
    """The families that can be drawn, by key."""
    families: dict[str, Family] = {"scaling": scaling()}
    monkeypatch.setattr(variants, "family", families.__getitem__)
    yield families


def one(x: int, by: int, **changes: Any) -> Variant:
    return Variant(scaling(**changes), "easy", "7", {"x": x, "by": by})


def test_the_same_seed_gives_the_same_variant_and_another_seed_another() -> None:
    first, again = (draw_variant("cnn-table", "standard", "7").parameters for _ in range(2))
    assert first == again
    seeds = [str(seed) for seed in range(20)]
    drawn = [repr(draw_variant("cnn-table", "standard", seed).parameters) for seed in seeds]
    assert len(set(drawn)) == 20


def test_a_level_has_variants_of_its_own() -> None:
    easy, hard = (draw_variant("cnn-table", level, "7").parameters for level in ("easy", "hard"))
    assert easy != hard


def test_the_parameters_come_from_the_stream_of_the_seed_family_and_level(
    catalogue: dict[str, Family],
) -> None:
    stream = Stream("some seed", "scaling/hard")
    expected = {"x": stream.integer(1, 9), "by": stream.integer(1, 3)}
    drawn = draw_variant("scaling", "hard", "some seed")
    assert drawn.parameters == expected
    assert (drawn.level, drawn.seed, drawn.example) == ("hard", "some seed", None)


def test_a_rejected_draw_goes_on_in_the_same_stream(catalogue: dict[str, Family]) -> None:
    words = Stream("s", "words/easy")
    proposals: list[Any] = [words.word() for _ in range(5)]

    def draw(stream: Stream, level: Level) -> int:
        return stream.word()

    catalogue["words"] = scaling(
        key="words", draw=draw, sound=lambda word: word == proposals[4], core={}
    )
    assert draw_variant("words", "easy", "s").parameters == proposals[4]


def test_a_proposal_on_which_a_core_slip_does_not_show_is_drawn_again(
    catalogue: dict[str, Family],
) -> None:
    catalogue["scaling"] = scaling(core={"easy": ("scale-forgotten",)})
    drawn = [draw_variant("scaling", "easy", str(seed)).parameters for seed in range(30)]
    assert all(p["by"] != 1 for p in drawn)
    other = [draw_variant("scaling", "hard", str(seed)).parameters for seed in range(30)]
    assert any(p["by"] == 1 for p in other)


def test_a_family_without_sound_variants_is_told_rather_than_drawn_for_ever(
    catalogue: dict[str, Family],
) -> None:
    catalogue["scaling"] = scaling(sound=lambda p: False)
    with pytest.raises(NoVariantError, match=r"scaling:easy proposed 10000 variants for seed 7"):
        draw_variant("scaling", "easy", "7")


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(UnknownFamilyError, match="there is no family 'cnn'"):
        draw_variant("cnn", "easy", "7")
    with pytest.raises(UnknownFamilyError, match="there is no family 'cnn'"):
        example_variant("cnn", "lecture")


def test_a_published_example_is_the_same_for_everybody_and_need_not_be_sound(
    catalogue: dict[str, Family],
) -> None:
    catalogue["scaling"] = scaling(sound=lambda p: False)
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


def test_core_slips_must_show() -> None:
    core: dict[Level, tuple[str, ...]] = {"easy": ("scale-forgotten", "scale-added")}
    assert tells_core_slips(one(4, 3, core=core))
    assert not tells_core_slips(one(4, 1, core=core))
    assert not tells_core_slips(one(2, 2, core=core))


def test_a_core_slip_may_not_make_an_asked_value_infinite() -> None:
    def asks_decimal(p: dict[str, int]) -> Working:
        slips = (Slip("infinite", lambda x: inf),)
        w = Working()
        y = w.derive("y", Rule("root", lambda x: x**0.5, slips=slips), x=w.given("x", p["x"]))
        w.ask(y, Decimal(tolerance=0.01))
        return w

    assert not tells_core_slips(one(4, 3, core={"easy": ("infinite",)}, task=ByHand(asks_decimal)))


def test_a_core_slip_may_not_make_an_asked_value_impossible() -> None:
    assert slip_shows(one(4, 3), "nothing")
    assert not tells_core_slips(one(4, 3, core={"easy": ("nothing",)}))


def test_a_core_slip_may_not_make_zeros_of_an_asked_value() -> None:
    def asks_both(p: dict[str, int]) -> Working:
        w = Working()
        y = w.derive("y", SCALED, x=w.given("x", p["x"]), by=p["by"])
        w.ask(y, Integer())
        return w

    core: dict[Level, tuple[str, ...]] = {"easy": ("nothing",)}
    assert slip_shows(one(4, 3, task=ByHand(asks_both)), "nothing")
    assert not tells_core_slips(one(4, 3, core=core, task=ByHand(asks_both)))
    # where the truth is zero itself, nothing is lost by it
    core = {"easy": ("scale-added",)}
    assert tells_core_slips(one(0, 3, core=core, task=ByHand(asks_both)))


ANY_OF_TWO = Rule(
    "scaled",
    lambda x, by: x * by,
    slips=(
        Slip("scale-added", lambda x, by: x + by),
        Slip("counted-on", lambda x, by: x + by),
        Slip("scale-squared", lambda x, by: x * by * by),
        Slip("three", lambda x: 3 * x),
    ),
)


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


def test_a_proposal_of_which_no_core_slip_is_told_is_drawn_again(
    catalogue: dict[str, Family],
) -> None:
    def alike(p: dict[str, int]) -> Working:
        w = Working()
        w.ask(w.derive("y", ANY_OF_TWO, x=w.given("x", p["x"]), by=p["by"]), Integer())
        return w

    core: dict[Level, tuple[str, ...]] = {"easy": ("scale-added",), "hard": ("scale-squared",)}
    catalogue["scaling"] = scaling(core=core, task=ByHand(alike))
    with pytest.raises(NoVariantError, match="scaling:easy proposed 10000 variants"):
        draw_variant("scaling", "easy", "7")
    assert draw_variant("scaling", "hard", "7").aim == "scale-squared"


BY_HAND = [key for key in family_keys() if family(key).kind == "hand"]


@pytest.mark.parametrize("key", BY_HAND)
def test_the_aim_is_told_from_every_other_slip_when_the_work_is_marked(key: str) -> None:
    aims: Counter[tuple[Level, str | None]] = Counter()
    for seed in range(200):
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
    assert tells_core_slips(one(4, 3))


def test_an_exercise_by_hand_has_no_checks_and_one_in_code_no_working() -> None:
    with pytest.raises(TypeError, match="scaling asks for values, so it has no checks"):
        _ = one(4, 3).checks
    code = draw_variant("conv1d-code", "easy", "7")
    with pytest.raises(TypeError, match="conv1d-code asks for code, so it has no working"):
        _ = code.working
    assert tells_core_slips(code)


def test_the_inputs_of_checks_come_from_a_stream_apart_from_that_of_the_parameters() -> None:
    def checks(p: dict[str, int], stream: Stream) -> list[Check]:
        probe = Probe()
        probe.put("x", stream.word())
        return [Check("one", probe)]

    code = one(4, 3, key="coded", task=InCode(("f",), checks))
    (check,) = code.checks
    values = [vars(step)["value"] for step in check.probe.steps]
    labels = ("coded/easy/checks", "coded/easy/hidden")
    assert values == [Stream("7", label).word() for label in labels]
    assert Stream("7", "coded/easy").word() not in values


def test_a_code_variant_has_the_same_checks_each_time_and_with_another_seed_others() -> None:
    def inputs(seed: str) -> str:
        variant = draw_variant("conv1d-code", "easy", seed)
        return repr([step for check in variant.checks for step in check.probe.steps])

    assert inputs("7") == inputs("7")
    assert inputs("7") != inputs("8")
