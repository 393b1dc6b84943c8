"""Calls are made often enough, in orders that differ, that a memory of a program shows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import ProblemResult
from grader.report.wording import message_of
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.drawing import draw_variant
from problems.probe import Again, Call, Check, Gather, Observation, Probe, Put, Read, Witness
from problems.repetition import made_often
from problems.rule import Rule
from problems.texts import render_program
from problems.variant import Variant
from tests.warm import warm_sandbox

VARIANT = draw_variant("conv1d-code", "standard", "1")
RIGHT = render_program(
    folder("conv1d-code"), "solution.py.j2", docstring="", **VARIANT.parameters
).replace("def conv1d", "def right")

WITH_A_MEMORY = {
    "each-third-call": """
calls = []
def conv1d(vector, kernel):
    calls.append(1)
    return right(vector, kernel) + (len(calls) % 3 == 0)
""",
    "each-fifth-call-of-a-global": """
calls = 0
def conv1d(vector, kernel):
    global calls
    calls += 1
    return right(vector, kernel) + (calls % 5 == 0)
""",
    "default-argument": """
def conv1d(vector, kernel, out=[]):
    out += list(right(vector, kernel))
    return np.array(out)
""",
    "cache-by-shape": """
cache = {}
def conv1d(vector, kernel):
    return cache.setdefault((vector.shape, kernel.shape), right(vector, kernel))
""",
    "buffer": """
buffer = np.zeros(1000)
def conv1d(vector, kernel):
    out = right(vector, kernel)
    buffer[: len(out)] += out
    return buffer[: len(out)].copy()
""",
    "no-more": """
calls = []
def conv1d(vector, kernel):
    calls.append(1)
    if len(calls) > 2:
        raise ValueError("no more")
    return right(vector, kernel)
""",
}

WITH_A_MEMORY |= {
    "kept-by-the-place-in-memory": """
cache = {}
def conv1d(vector, kernel):
    return cache.setdefault((id(vector), id(kernel)), right(vector, kernel))
""",
    "first-kernel-of-a-length": """
kernels = {}
def conv1d(vector, kernel):
    return right(vector, kernels.setdefault(len(kernel), kernel))
""",
    "first-vector-of-a-length": """
vectors = {}
def conv1d(vector, kernel):
    return right(vectors.setdefault(len(vector), vector), kernel)
""",
    "same-object-again": """
last = []
def conv1d(vector, kernel):
    again = bool(last) and last[0] is vector
    last[:] = [vector]
    return right(vector, kernel) + again
""",
}
IN_OTHER_ORDERS = {
    "shorter-than-before": """
before = 0
def conv1d(vector, kernel):
    global before
    is_shorter, before = len(vector) < before, len(vector)
    return right(vector, kernel) + is_shorter
""",
    "longer-than-before": """
before = 99
def conv1d(vector, kernel):
    global before
    is_longer, before = len(vector) > before, len(vector)
    return right(vector, kernel) + is_longer
""",
    "another-kernel-than-before": """
before = None
def conv1d(vector, kernel):
    global before
    is_other, before = before not in (None, len(kernel)), len(kernel)
    return right(vector, kernel) + is_other
""",
    "from-the-eleventh-call-on": """
calls = 0
def conv1d(vector, kernel):
    global calls
    calls += 1
    return right(vector, kernel) + (calls > 10)
""",
}
AT_RANDOM = {
    "numpy": """
def conv1d(vector, kernel):
    return right(vector, kernel) + (np.random.rand() < 0.3)
""",
    "random": """
import random
def conv1d(vector, kernel):
    return right(vector, kernel) + (random.random() < 0.2)
""",
}

WITH_A_HARMLESS_ONE = {
    "cache-by-content": """
cache = {}
def conv1d(vector, kernel):
    key = (vector.tobytes(), kernel.tobytes(), str(vector.dtype), str(kernel.dtype))
    return cache.setdefault(key, right(vector, kernel))
