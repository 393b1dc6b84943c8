"""Sheets are drawn from a seed, and a file says which sheet it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from grader.messages.say import said_in
from grader.sheet.bounds import are_affordable, could_be_drawn
from grader.sheet.header import header_lines, read_header
from grader.sheet.sheet import (
    DEFAULT_PROBLEMS,
    Problem,
    Sheet,
    SheetError,
    as_language,
    as_level,
    draw_sheet,
    requested_variant,
)
from problems.catalogue import family, family_keys
from problems.family import LEVELS, ByHand
from problems.variant import Variant
from tests.grader.work import work_of

MIXED = ("cnn-table:easy", "conv1d-code:hard", "cnn-table@lecture")


def described(sheet: Sheet) -> list[tuple[object, ...]]:
    return [
        (p.key, p.variant.family.key, p.variant.level, p.variant.seed, p.variant.parameters)
        for p in sheet.problems
    ]


def test_the_problems_of_a_sheet_are_numbered_in_order() -> None:
    sheet = draw_sheet("7", MIXED, "hr")
    assert [row[:4] for row in described(sheet)] == [
        ("1", "cnn-table", "easy", "7"),
        ("2", "conv1d-code", "hard", "7"),
        ("3", "cnn-table", "standard", "example lecture"),
    ]
    assert (sheet.name, sheet.language) == ("practice-7", "hr")


def test_the_same_seed_gives_the_same_sheet_and_another_seed_another() -> None:
    first, again, other = (draw_sheet(seed, DEFAULT_PROBLEMS, "en") for seed in ("7", "7", "8"))
    assert described(first) == described(again)
    assert all(a[4] != b[4] for a, b in zip(described(first), described(other), strict=True))


def test_a_problem_asked_for_twice_gives_two_variants() -> None:
    first, second, third = draw_sheet("7", ["cnn-table"] * 3, "en").problems
    assert [p.variant.seed for p in (first, second, third)] == ["7", "7/2", "7/3"]
    assert first.variant.parameters != second.variant.parameters != third.variant.parameters


def test_a_problem_does_not_depend_on_those_beside_it() -> None:
    alone = draw_sheet("7", ["conv1d-code:hard"], "en").problems[0]
    assert alone.variant.parameters == draw_sheet("7", MIXED, "en").problems[1].variant.parameters


def test_the_level_is_standard_if_none_is_said() -> None:
    assert requested_variant("cnn-table", "7").level == "standard"


@pytest.mark.parametrize(
    ("request_", "says"),
    [
        ("cnn-tabel", "there is no family 'cnn-tabel'; there are .*cnn-table.*'grader families'"),
        ("cnn_table", "there is no family 'cnn_table'"),
        ("", "there is no family ''"),
        ("../cnn-table", "there is no family"),
        ("cnn-table:brutal", "there is no level 'brutal'; there are easy, standard, hard"),
        ("cnn-table@lecure", "cnn-table has no published example 'lecure'; it has lecture"),
        ("cnn-tabel@lecture", "there is no family 'cnn-tabel'"),
        ("cnn-table:", "'cnn-table:' names no problem; FAMILY, FAMILY:LEVEL or FAMILY@EXAMPLE"),
        ("cnn-table@", "'cnn-table@' names no problem"),
        ("cnn-table:hard@lecture", "'cnn-table:hard@lecture' names no problem"),
        ("cnn-table:@lecture", "'cnn-table:@lecture' names no problem"),
    ],
)
def test_a_request_that_names_nothing_is_refused_with_what_there_is(
    request_: str, says: str
) -> None:
    with pytest.raises(SheetError, match=says):
        draw_sheet("7", [request_], "en")


def test_levels_and_languages_are_checked_by_name() -> None:
    assert (as_level("hard"), as_language("ru")) == ("hard", "ru")
    with pytest.raises(SheetError, match="no level 'Hard'"):
        as_level("Hard")
    with pytest.raises(SheetError, match="no sheets in 'EN'; there are en, hr, pl, ru"):
        as_language("EN")


def test_a_language_that_was_added_elsewhere_is_told_in_english() -> None:
    assert as_language("de") == "en"


@pytest.mark.parametrize("language", ["en", "hr", "pl", "ru"])
def test_a_header_is_read_back_as_the_sheet_that_it_was(language: str) -> None:
    sheet = draw_sheet("2/ž", MIXED, as_language(language))
    again = read_header("\n".join(["x = 1", *header_lines(sheet), "y = 2"]))
    assert described(again) == described(sheet)
    assert (again.seed, again.language) == ("2/ž", language)


def test_a_header_is_plain_letters_that_any_editor_keeps() -> None:
    assert all(line.isascii() for line in header_lines(draw_sheet("č", MIXED, "ru")))


def test_a_file_is_marked_as_it_was_set_and_nothing_is_drawn_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = header_lines(draw_sheet("7", MIXED, "en"))

    def fail(*_: object) -> None:
        raise AssertionError("a variant was drawn")

    monkeypatch.setattr("grader.sheet.sheet.draw_variant", fail)
    assert read_header("\n".join(lines)).problems[0].variant.truth


def test_a_seed_that_is_a_number_is_read_as_its_digits() -> None:
    lines = header_lines(draw_sheet("7", MIXED, "en"))
    assert read_header("\n".join(lines)).seed == "7"


def test_a_sheet_knows_whether_it_needs_pytorch() -> None:
    assert not draw_sheet("7", DEFAULT_PROBLEMS, "en").uses_torch
    assert draw_sheet("7", [*DEFAULT_PROBLEMS, "torch-model-code@lecture"], "en").uses_torch


def test_inputs_of_hidden_checks_are_not_in_the_header() -> None:
    sheet = draw_sheet("7", ["conv1d-code:hard"], "en")
    keys = set(sheet.problems[0].variant.parameters)
    assert keys == {"flip", "stride", "padding", "dilation", "mode"}


# -- headers that somebody made up, with a valid checksum ------------------------------------------

FUNCTION = {"flip": False, "stride": 2, "padding": 1, "dilation": 3, "mode": "edge"}
BACKPROP = family("conv2d-backprop").examples["lecture"].parameters
TABLE = family("cnn-table").examples["lecture"].parameters
SEPARABLE = family("separable-conv").examples["lecture"].parameters
SQUARE = [[row * column % 4 for column in range(200)] for row in range(200)]


def model(side: int, channels: int = 5, padding: int = 0, pool: int = 2) -> dict[str, Any]:
    layers = [
        {"kind": "conv", "channels": channels, "kernel": 3, "stride": 1, "padding": padding},
        {"kind": "relu"},
        {"kind": "max-pool", "kernel": pool, "stride": 2},
        {"kind": "flatten"},
        {"kind": "affine", "features": 7},
    ]
    return {"input": [1, side, side], "layers": layers}


def made_up(key: str, parameters: Any, seed: str = "7", count: int = 1) -> str:
    variant = Variant(family(key), "standard", seed, parameters)
    problems = tuple(Problem(str(number), variant) for number in range(1, count + 1))
    return "\n".join(header_lines(Sheet(seed, "en", problems)))


def test_what_is_made_up_but_could_have_been_drawn_is_read() -> None:
    for key, parameters in (("conv1d-code", FUNCTION), ("torch-model-code", model(14))):
        assert read_header(made_up(key, parameters)).problems[0].variant.parameters == parameters
    assert len(read_header(made_up("conv1d-code", FUNCTION, count=50)).problems) == 50


@pytest.mark.parametrize("key", family_keys())
def test_the_bounds_are_far_from_what_is_drawn(key: str) -> None:
    for level in LEVELS:
        for seed in range(20):
            variant = requested_variant(f"{key}:{level}", str(seed))
            text = "\n".join(header_lines(Sheet("7", "en", (Problem("1", variant),))))
            assert read_header(text).problems[0].variant.parameters == variant.parameters


@pytest.mark.parametrize(
    ("key", "parameters"),
    [
        ("conv1d-code", {**FUNCTION, "stride": 0}),
        ("conv1d-code", {**FUNCTION, "dilation": -1}),
        ("conv1d-code", {**FUNCTION, "mode": "{{7*7}}"}),
        ("conv1d-code", {**FUNCTION, "mode": "none"}),
        ("conv1d-code", {**FUNCTION, "padding": 10**8}),
        ("conv1d-code", {**FUNCTION, "padding": float("inf")}),
        ("conv1d-code", {**FUNCTION, "stride": 1.5}),
        ("conv1d-code", {"stride": 2}),
        ("conv1d-code", [FUNCTION]),
        ("conv1d-code", None),
        ("conv1d-layer-code", {"kernel": 3, "stride": 0, "padding": 1, "bias": False}),
        ("conv2d-backprop", {**BACKPROP, "x": SQUARE}),
        ("conv2d-backprop", {**BACKPROP, "x": [row[:60] for row in SQUARE[:60]]}),
        ("conv2d-backprop", {**BACKPROP, "rate": "1e99999999"}),
        ("conv2d-backprop", {**BACKPROP, "x": [[0] * 4] * 4}),  # it can be set, but is not sound
        ("cnn-table", {**TABLE, "input": [1, 513, 513]}),
        ("cnn-table", {**TABLE, "input": [[[[[[1]]]]]]}),
        ("cnn-table", {**TABLE, "layers": [{"kind": "zap", "name": "conv1"}]}),
        ("cnn-table", {**TABLE, "layers": [{**TABLE["layers"][0], "stride": 10_000}]}),
        ("cnn-table", {**TABLE, "layers": [{**TABLE["layers"][0], "name": "a | b"}]}),
        ("cnn-table", {**TABLE, "layers": TABLE["layers"] * 3}),
        ("cnn-table", {**TABLE, "macs": 1.0}),
        ("cnn-table", {**TABLE, "more": 1}),
        ("separable-conv", {**SEPARABLE, "groups": 0}),
        ("separable-conv", {**SEPARABLE, "channels": -16}),
        ("separable-conv", {**SEPARABLE, "kernel": [[10_000] * 3] * 3}),
        ("conv1d-code", {**FUNCTION, "stride": True}),
        ("torch-model-code", {**model(14), "layers": [{"kind": "zap"}, *model(14)["layers"]]}),
        ("torch-model-code", {**model(14), "layers": [*model(14)["layers"], {"kind": "conv"}]}),
        ("torch-model-code", model(20_000)),
        ("torch-model-code", model(512, channels=10_000, pool=510)),
        ("torch-model-code", model(9, padding=9_999)),
        ("torch-model-code", model(2)),
    ],
)
def test_a_made_up_header_is_damaged_and_little_work(key: str, parameters: Any) -> None:
    text = made_up(key, parameters)
    family_as_drawn(key)
    for table in ("refusal", "damage"):
        said_in(table)  # which is read once, whatever is refused
    work = work_of(lambda: refused(text))
    assert work.calls < 10_000
    assert work.bytes < 5_000_000


def family_as_drawn(key: str) -> None:
    """Draws what headers of a family are compared with, which is done once in a process."""
    variant = requested_variant(key, "7")
    could_be_drawn(variant.family, variant.parameters)
    read_header("\n".join(header_lines(Sheet("7", "en", (Problem("1", variant),)))))


def refused(text: str, why: str = "") -> None:
    with pytest.raises(SheetError, match=f"the header of this sheet is damaged: .*{why}"):
        read_header(text)


def test_what_a_made_up_header_would_cost_if_it_were_worked_out_is_no_little_work() -> None:
    working = family("conv2d-backprop").task
    assert isinstance(working, ByHand)
    wide = {**BACKPROP, "x": [row[:40] for row in SQUARE[:40]]}
    assert work_of(lambda: working.working(wide).solve()).calls > 10_000
    padded = Variant(family("conv1d-code"), "hard", "7", {**FUNCTION, "padding": 10**6})
    first = padded.checks[0].probe.observations[0]
    assert work_of(lambda: first.true).bytes > 5_000_000


def many(parameters: Sequence[Any], seeds: Sequence[str]) -> str:
    """A header of PyTorch problems, each with its own seed, so that each is work of its own."""
    problems = tuple(
        Problem(str(key), Variant(family("torch-model-code"), "hard", seed, each))
        for key, (each, seed) in enumerate(zip(parameters, seeds, strict=True), start=1)
    )
    return "\n".join(header_lines(Sheet("7", "en", problems)))


LARGE = model(100, channels=8)
"""A model that one problem may have, ten times as large as any that is drawn."""


def test_one_large_model_is_read_and_200_of_them_are_refused_with_little_work() -> None:
    assert read_header(many([LARGE], ["7"])).problems
    text = many([LARGE] * 200, [str(seed) for seed in range(200)])
    work = work_of(lambda: refused(text, "its 200 problems are more work"))
    assert work.calls < 200_000  # a few of each problem's numbers, to tell its size
    assert work.bytes < 5_000_000
    alone = many([LARGE], ["7"])
    assert work_of(lambda: read_header(alone)).bytes > 5_000_000


def test_one_large_problem_many_times_over_is_worked_out_once() -> None:
    problems = read_header(many([LARGE] * 200, ["7"] * 200)).problems
    assert len({id(problem.variant) for problem in problems}) == 1
    assert [problem.key for problem in problems] == [str(key) for key in range(1, 201)]


@pytest.mark.parametrize("level", LEVELS)
def test_200_drawn_models_are_no_more_than_a_sheet_may_have(level: str) -> None:
    drawn = [requested_variant(f"torch-model-code:{level}", str(seed)) for seed in range(200)]
    assert are_affordable([(each.family, each.parameters) for each in drawn])


def test_what_is_published_counts_too() -> None:
    example = family("torch-model-code").examples["lecture"].parameters
    assert read_header(many([example] * 200, ["example lecture"] * 200)).problems
    refused(many([example] * 200, [str(seed) for seed in range(200)]), "more work together")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (made_up("conv1d-code", FUNCTION, count=0), "lines are missing"),
        (made_up("conv1d-code", FUNCTION, count=201), "has 200 problems at most, not 201"),
        (made_up("conv1d-code", FUNCTION, seed="7" * 21_000), "longer than 20 KB"),
        (made_up("conv1d-code", FUNCTION, seed="7" * 201), "its seed is too long"),
        (made_up("cnn-table", TABLE, seed="\ud800"), "cannot be printed"),
    ],
    ids=["no problem", "201 problems", "long line", "long seed", "half a character"],
)
def test_a_header_of_no_sheet_is_damaged(text: str, says: str) -> None:
    with pytest.raises(SheetError, match=says):
        read_header(text)


def test_a_sheet_of_more_problems_than_a_header_may_have_is_not_drawn() -> None:
    with pytest.raises(SheetError, match="a sheet has 200 problems at most, not 201"):
        draw_sheet("7", ["conv1d-code"] * 201, "en")


def test_spaces_in_a_header_are_looked_at_once() -> None:
    with pytest.raises(SheetError, match="out of order"):  # hours, were each looked at for each
        read_header("# grader-sheet: x" + " " * 2_000_000 + "x")
