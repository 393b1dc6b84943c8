"""The table drives these: what must hold for every operation of the engine."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from reference import global_pooling, separable, symbolic
from reference.operations import OPERATIONS, Operation
from reference.statements import second_statement, shared_imports
from tests.reference import laws
from tests.reference.cases import DRAWN
from tests.reference.laws import EXACT_KINDS, verify
from tests.test_architecture import ROOT, imports_of, modules_under

EVERY = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
# Whole or rational by their nature; and softmax has equal whole logits among its cases.
NEVER_FLOAT = {*list(DRAWN)[: list(DRAWN).index("pad")], "one_hot", "is_separable", "softmax"}
NEVER_FLOAT |= {"column_factor", "row_factor", "separability", "stack", "parameter_shapes"}
NEVER_FLOAT |= {"component"}  # which is NumPy's number of an array


def those(condition: str) -> pytest.MarkDecorator:
    chosen = [each for each in OPERATIONS if getattr(each, condition)]
    return pytest.mark.parametrize("operation", chosen, ids=lambda each: each.name)


@EVERY
def test_both_statements_find_the_same_and_refuse_the_same(operation: Operation) -> None:
    verify(laws.engines_agree, operation, examples=60)


@those("exact")
def test_exact_input_has_an_exact_result(operation: Operation) -> None:
    verify(laws.is_exact_for_exact_input, operation, EXACT_KINDS, examples=10)


@pytest.mark.parametrize("name", sorted(laws.BY_NAME.keys() - NEVER_FLOAT))
def test_floats_stay_floats(name: str) -> None:
    verify(laws.stays_float, laws.BY_NAME[name], ("float",), examples=10)


@EVERY
def test_an_input_is_neither_changed_nor_handed_out(operation: Operation) -> None:
    verify(laws.keeps_its_input, operation, examples=15)


@those("linear_in")
def test_linear_operations_are_linear(operation: Operation) -> None:
    verify(laws.is_linear, operation, EXACT_KINDS, examples=8)


@those("adjoints")
def test_a_linear_operation_and_its_gradient_are_adjoint(operation: Operation) -> None:
    verify(laws.has_its_adjoints, operation, EXACT_KINDS, examples=15)


@pytest.mark.parametrize(
    "operation",
    [each for each in OPERATIONS if each.adjoints or each.gradients],
    ids=lambda each: each.name,
)
def test_a_gradient_is_the_slope_of_a_small_step(operation: Operation) -> None:
    verify(laws.has_its_gradients, operation, ("distinct",), examples=4)


@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize("verb", ["correlate", "convolve"])
def test_convolutions_commute_with_shifts(verb: str, axes: int) -> None:
    operation = laws.BY_NAME[f"{verb}{axes}d"]
    verify(laws.commutes_with_shifts, operation, ("rational", "float"), examples=10)


def test_every_operation_has_cases_and_a_name_of_its_own() -> None:
    assert sorted(each.name for each in OPERATIONS) == sorted(DRAWN)


def test_every_public_function_is_in_the_table_or_has_a_reason_not_to_be() -> None:
    predicates = {global_pooling.is_global_max_subgradient, separable.is_column_factor}
    modules = (
        "sizes",
        "map_shapes",
        "costs",
        "receptive_field",
        "padding",
        "convolution",
        "pooling",
        "relu",
    )
    more = ("affine", "softmax", "descent", "separable", "global_pooling", "tensors", "model")
    listed = {each.function for each in OPERATIONS}
    for module in (*modules, *more):
        loaded = sys.modules[f"reference.{module}"]
        functions = {getattr(loaded, name) for name in loaded.__all__ if name.islower()}
        own = {f for f in functions if f.__module__.startswith("reference")} - predicates
        apart = {"padding_pairs", "pad_axes", "layer_shapes", "least_margin", "unchanged_data"}
        assert {f.__name__ for f in own - listed} <= apart


@EVERY
def test_a_counterpart_has_the_same_parameters_and_defaults(operation: Operation) -> None:
    counterpart = second_statement(operation.function)
    assert counterpart is not None
    here, there = (
        [(p.name, p.default, p.kind) for p in inspect.signature(f).parameters.values()]
        for f in (operation.function, counterpart)
    )
    assert here == there


def test_predicates_and_strangers_have_no_counterpart() -> None:
    assert second_statement(global_pooling.is_global_max_subgradient) is None
    assert second_statement(separable.is_column_factor) is None
    assert second_statement(len) is None
    assert second_statement(lambda s: s) is None


def test_a_function_of_the_same_name_from_elsewhere_has_no_counterpart() -> None:
    def softmax(s: object) -> object:
        return s

    assert second_statement(softmax) is None


def test_symbolic_functions_have_the_counterpart_of_their_namesakes() -> None:
    for name in symbolic.__all__:
        counterpart = second_statement(getattr(symbolic, name))
        assert counterpart is not None
        assert counterpart.__module__.startswith("reference.autograd.")
        assert counterpart.__name__ == name


def test_the_engine_imports_neither_torch_nor_sympy() -> None:
    modules = sorted(path.stem for path in (ROOT / "reference").glob("*.py"))
    light = [m for m in modules if m not in {"__init__", "symbolic"}]
    code = (
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        + "".join(f"import reference.{module}\n" for module in light)
        + "print([m for m in ('torch', 'sympy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@EVERY
def test_the_two_statements_of_an_operation_share_nothing(operation: Operation) -> None:
    counterpart = second_statement(operation.function)
    assert counterpart is not None
    assert shared_imports(operation.function, counterpart) == frozenset()


def test_brute_force_definitions_need_no_pytorch() -> None:
    own = [m for m in modules_under(ROOT) if m.name.startswith("reference.definitions")]
    targets = {each.target.split(".")[0] for module in own for each in imports_of(module)}
    assert own
    assert "torch" not in targets