""",
    "counter-that-is-printed": """
calls = 0
def conv1d(vector, kernel):
    global calls
    calls += 1
    print(calls)
    return right(vector, kernel)
""",
    "cache-of-what-is-equal": """
known = [None, None, None]
def conv1d(vector, kernel):
    if not (np.array_equal(known[0], vector) and np.array_equal(known[1], kernel)):
        known[:] = vector, kernel, right(vector, kernel)
    return known[2].copy()
""",
    "random-start-that-does-not-matter": """
def conv1d(vector, kernel):
    out = np.random.randn(len(right(vector, kernel)))
    out[:] = right(vector, kernel)
    return out
""",
    "buffer-that-is-cleared": """
buffer = np.zeros(1000)
def conv1d(vector, kernel):
    out = right(vector, kernel)
    buffer[:] = 0
    buffer[: len(out)] += out
    return buffer[: len(out)].copy()
""",
}


def marked(program: str, variant: Variant = VARIANT) -> ProblemResult:
    sheet = Sheet("1", "en", (Problem("1", variant),))
    cells = (Cell("import numpy as np\n"), Cell(program, None, 1, "1"))
    (result,) = grade(Submission(sheet, cells), sandbox=warm_sandbox()).problems
    return result


@pytest.mark.parametrize("name", WITH_A_MEMORY)
def test_a_memory_shows_and_is_one_mistake(name: str) -> None:
    result = marked(RIGHT + WITH_A_MEMORY[name])
    assert [field.name for field in result.fields if field.score < field.max_score] == ["integers"]
    assert {field.slips for field in result.fields} - {()} == {("state-kept",)}


@pytest.mark.parametrize("name", IN_OTHER_ORDERS)
def test_what_depends_on_the_call_before_shows_in_calls_of_other_lengths(name: str) -> None:
    result = marked(RIGHT + IN_OTHER_ORDERS[name])
    (lost,) = [field for field in result.fields if field.score < field.max_score]
    assert (lost.name, lost.score) == ("decimals", 0)
    assert lost.slips in (("state-kept",), ())


@pytest.mark.parametrize("name", AT_RANDOM)
def test_what_is_wrong_at_random_shows_since_each_check_has_random_numbers_of_its_own(
    name: str,
) -> None:
    result = marked(RIGHT + AT_RANDOM[name])
    assert result.score < result.max_score
    assert ("state-kept",) in {field.slips for field in result.fields}


def test_values_that_were_never_right_are_not_excused_by_a_memory() -> None:
    result = marked(
        RIGHT
        + "calls = []\ndef conv1d(vector, kernel):\n    calls.append(1)\n"
        + "    return len(calls) * right(vector, kernel) + len(calls)\n"
    )
    assert result.score == 0


def test_values_that_are_drawn_at_random_earn_nothing() -> None:
    result = marked(
        RIGHT
        + "def conv1d(vector, kernel):\n    out = right(vector, kernel)\n"
        + "    return np.random.rand() * out + np.random.randn(*out.shape)\n"
    )
    assert result.score == 0
    assert {field.slips for field in result.fields} == {()}


@pytest.mark.parametrize("name", WITH_A_HARMLESS_ONE)
def test_a_right_program_that_remembers_something_keeps_its_marks(name: str) -> None:
    result = marked(RIGHT + WITH_A_HARMLESS_ONE[name])
    assert result.score == result.max_score > 0


def test_it_is_said_that_the_same_call_gave_another_value() -> None:
    result = marked(RIGHT + WITH_A_MEMORY["each-third-call"])
    told = message_of(result.fields[0], "conv1d-code", "en")
    assert "something is left from earlier calls" in told
    assert "the same call, made 3 times, gave another value the last time" in told


def test_a_layer_that_counts_the_passes_of_all_layers_is_found_out() -> None:
    variant = Variant(
        family("conv1d-layer-code"),
        "easy",
        "1",
        {"kernel": 1, "stride": 1, "padding": 0, "bias": False},
    )
    result = marked(
        "class LayerConv1d:\n    passes = []\n    def __init__(self, w):\n        self.w = w\n"
        "    def fwd_pass(self, p):\n        self.p = p\n        self.passes.append(1)\n"
        "        return self.w * p + (len(self.passes) % 3 == 0)\n"
        "    def bwd_pass(self, dq):\n        self.dw = np.dot(dq, self.p)\n"
        "        return self.w * dq\n",
        variant,
    )
    assert result.score == result.max_score - 3
    assert {field.slips for field in result.fields} - {()} == {("state-kept",)}


def doubled(value: float, aside: bool = False) -> Check:
    probe = Probe()
    probe.put("x", value)
    probe.call("y", "double", "x")
    probe.read("y", "double(x)", Rule("double", lambda x: 2 * x), x=value)
    if aside:
        probe.call_aside("own", "z", "double", x=np.ones(2))
    return Check("double", probe)


@pytest.mark.parametrize("turn", range(8))
def test_each_run_comes_again_and_the_hidden_one_first(turn: int) -> None:
    probe = made_often(doubled(1.0), doubled(2.0), turn).probe
    assert len(probe.observations) == 2
    assert probe.more_from == 6
    assert probe.more[0] == Again(1)
    assert {vars(each)["number"] for each in probe.more} == {0, 1}
    later = [step.value for step in probe.steps[6:] if isinstance(step, Put)]
    numbers = [each.number for each in probe.more if isinstance(each, Again)]
    assert later == [(1.0, 2.0)[number] for number in numbers]  # each with its own input, anew
    assert sum(isinstance(step, Call) for step in probe.steps) >= 8


@pytest.mark.parametrize("turn", range(4))
def test_a_run_that_comes_twice_in_a_row_is_of_the_same_objects(turn: int) -> None:
    puts = [
        step
        for step in made_often(doubled(1.0), doubled(2.0), turn).probe.steps[6:]
        if isinstance(step, Put)
    ]
    values = [step.value for step in puts]
    twice = [False, *(one == before for before, one in pairwise(values))]
    assert [step.again for step in puts] == twice
    assert any(twice)


def test_calls_that_are_not_shown_come_again_in_the_opposite_order() -> None:
    hidden = doubled(2.0)

    def unseen() -> None:
        for number in (3.0, 4.0):
            hidden.probe.put("x", number)
            hidden.probe.call("y", "double", "x")
            hidden.probe.read("y", "double(x)", Rule("double", lambda x: 2 * x), x=number)

    hidden.probe.go_on_unseen(unseen)
    probe = made_often(doubled(1.0), hidden, 0).probe
    assert [step.value for step in probe.steps if isinstance(step, Put)][-6:] == [
        *(2.0, 3.0, 4.0),
        *(4.0, 3.0, 2.0),
    ]
    outcomes = [*probe.observations, *probe.more]
    again = [outcomes[each.number] for each in probe.more[-3:] if isinstance(each, Again)]
    inputs = [one.inputs["x"] for one in again if isinstance(one, Observation)]
    assert inputs == [4.0, 3.0, 2.0]


def test_all_readings_of_a_call_come_again_with_it() -> None:
    hidden = doubled(2.0)

    def unseen() -> None:
        for number in (3.0, 4.0):
            hidden.probe.put("x", number)
            hidden.probe.call("y", "table", "x")
            rule = Rule("doubles", lambda x: [2 * x])
            hidden.probe.read_columns("y", "table(x)", [(rule, {"x": number})] * 2)

    hidden.probe.go_on_unseen(unseen)
    probe = made_often(doubled(1.0), hidden, 0).probe
    outcomes = [*probe.observations, *probe.more]
    again = [outcomes[each.number] for each in probe.more[-5:] if isinstance(each, Again)]
    inputs = [one.inputs["x"] for one in again if isinstance(one, Observation)]
    assert inputs == [4.0, 4.0, 3.0, 3.0, 2.0]
    kinds = [type(step).__name__ for step in probe.steps[-11:]]
    assert kinds == [*("Put", "Call", "Read", "Read") * 2, *("Put", "Call", "Read")]


def test_orders_differ_from_one_check_to_the_next() -> None:
    orders = {
        tuple(map(str, made_often(doubled(1.0), doubled(2.0), n).probe.more)) for n in (0, 1, 2)
    }
    assert len(orders) == 3


def test_what_is_called_aside_is_read_once_for_each_run() -> None:
    probe = made_often(doubled(1.0, aside=True), doubled(2.0, aside=True), 0).probe
    witnesses = [each for each in probe.more if isinstance(each, Witness)]
    assert witnesses == [Witness(1, "own"), Witness(0, "own")]
    readings = [step for step in probe.steps if isinstance(step, Read)]
    assert len(readings) == len(probe.observations) + len(probe.more)


IN_OTHER_CALLS = {
    "cache-by-the-kernel": (
        "cache = {}\ndef conv1d(vector, kernel):\n"
        "    return cache.setdefault(kernel.tobytes(), right(vector, kernel))\n",
        "state-kept",
    ),
    "cache-by-the-vector": (
        "cache = {}\ndef conv1d(vector, kernel):\n"
        "    return cache.setdefault(vector.tobytes(), right(vector, kernel))\n",
        "state-kept",
    ),
    "room-for-forty-cells": (
        "def conv1d(vector, kernel):\n    return right(vector[:40], kernel)\n",
        None,
    ),
}


@pytest.mark.parametrize("name", IN_OTHER_CALLS)
def test_a_long_vector_and_a_kernel_that_comes_again_show_what_is_kept(name: str) -> None:
    program, slip = IN_OTHER_CALLS[name]
    result = marked(RIGHT + program)
    (lost,) = [field for field in result.fields if field.score < field.max_score]
    assert (lost.name, lost.slips) == ("decimals", (slip,) if slip else ())


OVERWRITTEN = """
buffer = np.zeros(1000)
def conv1d(vector, kernel):
    out = right(vector, kernel)
    buffer[: len(out)] = out
    return buffer[: len(out)]
