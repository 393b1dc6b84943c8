"""Probes: small scripts that a student's code is put through, and what should come out.

A probe is a list of steps that is carried out in the student's process. The steps carry inputs
only; what each observation ought to be is known on this side alone, as a rule and its inputs, so
that the same slips serve code and exercises by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Any

from numpy.typing import NDArray

from problems.forms import Form, Numeric
from problems.frozen import frozen
from problems.rule import Rule


@frozen
class Put:
    """Lay an input down under a name; a tensor is made of it where the code is PyTorch.

    ``again`` says that it has the name already: it stays the same object, whose numbers are laid
    down anew.
    """

    name: str
    value: Any
    tensor: bool = False
    again: bool = False


@frozen
class Call:
    """Call a function, a class or a method, and lay its result down under a name.

    ``function`` is a dotted path whose head is a name of the probe or of the student's program.
    ``arguments`` are names of the probe.
    """

    result: str
    function: str
    arguments: tuple[str, ...] = ()
    keywords: Mapping[str, str] = field(default_factory=dict)


@frozen
class Gather:
    """Lay a list of things down that have names already, or a tuple; they stay the same objects."""

    name: str
    parts: tuple[str, ...]
    as_tuple: bool = False


@frozen
class Use:
    """Lay something of a library down under a name: ``torch.optim.SGD``, by its dotted path.

    The program need not have imported it, and has no say in what it is.
    """

    name: str
    path: str


@frozen
class Change:
    """Change one place in functions or classes of the student's, by its number.

    ``names`` are those that the probe calls. The cell and line of the place, and the kind of
    change, are laid down under the name `CHANGED`. It is the first step of a probe, which goes on
    with the program as changed.
    """

    number: int
    names: tuple[str, ...]


CHANGED = "changed"
"""What a probe calls the place in which a program was changed, and how."""


@frozen
class Read:
    """Send the value at a dotted path back: an observation.

    A number in the path is a place in a list or tuple, counted from 0: ``result.1``. What is none
    is one value alone, at place 0.
    """

    path: str


@frozen
class LoadParameters:
    """Give each parameter of a PyTorch model the first unused array of its shape.

    The others get numbers of their own (`reference.model.filling`). ``forward`` is the path of a
    method that works the model out, and ``images`` the name of what it takes: with them a size that
    does not fit the others is mended, so that the rest of the model can be looked at.
    """

    path: str
    arrays: tuple[NDArray[Any], ...]
    forward: str = ""
    images: str = ""


@frozen
class SetParameters:
    """Give each parameter of a PyTorch model the array at its own place, whatever shape it had.

    Parameters for which there is none become zeros. A model that is trained afterwards gets them
    anew each time, and nothing else of it is mended: that is what `LoadParameters` is for.
    """

    path: str
    arrays: tuple[NDArray[Any], ...]


@frozen
class ParameterShapes:
    """Send the shapes of a PyTorch model's parameters back: an observation."""

    path: str


@frozen
class Gradients:
    """Send the gradients of a value by the arrays that a model was given back: an observation.

    They are flattened, one after the other in the order of the arrays, and zero where none flows.
    """

    path: str
    model: str


@frozen
class TrainedNames:
    """Send the names of those of a PyTorch model's parameters that are trained: an observation.

    They are those that require a gradient, in the order of the model.
    """

    path: str


@frozen
class GroupOptions:
    """Send what a PyTorch optimizer has under ``option`` for each parameter: an observation.

    An ``option`` is ``"lr"``, say. ``parameters`` are dotted paths, and the answer has a number for
    each: 0 for a parameter that the optimizer does not have.
    """

    path: str
    option: str
    parameters: tuple[str, ...]


Reading = Read | ParameterShapes | Gradients | TrainedNames | GroupOptions
"""The steps that send something back."""

Step = Put | Gather | Use | Call | Change | LoadParameters | SetParameters | Reading


@frozen
class Column:
    """A column of a ``table``, as it is written: the entry at a ``place`` in each row of ``of``."""

    place: int
    of: int
    table: str


