"""On the variants after the first hundred what takes long takes turns, and nothing is left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from grader.certification import examination, guesses, slips
from grader.certification.digest import THOROUGH, digest, documents, is_late, languages_of
from grader.certification.examination import LATE_TURNS
from grader.certification.fault import Kind
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


def marked_on(seeds: range, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each mistake is marked without a file."""
    found: Counter[str] = Counter()

    def noted(own: Variant, key: str) -> Any:
        found[key] += 1
        return ()

    monkeypatch.setattr(slips, "marked_with_slip", noted)
    monkeypatch.setattr(slips, "judged_by_hand", lambda *_: "")
    for seed in seeds:
        [*examination._slip_faults(variant(seed), lambda _: (Kind.SLIP, "not handed in"), seed)]
    return found


def test_each_mistake_is_marked_on_early_variants_and_on_one_late_one_of_four(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = slips.slip_keys(variant(EARLY))
    assert marked_on(range(EARLY, LATE), monkeypatch) == Counter(every)
    assert marked_on(range(LATE, LATE + LATE_TURNS), monkeypatch) == Counter(every)


def test_variants_on_which_nothing_was_guessed_do_not_count_in_what_guesses_earn() -> None:
    lucky = replace(PLAIN, guesses={"0": 0.5})
    assert guesses.means([lucky, *[PLAIN] * 3]) == {"0": 0.5}


def test_texts_for_seeds_are_no_late_variants() -> None:
    assert not is_late(draw_variant("relu-backprop", "easy", "own 7000"))
    assert is_late(variant(LATE))
