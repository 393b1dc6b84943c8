"""What holds for every family there is, on many seeds of each level (``--seeds``).

The families come from the catalogue, so that a new one is covered as soon as its folder is there.
Seeds go in batches: a batch is drawn once, and what students might hand in of it (the model
solution, nothing at all, work with one slip) is marked in one sandbox, each as a sheet of its own.
The slips take turns, so that each is made on every ``TURNS``-th variant; ``--every-slip`` makes
each on every variant.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.answers.answer import NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.certification.statements import same_value
from grader.grading.grade import grade
from grader.intake.submission import read_submission
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import ProblemResult
from grader.messages.remark import Remark
from grader.render.markdown import markdown
from grader.render.script import Work, blank, mistaken, model, script
from grader.render.statement import problem_document
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, InCode, Level
from problems.forms import agree
from problems.kit import slip_programs
from problems.rule import Rule
from problems.sentences import LANGUAGES
from problems.variant import Variant, example_variant, slip_shows
from problems.working import RULE_ERRORS
from reference.statements import second_statement, shared_imports

ROOT = Path(__file__).resolve().parents[2]
BATCH = 25
TURNS = {"hand": 20, "code": 8, "torch": 40}
"""Of so many variants in a row each slip is made on one; models in PyTorch are dear to mark."""


@dataclass(frozen=True)
class Batch:
    """Some seeds of one level of a family."""

    key: str
    level: Level
    seeds: range

    def __str__(self) -> str:
        return f"{self.key}-{self.level}-{self.seeds.start}"


def batches(seeds: int) -> Iterator[Batch]:
    for key in family_keys():
        for level in LEVELS:
            for first in range(0, seeds, BATCH):
                yield Batch(key, level, range(first, min(first + BATCH, seeds)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "batch" in metafunc.fixturenames:
        every = list(batches(metafunc.config.getoption("--seeds")))
        metafunc.parametrize("batch", every, ids=str, indirect=True, scope="module")
    if "key" in metafunc.fixturenames:
        metafunc.parametrize("key", family_keys())
    if "level" in metafunc.fixturenames:
        metafunc.parametrize("level", LEVELS)


@pytest.fixture(scope="module")
def batch(request: pytest.FixtureRequest) -> Batch:
    found: Batch = request.param
    return found


@pytest.fixture(scope="module")
def drawn(batch: Batch) -> list[Variant]:
    """The variants of the batch's seeds."""
    return [draw_variant(batch.key, batch.level, str(seed)) for seed in batch.seeds]


@pytest.fixture(scope="module")
def variants(drawn: list[Variant]) -> list[Variant]:
    """The variants as they come back from a sheet: through JSON."""
    return [as_stored(variant) for variant in drawn]


def as_stored(variant: Variant) -> Variant:
    stored = json.loads(json.dumps(variant.parameters))
    return Variant(variant.family, variant.level, variant.seed, stored)


Marked = Mapping[str, list[tuple[Variant, ProblemResult]]]