@frozen(eq=False)
class Observation:
    """What a step sends back, and the rule that says what it ought to be.

    ``what`` names it for the reader, such as ``"conv1d(vector, kernel)"``. Where it is not
    ``shown``, the reader is told neither its inputs nor its value. ``gives`` is a name under which
    the value that comes, if it is wrong, is an input of all rules and slips of the problem: what
    follows may be judged from it. Where a table is sent back, a list of rows, the rule gives one
    ``column`` of it.
    """

    what: str
    rule: Rule
    inputs: Mapping[str, Any]
    form: Form = field(default_factory=Numeric)
    shown: bool = True
    gives: str | None = None
    column: Column | None = None

    @cached_property
    def true(self) -> Any:
        """What it ought to be."""
        return self.rule(self.inputs)

    def judged_from(self, given: Mapping[str, Any]) -> Observation:
        """The observation with more inputs for its rule and slips.

        What it ought to be stays, if it has been worked out and none of them has a part in it.
        """
        both = {**self.inputs, **given}
        judged = replace(self, inputs=both)
        if "true" in self.__dict__ and not self.rule.taken(both).keys() & given.keys():
            judged.__dict__["true"] = self.true
        return judged


@frozen
class Again:
    """A reading after all observations: one of them, by its number, after the same steps again."""

    number: int


@frozen
class Witness:
    """A reading after all observations: a value from which one of them may be judged.

    It is an input of the observation's rule and slips under the name ``gives``. One that is
    ``for_all`` is one of several of its name: together they are an input of all observations of a
    problem, in their order, if all of them came.
    """

    number: int
    gives: str
    for_all: bool = False


@frozen
class Kept:
    """A reading after all observations: the value of one of them, looked at after later calls."""

    number: int


class Probe:
    """A script under construction, and its observations in the order of the steps.

    After the steps of the observations others may follow, from ``more_from`` on, with a reading for
    each of ``more``, further observations among them. They are carried out as far as there is time
    for them. Those from ``last_from`` on, if there are any, lead to witnesses for all observations.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.observations: list[Observation] = []
        self.hidden_from: int | None = None
        self._unseen: Callable[[], object] = tuple
        self.more: list[Again | Witness | Kept | Observation] = []
        self.more_from: int | None = None
        self.asides: list[Step] = []
        self.witnesses: list[Witness] = []
        self.last_steps: list[Step] = []
        self.last_from: int | None = None
        self.last_witnesses: list[Witness] = []

    @property
    def shown_steps(self) -> Sequence[Step]:
        """The steps of which the student is told."""
        return self.steps[: self.hidden_from]

    def followed_by_hidden(self, other: Probe) -> Probe:
        """This probe, and then another one of which the student is told nothing."""
        both = Probe()
        both.steps = [*self.steps, *other.steps]
        both.observations = [
            *self.observations,
            *(replace(observation, shown=False) for observation in other.observations),
        ]
        both.hidden_from = len(self.steps)
        return both

    def go_on_unseen(self, more: Callable[[], object]) -> None:
        """``more`` adds steps that are carried out only where nothing is shown, after all else.

        So a program can be called in many ways without a student having to read them all. What it
        needs is drawn once it is needed, and so from a stream of its own.
        """
        self._unseen = more

    def unseen(self) -> Probe:
        """By itself, what is carried out only where nothing is shown."""
        steps, observations = len(self.steps), len(self.observations)
        self._unseen()
        found = Probe()
        found.steps, self.steps = self.steps[steps:], self.steps[:steps]
        found.observations = self.observations[observations:]
        self.observations = self.observations[:observations]
        return found

    def put(self, name: str, value: Any, tensor: bool = False) -> str:
        """Lay an input down."""
        self.steps.append(Put(name, value, tensor))
        return name

    def gather(self, name: str, *parts: str, as_tuple: bool = False) -> str:
        """Lay down a list, or a tuple, of what was laid down or called for before."""
        self.steps.append(Gather(name, parts, as_tuple))
        return name

    def call(self, result: str, function: str, *arguments: str, **keywords: str) -> str:
        """Call a function with names that were laid down before."""
        self.steps.append(Call(result, function, arguments, keywords))
        return result

    def read(
        self, path: str, what: str, rule: Rule, form: Form | None = None, **inputs: Any
    ) -> None:
        """Read a value, which the rule gives from the inputs."""
        self.steps.append(Read(path))
        self.observations.append(Observation(what, rule, inputs, form or Numeric()))

    def read_columns(
        self,
        path: str,
        what: str,
        columns: Sequence[tuple[Rule, Mapping[str, Any]]],
        form: Form | None = None,
    ) -> None:
        """Read a table, a list of rows; a rule with its inputs gives each of its columns."""
        for place, (rule, inputs) in enumerate(columns):
            self.steps.append(Read(path))
            column = Column(place, len(columns), what)
            told = f"[row[{place}] for row in {what}]"
            self.observations.append(
                Observation(told, rule, inputs, form or Numeric(), column=column)
            )

    def call_aside(
        self, gives: str, result: str, function: str, *, tensor: bool = True, **given: Any
    ) -> None:
        """Have a function work out, after all, what the latest observation may be judged from.

        ``given`` is what it takes, by names that are laid down anew: tensors, if nothing else is
        said.
        """
        self.asides += [Put(name, value, tensor) for name, value in given.items()]
        self.asides += [Call(result, function, tuple(given)), Read(result)]
        self.witnesses.append(Witness(len(self.observations) - 1, gives))

    def read_aside(self, gives: str, path: str) -> None:
        """Read, after all, what the latest observation may be judged from."""
        self.asides.append(Read(path))
        self.witnesses.append(Witness(len(self.observations) - 1, gives))

    def call_last(self, gives: str, steps: Sequence[Step], path: str) -> None:
        """Have other steps lead to a value from which all observations may be judged, after all.

        They may leave whatever they like behind: nothing of the check comes after them.
        """
        self.last_steps += [*steps, Read(path)]
        self.last_witnesses.append(Witness(len(self.observations) - 1, gives, for_all=True))

    def load_parameters(
        self, path: str, arrays: Sequence[NDArray[Any]], forward: str = "", images: str = ""
    ) -> None:
        """Set the parameters of a PyTorch model, each recognised by its shape."""
        self.steps.append(LoadParameters(path, tuple(arrays), forward, images))

    def use(self, name: str, path: str) -> str:
        """Lay something of a library down."""
        self.steps.append(Use(name, path))
        return name

    def set_parameters(self, path: str, arrays: Sequence[NDArray[Any]]) -> None:
        """Set the parameters of a PyTorch model, in their order."""
        self.steps.append(SetParameters(path, tuple(arrays)))

    def read_trained_names(
        self, path: str, what: str, rule: Rule, form: Form, **inputs: Any
    ) -> None:
        """Read the names of the parameters of a PyTorch model that are trained."""
        self.steps.append(TrainedNames(path))
        self.observations.append(Observation(what, rule, inputs, form))

    def read_group_options(
        self,
        path: str,
        option: str,
        parameters: Sequence[str],
        what: str,
        rule: Rule,
        **inputs: Any,
    ) -> None:
        """Read what a PyTorch optimizer has under a name for each of some parameters."""
        self.steps.append(GroupOptions(path, option, tuple(parameters)))
        self.observations.append(Observation(what, rule, inputs))

    def read_parameter_shapes(
        self, path: str, what: str, rule: Rule, form: Form, **inputs: Any
    ) -> None:
        """Read the shapes of a PyTorch model's parameters."""
        self.steps.append(ParameterShapes(path))
        self.observations.append(Observation(what, rule, inputs, form, gives="own_shapes"))

    def read_gradients(
        self, path: str, model: str, what: str, rule: Rule, form: Form, **inputs: Any
    ) -> None:
        """Read the gradients of a value by the parameters that a PyTorch model was given."""
        self.steps.append(Gradients(path, model))
        self.observations.append(Observation(what, rule, inputs, form))


