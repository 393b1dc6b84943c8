"""Drawing: a proposal that will not do is drawn again, and a draw says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import inf
from typing import Any

import numpy as np
import pytest

from problems import drawing
from problems.catalogue import family, family_keys
from problems.drawing import MOST_PROPOSALS, NoVariantError, draw, draw_variant, reasons_against
from problems.family import LEVELS, SOUND, ByHand, Family, InCode, Level
from problems.forms import Decimal, Integer
from problems.rule import Rule, Slip
from problems.stream import Stream
from problems.variant import UnknownSlipError, Variant, slip_shows
from problems.working import Working
from tests.problems.scaling import ANY_OF_TWO, SCALED, one, scaling


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> dict[str, Family]:
    """The families that can be drawn, by key."""
    families: dict[str, Family] = {"scaling": scaling()}
    monkeypatch.setattr(drawing, "family", families.__getitem__)
    return families


def is_good(variant: Variant) -> bool:
    return not list(reasons_against(variant))


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
        key="words",
        draw=draw,
        task=InCode(("f",), lambda word, stream: ()),
        flaws=lambda word: () if word == proposals[4] else ("another word",),
        core={},
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


def test_core_slips_must_show() -> None:
    core: dict[Level, tuple[str, ...]] = {"easy": ("scale-forgotten", "scale-added")}
    assert is_good(one(4, 3, core=core))
    assert not is_good(one(4, 1, core=core))
    assert not is_good(one(2, 2, core=core))


def test_a_core_slip_may_not_make_an_asked_value_infinite() -> None:
    def asks_decimal(p: dict[str, int]) -> Working:
        slips = (Slip("infinite", lambda x: inf),)
        w = Working()
        y = w.derive("y", Rule("root", lambda x: x**0.5, slips=slips), x=w.given("x", p["x"]))
        w.ask(y, Decimal(tolerance=0.01))
        return w

    assert not is_good(one(4, 3, core={"easy": ("infinite",)}, task=ByHand(asks_decimal)))


def test_a_core_slip_may_not_make_an_asked_value_impossible() -> None:
    assert slip_shows(one(4, 3), "nothing")
    assert not is_good(one(4, 3, core={"easy": ("nothing",)}))


def test_a_core_slip_may_not_make_zeros_of_an_asked_value() -> None:
    def asks_both(p: dict[str, int]) -> Working:
        w = Working()
        y = w.derive("y", SCALED, x=w.given("x", p["x"]), by=p["by"])
        w.ask(y, Integer())
        return w

    core: dict[Level, tuple[str, ...]] = {"easy": ("nothing",)}
    assert slip_shows(one(4, 3, task=ByHand(asks_both)), "nothing")
    assert not is_good(one(4, 3, core=core, task=ByHand(asks_both)))
    # where the truth is zero itself, nothing is lost by it
    core = {"easy": ("scale-added",)}
    assert is_good(one(0, 3, core=core, task=ByHand(asks_both)))


def test_a_proposal_of_which_no_core_slip_is_told_is_drawn_again(
    catalogue: dict[str, Family],
) -> None:
    def alike(p: dict[str, int]) -> Working:
        w = Working()
        w.ask(w.derive("y", ANY_OF_TWO, x=w.given("x", p["x"]), by=p["by"]), Integer())
        return w

    core: dict[Level, tuple[str, ...]] = {"easy": ("scale-added",), "hard": ("scale-squared",)}
    catalogue["scaling"] = scaling(core=core, task=ByHand(alike))
    with pytest.raises(NoVariantError, match="no core slip is told from every other"):
        draw_variant("scaling", "easy", "7")
    assert draw_variant("scaling", "hard", "7").aim == "scale-squared"


def test_a_family_without_good_variants_is_told_early_and_with_its_commonest_reasons(
    catalogue: dict[str, Family],
) -> None:
    def flaws(p: dict[str, int]) -> Iterator[str]:
        yield "x is odd" if p["x"] % 2 else f"x is {p['x']}"

    catalogue["scaling"] = scaling(flaws=flaws)
    with pytest.raises(NoVariantError) as caught:
        draw_variant("scaling", "easy", "7")
    counted = caught.value.reasons
    assert counted.total() == MOST_PROPOSALS == 500
    assert set(counted) == {"x is odd", "x is 2", "x is 4", "x is 6", "x is 8"}
    assert str(caught.value).startswith(
        "scaling:easy proposed 500 variants for seed 7 and rejected all of them: "
        f"{counted['x is odd']} × x is odd; "
    )


def test_no_more_than_five_reasons_are_told() -> None:
    reasons = Counter({f"reason {n}": 10 - n for n in range(7)})
    told = str(NoVariantError("scaling:easy", "7", reasons))
    assert told.endswith("7 × reason 3; 6 × reason 4")


def test_what_was_rejected_is_counted(catalogue: dict[str, Family]) -> None:
    catalogue["scaling"] = scaling(flaws=lambda p: () if p["x"] == 9 else ("x is not 9",))
    drawn = draw("scaling", "easy", "7")
    assert drawn.variant.parameters["x"] == 9
    assert set(drawn.rejected) == {"x is not 9"}
    stream = Stream("7", "scaling/easy")
    proposals = [scaling().draw(stream, "easy") for _ in range(drawn.rejected.total() + 1)]
    assert [p["x"] == 9 for p in proposals] == [*[False] * drawn.rejected.total(), True]


def test_an_impossible_proposal_is_rejected_for_one_reason_whatever_its_numbers(
    catalogue: dict[str, Family],
) -> None:
    def from_zero(stream: Stream, level: Level) -> dict[str, int]:
        return {"x": stream.integer(0, 1), "by": stream.integer(1, 5)}

    catalogue["scaling"] = scaling(draw=from_zero)
    rejected: Counter[str] = Counter()
    for seed in range(20):
        found = draw("scaling", "easy", str(seed))
        assert found.variant.parameters["x"] == 1
        rejected += found.rejected
    assert list(rejected) == ["a step is impossible: Fraction(…, …)"]


def test_a_degenerate_proposal_is_rejected_unless_that_is_the_subject_of_its_level() -> None:
    def ties(p: dict[str, int]) -> Working:
        largest = Rule(
            "largest",
            np.max,
            degenerate=lambda a: "tie" if np.sum(a == np.max(a)) > 1 else None,
        )
        w = Working()
        w.ask(w.derive("m", largest, a=w.given("x", np.array([p["x"], p["by"]]))), Integer())
        return w

    assert list(reasons_against(one(3, 3, task=ByHand(ties)))) == ["tie in m"]
    assert is_good(one(3, 2, task=ByHand(ties)))
    assert is_good(one(3, 3, task=ByHand(ties), subjects={"easy": ("tie",)}))
    other_level = one(3, 3, task=ByHand(ties), subjects={"hard": ("tie",)})
    assert list(reasons_against(other_level)) == ["tie in m"]


def test_a_proposal_with_more_or_less_work_than_its_level_has_is_rejected() -> None:
    total = one(4, 3).effort.total
    assert is_good(one(4, 3, effort={"easy": (total, total)}))
    assert is_good(one(4, 3, effort={"hard": (0, 0)}))
    less = one(4, 3, effort={"easy": (0, total - 1)})
    assert list(reasons_against(less)) == [f"more work than the level has: above {total - 1}"]
    more = one(4, 3, effort={"easy": (total + 1, 99)})
    assert list(reasons_against(more)) == [f"less work than the level has: below {total + 1}"]


def test_a_core_slip_that_no_rule_has_is_said_at_once_with_the_one_that_is_meant(
    catalogue: dict[str, Family],
) -> None:
    catalogue["scaling"] = scaling(core={"easy": ("scale-forgoten",)})
    with pytest.raises(UnknownSlipError, match="'scale-forgoten' of scaling:easy") as caught:
        draw_variant("scaling", "easy", "7")
    assert str(caught.value).endswith("is 'scale-forgotten' meant?")
    catalogue["scaling"] = scaling(core={"easy": ("xyz",)})
    with pytest.raises(UnknownSlipError, match=r"in no rule of its working$"):
        draw_variant("scaling", "easy", "7")


def test_what_a_change_of_size_makes_impossible_is_not_held_against_a_core_slip() -> None:
    def sizes(p: dict[str, int]) -> Working:
        def kernel_off(size: int, kernel: int) -> tuple[int]:
            return (size - kernel + 1,)

        def taken_off(shape: tuple[int]) -> int:
            if shape[0] < 1:
                raise ValueError("nothing is left")
            return 7 * shape[0]

        shrunk = Rule(
            "shrunk",
            kernel_off,
            slips=(
                Slip("kernel-twice", lambda size, kernel: (size - 2 * kernel,)),
                Slip("plus-one-forgotten", lambda size, kernel: (size - kernel,)),
            ),
        )
        w = Working()
        shape = w.derive("shape", shrunk, size=w.given("size", p["x"]), kernel=p["by"])
        w.ask(w.derive("cells", Rule("cells", taken_off), shape=shape), Integer())
        return w

    core: dict[Level, tuple[str, ...]] = {"easy": ("plus-one-forgotten",)}
    assert "cells" not in one(3, 3, task=ByHand(sizes)).working.with_slip("kernel-twice")
    variant = one(3, 3, core={"easy": ("kernel-twice",)}, task=ByHand(sizes))
    assert not any("leaves nothing" in reason for reason in reasons_against(variant))
    assert is_good(one(9, 3, core=core, task=ByHand(sizes)))


def test_an_exercise_in_code_is_rejected_for_its_flaws_alone() -> None:
    assert is_good(draw_variant("conv1d-code", "easy", "7"))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("key", family_keys())
def test_a_proposal_is_judged_as_it_would_be_if_it_were_worked_out(key: str, level: Level) -> None:
    chosen = family(key)
    stream = Stream("judged", f"{key}/{level}")
    by_hand = 0
    for _ in range(400):
        parameters = chosen.draw(stream, level)
        judged = chosen.judge(parameters, level)
        if judged is None or any(chosen.flaws(parameters)) or by_hand == 12:
            continue
        by_hand += 1
        variant = Variant(chosen, level, "judged", parameters)
        assert next(reasons_against(variant), SOUND) == judged, parameters
        assert (judged != SOUND) or chosen.kind == "code" or variant.aim


def test_what_is_judged_is_counted_and_not_worked_out(catalogue: dict[str, Family]) -> None:
    def judge(parameters: Any, level: Level) -> str:
        return "the factor is two" if parameters["by"] == 2 else SOUND

    def impossible(parameters: Any) -> Working:
        raise AssertionError("it was worked out")

    catalogue["scaling"] = scaling(judge=judge, task=ByHand(impossible))
    rejected = Counter[str]()
    for seed in range(40):
        drawn = draw("scaling", "easy", str(seed))
        assert drawn.variant.parameters["by"] != 2
        rejected += drawn.rejected
    assert rejected["the factor is two"] > 0


def test_what_is_not_judged_is_worked_out(catalogue: dict[str, Family]) -> None:
    catalogue["scaling"] = scaling(
        judge=lambda p, level: SOUND if p["x"] == 9 else None,
        flaws=lambda p: ["x is not 8"] if p["x"] != 8 else [],
    )
    for seed in range(20):
        assert draw("scaling", "easy", str(seed)).variant.parameters["x"] in (8, 9)
