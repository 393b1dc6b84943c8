"""What a table earns that is filled in without work: a tenth of the marks at most, in the mean."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from statistics import mean
from typing import Any

import pytest

from grader.answers.answer import NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.cnn_table.family import FAMILY
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.variant import Variant, example_variant, published_elsewhere

SEEDS = range(30)


@cache
def drawn(level: Level) -> list[Variant]:
    return [draw_variant("cnn-table", level, str(seed)) for seed in SEEDS]


def marks(variant: Variant, values: dict[str, Any]) -> dict[str, FieldResult]:
    blank = NoValue(Outcome.UNANSWERED, Remark("blank"))
    answers = {
        a.name: read_answer(a.form, values[a.name]) if a.name in values else blank
        for a in variant.working.asked
    }
    published = published_elsewhere(variant)
    return {f.name: f for f in mark_by_hand(variant.working, answers, published=published)}


def share(variant: Variant, values: dict[str, Any]) -> float:
    fields = marks(variant, values).values()
    return sum(f.score for f in fields) / sum(f.max_score for f in fields)


def free(variant: Variant) -> dict[str, Any]:
    """What the sheet says: pooling has no parameters, and sees what it says of the whole image."""
    p = variant.parameters
    found: dict[str, Any] = {"conv1_rf": p["layers"][0]["kernel"]}
    for layer in p["layers"]:
        if layer["kind"] == "pool":
            found[f"{layer['name']}_params"] = 0
        if layer["kind"] == "affine":
            found[f"{layer['name']}_shape"] = (layer["features"],)
            found[f"{layer['name']}_rf"] = p["input"][1]
    return found


def made_up(variant: Variant) -> dict[str, Any]:
    """The size of the last map is made up, and what changes by it is worked out."""
    maps = [x["name"] for x in variant.parameters["layers"] if x["kind"] in ("conv", "pool")]
    last = f"{maps[-1]}_shape"
    values = variant.working.solve(fixed={last: (variant.truth[last][0], 20, 26)})
    return {
        asked.name: values[asked.name]
        for asked in variant.working.asked
        if values[asked.name] != variant.truth[asked.name]
    }


def published(_: Variant) -> dict[str, Any]:
    return dict(FAMILY.examples["lecture"].answers)


def kernels(variant: Variant) -> dict[str, Any]:
    """The kernel as the field of every layer."""
    layers = variant.parameters["layers"]
    return {f"{each['name']}_rf": each["kernel"] for each in layers if "kernel" in each}


WAYS: dict[str, Callable[[Variant], dict[str, Any]]] = {
    "what the sheet says": free,
    "a map made up": made_up,
    "a map made up, and what the sheet says": lambda v: free(v) | made_up(v),
    "the published table": published,
    "kernels for fields, and what the sheet says": lambda v: free(v) | kernels(v),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("level", LEVELS)
def test_a_table_without_work_earns_a_tenth_at_most(level: Level, way: str) -> None:
    assert mean(share(one, WAYS[way](one)) for one in drawn(level)) <= 0.1


def test_a_made_up_map_earns_nothing_of_what_follows_and_it_is_said_why() -> None:
    variant = draw_variant("cnn-table", "hard", "1")
    made = made_up(variant)
    fields = marks(variant, made)
    assert len(made) == 5
    assert {fields[name].score for name in made} == {0}
    told = [remark.key for remark in fields["flatten_shape"].remarks]
    assert told == ["follow-through-made-up"]


def test_a_far_off_map_costs_its_own_marks_alone_where_other_answers_show_work() -> None:
    for level in LEVELS:
        variant = draw_variant("cnn-table", level, "2")
        wrong = made_up(variant)
        fields = marks(variant, variant.truth | wrong)
        assert [f.name for f in fields.values() if f.score < f.max_score] == [next(iter(wrong))]


@pytest.mark.parametrize("level", LEVELS)
def test_a_column_of_shapes_alone_may_follow_from_a_first_one_far_off(level: Level) -> None:
    variant = draw_variant("cnn-table", level, "3")
    channels, height, width = variant.truth["conv1_shape"]
    values = variant.working.solve(fixed={"conv1_shape": (channels, height + 30, width + 34)})
    shapes = {a.name for a in variant.working.asked if a.meaning == "shape"} | {"fc1_params"}
    fields = marks(variant, {name: values[name] for name in shapes})
    assert {name for name in shapes if not fields[name].score} == {"conv1_shape"}


def test_a_slip_that_is_made_again_among_guesses_is_said_to_cost_again() -> None:
    variant = draw_variant("cnn-table", "hard", "1")
    fields = marks(variant, free(variant) | kernels(variant))
    named = {n: f.remarks[-1].key for n, f in fields.items() if "field-is-kernel" in f.slips}
    assert named == {"pool1_rf": "slip", "conv2_rf": "slip-unshown", "conv3_rf": "slip-unshown"}


def test_a_slip_is_the_same_again_where_other_columns_are_left_blank() -> None:
    variant = draw_variant("cnn-table", "hard", "1")
    fields = variant.working.with_slip("kernel-not-reduced")
    column = {a.name: fields[a.name] for a in variant.working.asked if a.meaning == "rf"}
    lost = [n for n, f in marks(variant, column).items() if n in column and not f.score]
    assert lost == ["conv1_rf"]


def test_a_published_table_is_right_where_it_was_published() -> None:
    variant = example_variant("cnn-table", "lecture")
    wrong = variant.working.with_slip("kernel-not-reduced")
    assert share(variant, published(variant)) == 1
    assert len([f for f in marks(variant, wrong).values() if f.score < f.max_score]) == 1


def test_an_answer_alone_is_not_said_to_leave_nothing_to_work_out() -> None:
    field = marks(draw_variant("cnn-table", "easy", "1"), {"conv2_rf": 10, "fc1_rf": 50})["fc1_rf"]
    assert [remark.key for remark in field.remarks] == ["follow-through-alone"]
    assert field.score == 0