@frozen(eq=False)
class Check:
    """One field of a code exercise: a probe, passed if every observation is right.

    A ``secondary`` check (that inputs are left alone, say) would be passed by a program that does
    nothing; it earns its marks once the program has earned half of those of the other checks.
    ``of`` is what it is about, where that is not the first that it calls.
    """

    name: str
    probe: Probe
    marks: int = 1
    secondary: bool = False
    of: str = ""

    @property
    def about(self) -> str:
        """The function or class that it is about: the first that it calls; empty if none."""
        if self.of:
            return self.of
        called = (step.function for step in self.probe.steps if isinstance(step, Call))
        return next(called, "").partition(".")[0]


@frozen
class Style:
    """One field of a code exercise that is read off the syntax tree: style, not security.

    ``function`` may have at most ``loops`` loops (None: any number), those of the functions of
    the same file that it calls included, but for those ``besides`` which it is asked for, and
    calls neither what is named in ``forbidden``
    (``numpy.convolve``, or as a pattern ``torch.*conv*``) nor anything in it (``scipy``). ``slip``
    is the key of the mistake.

    ``unseen`` is the key of another one: calling by a name that is worked out while the program
    runs, so that the syntax tree does not show what is called (None: that is allowed).
    """

    name: str
    function: str
    slip: str
    loops: int | None = None
    besides: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    unseen: str | None = None
    marks: int = 1