"""


def test_a_result_that_a_later_call_overwrites_is_one_mistake_and_told() -> None:
    result = marked(RIGHT + OVERWRITTEN)
    assert [f.name for f in result.fields if f.score < f.max_score] == ["integers"]
    assert {field.slips for field in result.fields} - {()} == {("result-overwritten",)}
    told = message_of(result.fields[0], "conv1d-code", "en")
    assert "a later call changes what an earlier one gave" in told
    assert "right, but the value is a different one after later calls" in told


LAYER = Variant(
    family("conv1d-layer-code"),
    "standard",
    "1",
    {"kernel": 3, "stride": 1, "padding": 1, "bias": False},
)
LAYER_RIGHT = render_program(
    folder("conv1d-layer-code"), "solution.py.j2", docstring="", **LAYER.parameters
)
IN_LAYERS: dict[str, tuple[str, dict[str, str | None]]] = {
    "output-buffer-of-the-layer": (
        "class LayerConv1d(Right):\n    def fwd_pass(self, p):\n"
        "        q = super().fwd_pass(p)\n"
        "        if not hasattr(self, 'q') or len(self.q) != len(q):\n"
        "            self.q = np.zeros(len(q))\n"
        "        self.q[:] = q\n        return self.q\n",
        {"latest-input": "result-overwritten"},
    ),
    "output-buffer-of-one-size": (
        "class LayerConv1d(Right):\n    buffer = np.zeros(500)\n    def fwd_pass(self, p):\n"
        "        q = super().fwd_pass(p)\n        self.buffer[: len(q)] = q\n"
        "        return self.buffer[: len(q)]\n",
        {"forward": "result-overwritten"},
    ),
    "gradient-on-the-class": (
        "class LayerConv1d(Right):\n    shared = np.zeros(3)\n    def bwd_pass(self, dq):\n"
        "        dp = super().bwd_pass(dq)\n        self.shared[:] = self.dw\n"
        "        self.dw = self.shared\n        return dp\n",
        {"kernel-gradient": "result-overwritten"},
    ),
    "from-the-fourth-pass-on": (
        "class LayerConv1d(Right):\n    def fwd_pass(self, p):\n"
        "        self.n = getattr(self, 'n', 0) + 1\n"
        "        return super().fwd_pass(p) + (self.n > 3)\n",
        {"forward": "state-kept"},
    ),
    "from-the-fourth-pass-back-on": (
        "class LayerConv1d(Right):\n    def bwd_pass(self, dq):\n"
        "        self.n = getattr(self, 'n', 0) + 1\n"
        "        return super().bwd_pass(dq) + (self.n > 3)\n",
        {"two-backward-passes": "state-kept"},
    ),
    "input-size-kept": (
        "class LayerConv1d(Right):\n    def bwd_pass(self, dq):\n"
        "        dp = super().bwd_pass(dq)\n        self.n = getattr(self, 'n', len(dp))\n"
        "        return np.pad(dp, (0, max(0, self.n - len(dp))))[: self.n]\n"
        "    def fwd_pass(self, p):\n        self.n = getattr(self, 'n', len(p))\n"
        "        return super().fwd_pass(p)\n",
        {"latest-input": None},
    ),
}


@pytest.mark.parametrize("name", IN_LAYERS)
def test_what_a_layer_keeps_shows_in_later_passes_and_other_lengths(name: str) -> None:
    program, expected = IN_LAYERS[name]
    result = marked(LAYER_RIGHT.replace("LayerConv1d", "Right") + program, LAYER)
    lost = {f.name: f.slips for f in result.fields if f.score < f.max_score}
    assert lost == {check: (slip,) if slip else () for check, slip in expected.items()}


@pytest.mark.parametrize(
    ("program", "key"),
    [
        (
            "        self.w = self.w - 0.1 * self.dw\n        return dp\n",
            "check-wrong-after-others",
        ),
        (
            "        self.first = getattr(self, 'first', dp)\n        return self.first\n",
            "check-value-of-another-call",
        ),
    ],
)
def test_it_is_told_whether_a_value_is_that_of_another_call_or_only_wrong_after_it(
    program: str, key: str
) -> None:
    head = "class LayerConv1d(Right):\n    def bwd_pass(self, dq):\n"
    back = f"{head}        dp = super().bwd_pass(dq)\n{program}"
    result = marked(LAYER_RIGHT.replace("LayerConv1d", "Right") + back, LAYER)
    (field,) = [one for one in result.fields if one.score < one.max_score]
    assert (field.name, field.slips) == ("two-backward-passes", ("state-kept",))
    assert [remark.key for remark in field.remarks][1:] == [key]


def test_what_is_gathered_is_gathered_anew_of_the_objects_of_each_turn() -> None:
    def made(value: int) -> Check:
        probe = Probe()
        probe.put("w", value)
        probe.call("layer", "Layer", "w")
        probe.gather("layers", "layer")
        probe.call("y", "learn", "layers")
        probe.read("y", "learn(layers)", Rule("double", lambda x: 2 * x), x=value)
        return Check("one", probe)

    steps = made_often(made(3), made(5), turn=0).probe.steps
    gathered = [(step.name, step.parts) for step in steps if isinstance(step, Gather)]
    assert ("layers_before", ("layer_before",)) in gathered
    assert gathered.count(("layers", ("layer",))) == len(gathered) - 1
    calls = [
        step.arguments for step in steps if isinstance(step, Call) and step.function == "learn"
    ]
    assert ("layers_before",) in calls
