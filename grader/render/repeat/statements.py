"""The steps of a probe as statements of a script."""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from grader.render.repeat.values import in_source
from problems.forms import Numeric, Shapes
from problems.probe import (
    Again,
    Call,
    Gather,
    Gradients,
    GroupOptions,
    Kept,
    LoadParameters,
    Observation,
    ParameterShapes,
    Probe,
    Put,
    Read,
    Reading,
    SetParameters,
    Step,
    TrainedNames,
    Use,
    Witness,
)

RESERVED = frozenset(
    {
        *("np", "torch", "copy", "random", "sys", "traceback", "program", "compare", "loaded"),
        *("tensor", "laid_down", "at", "library", "fill", "call", "gradients", "set_parameters"),
        *("group_options", "len"),
    }
)
"""What the script itself calls by these names."""


class Statements:
    """The statements that carry out the steps of one probe, and the values that they name.

    ``constants`` are written before them, by name; ``uses_torch`` says whether PyTorch is needed.
    """

    def __init__(self, probe: Probe) -> None:
        self.constants: dict[str, str] = {}
        self.uses_torch = False
        self._known: dict[int, tuple[str, Any]] = {}
        self._own: set[str] = set()
        self._loaded = False
        self.lines = list(self._of(probe))

    def _of(self, probe: Probe) -> Iterator[str]:
        meant: list[Observation | Again | Kept | Witness] = [*probe.observations, *probe.more]
        place, is_hidden = 0, False
        for number, step in enumerate(probe.steps[: probe.last_from]):
            if number == probe.hidden_from:
                is_hidden = True
                yield "# from here on: inputs that a sheet does not show"
            if number == probe.more_from:
                yield "# from here on: the same calls again, in another order"
                is_hidden = True
            if not isinstance(step, Reading):
                yield self._statement(step)
                continue
            each = meant[place]
            place += 1
            if isinstance(each, Observation):
                yield self._compared(step, each, is_hidden=is_hidden)
            elif not isinstance(each, Witness):
                first = meant[each.number]
                assert isinstance(first, Observation)
                yield self._compared(step, first, is_again=True)

    # -- what is done ------------------------------------------------------------------------------

    def _statement(self, step: Step) -> str:
        match step:
            case Put(name=name, value=value, tensor=tensor, again=again):
                return self._put(name, value, tensor=tensor, again=again)
            case Gather(name=name, parts=parts, as_tuple=as_tuple):
                inside = ", ".join(map(self._name, parts))
                made = f"({inside},)" if as_tuple else f"[{inside}]"
                return f"{self._new(name)} = {made}"
            case Use(name=name, path=path):
                self.uses_torch |= path.partition(".")[0] == "torch"
                return f"{self._new(name)} = library({path!r})"
            case Call():
                return self._call(step)
            case LoadParameters():
                return self._load(step)
            case SetParameters(path=path, arrays=arrays):
                self.uses_torch = True
                return f"set_parameters({self._at(path)}, {self._all(arrays)})"
        raise TypeError(f"a script has no statement for the step {type(step).__name__}")

    def _put(self, name: str, value: Any, *, tensor: bool, again: bool) -> str:
        constant = self._constant(name, value)
        if tensor:
            self.uses_torch = True
            return f"{self._new(name)} = tensor({constant})"
        if again:
            return f"{self._name(name)} = laid_down({self._name(name)}, {constant})"
        is_changeable = isinstance(value, np.ndarray | list | tuple | dict)
        made = f"copy.deepcopy({constant})" if is_changeable else constant
        return f"{self._new(name)} = {made}"

    def _call(self, step: Call) -> str:
        function = self._at(step.function)
        positional = [self._name(each) for each in step.arguments]
        named = [f"{key}={self._name(name)}" for key, name in step.keywords.items()]
        if self._loaded:
            given = ", ".join(f"{key!r}: {self._name(n)}" for key, n in step.keywords.items())
            told = f"call({function}, [{', '.join(positional)}], {{{given}}})"
        else:
            told = f"{function}({', '.join([*positional, *named])})"
        return f"{self._new(step.result)} = {told}"

    def _load(self, step: LoadParameters) -> str:
        self.uses_torch = self._loaded = True
        scores, count = "None", "0"
        if step.forward:
            images = self._name(step.images)
            scores = f"lambda: {self._at(step.forward)}({images})"
            count = f"len({images})"
        arrays = self._all(step.arrays)
        sizes = [int(array.size) for array in step.arrays]
        model = self._at(step.path)
        return f"loaded[{step.path!r}] = (fill({model}, {arrays}, {scores}, {count}), {sizes})"

    def _all(self, arrays: Sequence[Any]) -> str:
        names = [self._constant("parameter", array) for array in arrays]
        return f"[{', '.join(names)}]"

    # -- what is looked at -------------------------------------------------------------------------

    def _compared(
        self, step: Reading, one: Observation, *, is_hidden: bool = False, is_again: bool = False
    ) -> str:
        more: dict[str, str] = {}
        if one.rule.accepts is not None and isinstance(one.form, Numeric):
            more["several"] = "True"
        if one.column is not None:
            more["column"] = f"({one.column.place}, {one.column.of})"
        match one.form:
            case Numeric(rtol=rtol, atol=atol):
                kind = "numbers"
                more |= (
                    {}
                    if (rtol, atol) == (1e-4, 1e-4)
                    else {
                        "rtol": repr(rtol),
                        "atol": repr(atol),
                    }
                )
            case Shapes():
                kind = "shapes"
            case _:
                kind = "data"
        if is_again:
            more["again"] = "True"
        expected = self._constant("expected", one.true)
        told = "".join(f", {key}={value}" for key, value in more.items())
        what = f"{one.what} (not shown)" if is_hidden or not one.shown else one.what
        return f"compare.{kind}({what!r}, {self._value(step)}, {expected}{told})"

    def _value(self, step: Reading) -> str:
        match step:
            case Read(path=path):
                return self._at(path)
            case ParameterShapes(path=path):
                return f"[tuple(one.shape) for one in {self._at(path)}.parameters()]"
            case Gradients(path=path, model=model):
                return f"gradients({self._at(path)}, *loaded[{model!r}])"
            case TrainedNames(path=path):
                pairs = f"{self._at(path)}.named_parameters()"
                return f"[name for name, one in {pairs} if one.requires_grad]"
            case GroupOptions(path=path, option=option, parameters=parameters):
                every = ", ".join(map(self._at, parameters))
                return f"group_options({self._at(path)}, {option!r}, [{every}])"

    # -- names -------------------------------------------------------------------------------------

    def _new(self, name: str) -> str:
        """A name of the probe, which is there from now on."""
        self._own.add(name)
        return self._name(name)

    def _name(self, name: str) -> str:
        return f"{name}_" if name in RESERVED or keyword.iskeyword(name) else name

    def _at(self, path: str) -> str:
        """What stands at a dotted path: of the probe's own names, or of the program."""
        head, *attributes = path.split(".")
        found = self._name(head) if head in self._own else f"program.{head}"
        if any(name.isdecimal() for name in attributes):
            return f"at({found}, {'.'.join(attributes)!r})"
        return ".".join([found, *attributes])

    def _constant(self, name: str, value: Any) -> str:
        """The name of a value that stands before the statements; of numbers, the number."""
        if value is None or isinstance(value, int | float | str | np.generic):
            return in_source(value)
        if id(value) not in self._known:
            stem = name.upper()
            number = sum(1 for one in self.constants if one.rpartition("_")[0] == stem) + 1
            source = in_source(value)
            self.constants[f"{stem}_{number}"] = source
            self._known[id(value)] = (f"{stem}_{number}", value)  # kept, and so is its id
        return self._known[id(value)][0]


def as_text(constants: Mapping[str, str]) -> str:
    """The values that a script names, a line each or several."""
    return "\n".join(f"{name} = {source}" for name, source in constants.items())