@pytest.fixture(scope="module")
def marked(
    batch: Batch,
    variants: list[Variant],
    sandbox: Sandbox,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Marked:
    """What becomes of each kind of work: ``model``, ``blank``, and slips of code by their key."""
    handed_in: list[tuple[str, Variant]] = []
    for variant, place in zip(variants, batch.seeds, strict=True):
        handed_in += [("model", variant), ("blank", variant)]
        if variant.family.kind == "code":
            every = request.config.getoption("--every-slip")
            handed_in += [(slip, variant) for slip in slips_of_turn(variant, place, every=every)]
    works: dict[str, Callable[[Problem], Work]] = {"model": model, "blank": blank}

    language = LANGUAGES[batch.seeds.start // BATCH % len(LANGUAGES)]
    path = tmp_path_factory.mktemp("sheet") / "submission.py"
    found: dict[str, list[tuple[Variant, ProblemResult]]] = {}
    for name, variant in handed_in:
        work = works.get(name, partial(mistaken, slip=name))
        sheet = Sheet(variant.seed, language, (Problem("1", variant),))
        path.write_text(script(sheet, work), encoding="utf-8")
        result = grade(read_submission(path), sandbox=sandbox)
        assert result.incidents == ()
        found.setdefault(name, []).append((variant, result.problems[0]))
    return found


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


def slips_of(variant: Variant) -> tuple[str, ...]:
    """The keys of all mistakes that are known of a variant's family."""
    if isinstance(variant.family.task, ByHand):
        return variant.working.slip_keys
    return tuple(slip_programs(variant.family, folder(variant.family.key)))


def slips_of_turn(variant: Variant, place: int, *, every: bool) -> tuple[str, ...]:
    """The slips that are made on the variant at this place in the row."""
    task = variant.family.task
    kind = "torch" if isinstance(task, InCode) and task.torch else variant.family.kind
    turns = 1 if every else TURNS[kind]
    return slips_of(variant)[place % turns :: turns]


def lost_marks(result: ProblemResult) -> str:
    """What did not get full marks, for the message of a failed test."""
    lost = [
        (f.name, f.outcome.value, f.found, f.expected, f.slips, f.remarks)
        for f in result.fields
        if f.score < f.max_score or f.outcome is not Outcome.CORRECT
    ]
    return f"{result.family}:{result.level}: {lost}"


def code_slip_shows(variant: Variant, key: str) -> bool:
    """Whether a mistake in a program changes anything that is observed, by its rules' slips."""
    task = variant.family.task
    assert isinstance(task, InCode)
    if any(style.slip == key for style in task.style):
        return True
    for check in variant.checks:
        for seen in check.probe.observations:
            for slip in seen.rule.slips:
                if slip.key != key:
                    continue
                if slip.any_value or slip.crashes:
                    return True
                try:
                    wrong = slip(seen.inputs)
                except RULE_ERRORS:
                    continue
                if not agree(seen.form, wrong, seen.rule(seen.inputs)):
                    return True
    return False


# -- many seeds ------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_parameters_and_the_same_checks(
    batch: Batch, drawn: list[Variant]
) -> None:
    again = draw_variant(batch.key, batch.level, drawn[0].seed)
    assert json.dumps(again.parameters) == json.dumps(drawn[0].parameters)
    assert data_of(again) == data_of(drawn[0])


def test_what_a_sheet_stores_is_what_was_drawn(
    drawn: list[Variant], variants: list[Variant]
) -> None:
    for before, after in zip(drawn, variants, strict=True):
        assert data_of(after) == data_of(before), before.seed


def data_of(variant: Variant) -> str:
    """All that a variant leads to: its true values, or the inputs of its checks."""
    if isinstance(variant.family.task, ByHand):
        return repr(list(variant.truth.items()))
    return repr(
        [(c.name, c.marks, [plain(vars(s)) for s in c.probe.steps]) for c in variant.checks]
    )


def plain(value: Any) -> Any:
    """Arrays by their bytes, whatever they are in."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, tuple | list) else value


def test_the_engines_agree_on_every_derived_quantity(variants: list[Variant]) -> None:
    for variant in variants:
        compare_engines(variant)


def compare_engines(variant: Variant) -> None:
    """Fails where a rule gives another value with the second engine than with the first."""
    for where, rule, inputs in rules_applied(variant):
        second = second_statement(rule.function)
        assert second is not None, f"the rule {rule.key!r} has no second statement"
        expected = rule.but(function=second)(inputs)
        assert same_value(rule(inputs), expected), (
            f"{variant.family.key}:{variant.level} seed {variant.seed}, {where}"
        )


def rules_applied(variant: Variant) -> Iterator[tuple[str, Any, Mapping[str, Any]]]:
    if isinstance(variant.family.task, ByHand):
        for step in variant.working.steps:
            yield step.name, step.rule, variant.working.inputs(step)
    else:
        for check in variant.checks:
            for seen in check.probe.observations:
                yield f"{check.name}, {seen.what}", seen.rule, seen.inputs


def test_the_model_solution_gets_full_marks(marked: Marked) -> None:
    for variant, result in marked["model"]:
        assert result.max_score > 0
        assert all(f.outcome is Outcome.CORRECT for f in result.fields), (
            variant.seed,
            lost_marks(result),
        )
        assert result.score == result.max_score


def test_a_blank_sheet_earns_nothing_and_is_called_unanswered_not_wrong(marked: Marked) -> None:
    for variant, result in marked["blank"]:
        assert result.score == 0
        assert {f.outcome for f in result.fields} == {Outcome.UNANSWERED}, variant.seed
        assert not any(f.slips for f in result.fields)


def test_a_slip_loses_marks_and_is_named(
    batch: Batch, variants: list[Variant], request: pytest.FixtureRequest
) -> None:
    if family(batch.key).kind == "hand":
        for variant, place in zip(variants, batch.seeds, strict=True):
            every = request.config.getoption("--every-slip")
            for key in slips_of_turn(variant, place, every=every):
                judge_slip_by_hand(variant, key)
        return
    marked: Marked = request.getfixturevalue("marked")
    for key, results in marked.items():
        if key not in ("model", "blank"):
            for variant, result in results:
                judge_slip_in_code(variant, key, result)


def judge_slip_by_hand(variant: Variant, key: str) -> None:
    """A slip that shows costs marks and is named; one that does not show costs nothing."""
    carried = variant.working.with_slip(key)
    answers = {
        asked.name: read_answer(asked.form, carried[asked.name])
        if asked.name in carried
        else NoValue(Outcome.UNANSWERED, Remark("blank"))
        for asked in variant.working.asked
    }
    fields = mark_by_hand(variant.working, answers)
    lost = sum(f.max_score for f in fields) - sum(f.score for f in fields)
    message = f"{variant.family.key}:{variant.level} seed {variant.seed}, slip {key}"
    if slip_shows(variant, key):
        assert lost > 0, f"{message} costs nothing"
        assert any(key in f.slips for f in fields), f"{message} is not named"
    else:
        assert lost == 0, f"{message} does not show but costs {lost}"


def judge_slip_in_code(variant: Variant, key: str, result: ProblemResult) -> None:
    """A program that differs from the right one is named; one that cannot gets full marks."""
    message = f"{variant.family.key}:{variant.level} seed {variant.seed}, slips/{key}.py.j2"
    if code_slip_shows(variant, key):
        assert result.score < result.max_score, f"{message} costs nothing"
        assert any(key in f.slips for f in result.fields), f"{message}: {lost_marks(result)}"
    else:
        assert result.score == result.max_score, f"{message}: {lost_marks(result)}"


# -- each family, each level -----------------------------------------------------------------------


def test_other_seeds_give_other_parameters(key: str, level: Level) -> None:
    # Ten different variants, or, where a level has fewer, all of them: no further seed adds one.
    enough = 10
    seen: set[str] = set()
    for seed in range(200):
        seen.add(parameters(key, level, seed))
        if len(seen) == enough:
            return
    is_code = isinstance(family(key).task, InCode)  # then the inputs of its checks differ
    assert is_code or len(seen) > 1, f"{key}:{level} has one variant only"
    assert {parameters(key, level, seed) for seed in range(200, 400)} <= seen


def parameters(key: str, level: Level, seed: int) -> str:
    return json.dumps(draw_variant(key, level, str(seed)).parameters, sort_keys=True)


def test_there_are_at_least_six_slips_and_those_of_the_core_are_among_them(
    key: str, level: Level
) -> None:
    variant = draw_variant(key, level, "0")
    slips = slips_of(variant)
    assert len(slips) >= 6
    assert set(variant.family.core.get(level, ())) <= set(slips)
    if variant.family.kind == "hand":
        assert variant.family.core.get(level), "an exercise by hand has core slips at each level"


def test_every_slip_of_a_family_shows_on_some_seed_or_example(key: str) -> None:
    drawn = (draw_variant(key, level, str(seed)) for seed in count() for level in LEVELS)
    examples = (example_variant(key, name) for name in family(key).examples)  # with ties, say
    hidden: set[str] | None = None
    for variant in chain(islice(drawn, 30), examples):
        hidden = set(slips_of(variant)) if hidden is None else hidden
        shows = slip_shows if variant.family.kind == "hand" else code_slip_shows
        hidden = {slip for slip in hidden if not shows(variant, slip)}
        if not hidden:
            return
    assert not hidden, (
        f"on 30 variants and the examples these change nothing: {sorted(hidden or ())}"
    )


def test_every_slip_of_a_family_has_the_inputs_that_it_needs_somewhere(key: str) -> None:
    variants = [draw_variant(key, level, str(seed)) for level in LEVELS for seed in range(4)]
    every, possible = set(), set()
    for variant in variants:
        for rule, names in rules_in_use(variant):
            every |= {(rule.key, slip.key) for slip in rule.slips}
            possible |= {(rule.key, s.key) for s in rule.slips if not s.missing(names)}
    assert every - possible == set()


def rules_in_use(variant: Variant) -> Iterator[tuple[Rule, frozenset[str]]]:
    """The rules of a working or of its checks, with the names of what is in sight of each."""
    if isinstance(variant.family.task, ByHand):
        yield from ((step.rule, frozenset(step.inputs)) for step in variant.working.steps)
        return
    for seen in chain.from_iterable(check.probe.observations for check in variant.checks):
        yield seen.rule, frozenset(seen.inputs)


def test_every_rule_of_a_family_has_two_statements_that_share_nothing(key: str) -> None:
    """At all levels and in all examples, where a kind of layer may be that is drawn rarely."""
    drawn = (draw_variant(key, level, str(seed)) for level in LEVELS for seed in range(4))
    examples = (example_variant(key, name) for name in family(key).examples)
    functions = {
        rule.key: rule.function for v in chain(drawn, examples) for rule, _ in rules_in_use(v)
    }
    assert functions
    for rule, function in functions.items():
        second = second_statement(function)
        assert second is not None, f"the rule {rule!r} has no second statement"
        assert shared_imports(function, second) == frozenset(), rule


def test_every_example_renders_in_every_language_with_its_solution(key: str) -> None:
    assert family(key).examples, "a family has at least one published example"
    for name in family(key).examples:
        problem = Problem("1", example_variant(key, name))
        pages = {markdown(problem_document(problem, one, solution=True)) for one in LANGUAGES}
        assert len(pages) == len(LANGUAGES)
        for page in pages:
            assert "{{" not in page
            assert "{%" not in page


def test_every_example_is_marked_like_any_variant(key: str, tmp_path: Path) -> None:
    examples = [example_variant(key, name) for name in family(key).examples]
    problems = tuple(Problem(str(n), v) for n, v in enumerate([*examples, *examples], start=1))
    path = tmp_path / "submission.py"
    sheet = Sheet("examples", "en", problems)
    path.write_text(
        script(sheet, lambda p: (model if int(p.key) <= len(examples) else blank)(p)),
        encoding="utf-8",
    )
    results = grade(read_submission(path)).problems
    for right, nothing in zip(results[: len(examples)], results[len(examples) :], strict=True):
        assert right.score == right.max_score, lost_marks(right)
        assert nothing.score == 0
