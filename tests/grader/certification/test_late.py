"""On the variants after the first hundred what takes long takes turns, and nothing is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.certification import examination, guesses, slips
from grader.certification.digest import (
    LATE_TURNS,
    THOROUGH,
    digest,
    documents,
    is_late,
    languages_of,
)
from grader.certification.submissions import HandingIn
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.render.script import Work, blank, model
from grader.sheet.sheet import Problem
from problems.drawing import draw_variant
from problems.sentences import LANGUAGES
from problems.variant import Variant, example_variant
from tests.grader.certification.specimens import PLAIN

EARLY, LATE = THOROUGH - 1, THOROUGH


def variant(seed: int) -> Variant:
    return draw_variant("relu-backprop", "easy", str(seed))


def test_an_early_variant_and_an_example_are_written_in_every_language() -> None:
    assert languages_of(variant(EARLY)) == LANGUAGES
    assert languages_of(example_variant("relu-backprop", "lecture")) == LANGUAGES


def test_late_variants_are_written_in_every_language_in_turn() -> None:
    written = [languages_of(variant(seed)) for seed in range(LATE, LATE + len(LANGUAGES) - 1)]
    assert {language for pair in written for language in pair} == {*LANGUAGES}
    assert {first for first, _ in written} == {"en"}
    late = variant(LATE)
    assert [language for language, _ in documents(late)] == list(languages_of(late))
    assert digest(late) == digest(late, documents(late))


def test_the_fingerprint_of_a_late_variant_is_of_all_that_is_written_on_one_of_four() -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("grader.certification.digest.markdown", lambda document: "another one")
        changed = [digest(variant(seed)) for seed in range(LATE, LATE + LATE_TURNS)]
    same = [digest(variant(seed)) for seed in range(LATE, LATE + LATE_TURNS)]
    assert [one == other for one, other in zip(changed, same, strict=True)] == [
        *(seed % LATE_TURNS != 0 for seed in range(LATE, LATE + LATE_TURNS))
    ]
    assert len(set(same)) == LATE_TURNS


def marked_on(seeds: range, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each mistake is marked without a file."""
    found: Counter[str] = Counter()

    def noted(own: Variant, key: str) -> Any:
        found[key] += 1
        return ()

    monkeypatch.setattr(slips, "marked_with_slip", noted)
    monkeypatch.setattr(slips, "judged_by_hand", lambda *_: "")
    for seed in seeds:
        [*examination._slips_in_place(variant(seed), seed)]
    return found


def test_each_mistake_is_marked_on_early_variants_and_on_one_late_one_of_four(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = slips.slip_keys(variant(EARLY))
    assert marked_on(range(EARLY, LATE), monkeypatch) == Counter(every)
    assert marked_on(range(LATE, LATE + LATE_TURNS), monkeypatch) == Counter(every)


class Noting(HandingIn):
    """Marks nothing: it notes what is handed in, and says that the model solution is right."""

    def __init__(self) -> None:
        self.noted: Counter[Any] = Counter()

    def result(
        self, variant: Variant, work: Callable[[Problem], Work], *_: Any, **__: Any
    ) -> SheetResult:
        self.noted[work.keywords["slip"] if isinstance(work, partial) else work] += 1
        outcome = Outcome.CORRECT if work is model else Outcome.UNANSWERED
        field = FieldResult("dx", outcome, float(work is model), 1.0)
        problem = ProblemResult("1", variant.family.key, variant.level, (field,))
        return SheetResult(variant.seed, "en", (problem,))


def test_of_late_variants_one_of_four_has_a_blank_file_and_files_with_mistakes_in_turn() -> None:
    place = Noting()
    seeds = range(12 * LATE_TURNS * 10, 12 * LATE_TURNS * 11)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(examination, "_slips_in_place", lambda *_: ())
        patched.setattr(slips, "judged_by_hand", lambda *_: "")
        for seed in seeds:
            [*examination._handed_in_faults(variant(seed), examination._Handing(place, seed))]
    every = slips.slip_keys(variant(LATE))
    notebooks = len(seeds) // 10 + 1
    assert place.noted[model] in range(len(seeds), len(seeds) + notebooks + 1)
    assert place.noted[blank] == len(seeds) // LATE_TURNS
    assert {key: place.noted[key] for key in every} == dict.fromkeys(every, 1)


def test_variants_on_which_nothing_was_guessed_do_not_count_in_what_guesses_earn() -> None:
    lucky = replace(PLAIN, guesses={"0": 0.5})
    assert guesses.means([lucky, *[PLAIN] * 3]) == {"0": 0.5}


def test_texts_for_seeds_are_no_late_variants() -> None:
    assert not is_late(draw_variant("relu-backprop", "easy", "own 7000"))
    assert is_late(variant(LATE))
