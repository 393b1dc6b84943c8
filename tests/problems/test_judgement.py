"""Networks judged in plain numbers: as the exact working would judge them, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest

from problems.conv2d_backprop import judgement
from problems.conv2d_backprop.family import FAMILY
from problems.conv2d_backprop.judgement import CORE, judge
from problems.conv2d_backprop.proposal import Parameters, draw, flaws
from problems.derivation import Derivation
from problems.diagnosis import explaining_slips
from problems.drawing import draw_variant, reasons_against
from problems.family import LEVELS, SOUND, Level
from problems.forms import Decimal, exact
from problems.rules import softmax
from problems.stream import Stream
from problems.variant import Variant
from problems.working import Working


def sound_in_numbers(level: Level, count: int) -> Iterator[Parameters]:
    """So many proposals, and those alone that have no flaw."""
    stream = Stream("judgement", level)
    for _ in range(count):
        p = draw(stream, level)
        if not any(flaws(p)):
            yield p


@pytest.mark.parametrize("level", LEVELS)
def test_every_blank_has_the_value_of_the_working_with_each_mistake_and_without(
    level: Level,
) -> None:
    for seed in range(3):
        variant = draw_variant("conv2d-backprop", level, f"judged {seed}")
        network = judgement._Network.of(variant.parameters)  # type: ignore[arg-type]
        for mistake in ("", *CORE):
            truth = variant.core[mistake] if mistake else variant.truth
            values, maps = network.values(mistake)
            assert list(values) == [asked.name for asked in variant.working.asked]
            expected = {name: np.ravel(truth[name]).tolist() for name in values}
            assert values == {name: pytest.approx(cells) for name, cells in expected.items()}
            for name, cells in zip("12", maps, strict=True):
                assert cells == pytest.approx(np.ravel(truth[f"q{name}_new"]).tolist())


def test_a_mistake_that_is_made_otherwise_here_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judgement, "_TRANSPOSED", lambda kernel: kernel)
    variant = draw_variant("conv2d-backprop", "standard", "judged 0")
    network = judgement._Network.of(variant.parameters)  # type: ignore[arg-type]
    values, _ = network.values("kernel-transposed")
    assert values["q1"] != pytest.approx(np.ravel(variant.core["kernel-transposed"]["q1"]).tolist())


def test_what_rounding_could_decide_is_left_to_the_working() -> None:
    # A gradient that a mistake makes zero in fractions is hardly anything in floats.
    found = Counter(
        next(reasons_against(Variant(FAMILY, "standard", "judged", p)), SOUND)
        for p in sound_in_numbers("standard", 400)
        if judge(p, "standard") is None
    )
    assert any("leaves nothing to work out of d" in reason for reason in found)


def test_a_number_that_is_nearly_zero_is_left_to_the_working(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    good = draw_variant("conv2d-backprop", "hard", "judged 0").parameters
    assert judge(good, "hard") == SOUND  # type: ignore[arg-type]
    for name, far in (("_NEAR", 1e9), ("_SHOWS", 1e9)):
        with monkeypatch.context() as patched:
            patched.setattr(judgement, name, far)
            assert judge(good, "hard") is None  # type: ignore[arg-type]


def test_a_turned_sign_of_the_logits_gradient_is_told_whatever_the_logits_are() -> None:
    # So none has to be looked for that is told, as it is in other families.
    for classes in (2, 3):
        for above in product(range(3), repeat=classes):
            if min(above) > 0 or max(above) == 0:
                continue
            for least in (1, 2, 5, 40):
                s = [least + more for more in above]
                for y in range(classes):
                    if s.count(s[y]) == 1:
                        assert told_of_logits(s, y) == ("logits-gradient-sign-turned",), (s, y)


def told_of_logits(s: list[int], y: int) -> tuple[str, ...]:
    """What is told of the gradient by these logits, if it came with its sign turned."""
    w = Working()
    logits = w.given("s", exact(s))
    prob = w.derive("p", softmax.SOFTMAX, s=logits, y=y)
    ds = w.derive("ds", softmax.LOGITS_GRADIENT, p=prob, y=y, s=logits)
    w.ask(prob, Decimal(0.005))
    w.ask(ds, Decimal(0.005))
    truth = w.solve()
    *_, asked = w.asked
    return explaining_slips(Derivation(w, {"p": truth["p"]}), asked, -truth["ds"])
