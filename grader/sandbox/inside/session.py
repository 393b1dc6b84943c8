"""The child's side: reads requests, runs statements and the steps of probes, answers.

Loaded by path in the child, with its siblings and nothing else of ours. What is needed later is
bound at import, so that a student's patch of ``os.write`` or ``builtins.len`` does not reach it.
None of this is a defence: what the child says is taken for a candidate answer only. It keeps honest
programs from breaking their own check.
"""

from __future__ import annotations

import _ast
import builtins
import os
import site
import sys
from functools import partial
from types import MethodType

from ..wire import encoder, frames
from . import (
    behind,
    blanks,
    changes,
    changing,
    code,
    cuts,
    ease,
    functions,
    imports,
    inputs,
    mending,
    models,
    names,
    notebook,
    overwritten,
    plain,
    reading,
    sources,
    substitutes,
    whereabouts,
)
from .channel import Channel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FunctionType, ModuleType, TracebackType
    from typing import Any

    from .reading import Statement

MAX_MESSAGE = 500
RECURSION_LIMIT = 1000

_get_limit, _set_limit = sys.getrecursionlimit, sys.setrecursionlimit
_set_trace, _set_profile = sys.settrace, sys.setprofile
_TRACEBACK = BaseException.__dict__["__traceback__"]
_CAUSE = BaseException.__dict__["__cause__"]
_CAUSED = (TypeError, ValueError)
"""Errors of which NumPy tells what is the matter in their cause alone."""


def serve(source: int, sink: int) -> None:
    """Answers requests for ever. An error of the driver itself goes to the grader as a fault."""
    channel = Channel(source, sink)
    session = Session()
    whereabouts.Whereabouts(channel, session.cells)
    while True:
        has_lasted = are_instant = False
        for verb, arguments in channel.receive():
            if frames.VERBS[verb].lasts:
                is_instant = session.is_instant(verb, arguments)
                is_much = channel.kept_bytes > frames.MOST_KEPT_BACK
                if has_lasted and (is_much or not (is_instant and are_instant)):
                    channel.flush()
                has_lasted, are_instant = True, is_instant
            try:
                kind, answer = session.answer(verb, arguments)
            except MemoryError:
                kind, answer = "memory", encoder.encode(("memory", None))
            except BaseException as error:
                channel.fault(encoder.encode(f"{verb}: {_describe(error)}"))
                raise
            channel.answer(answer)
            if not frames.goes_on(verb, kind):
                break
        channel.flush()


class Session:
    """The student's program: its statements, its globals, and the names of the present probe."""

    def __init__(self) -> None:
        self.max_bytes = frames.MAX_BYTES
        self.notebook: notebook.Notebook | None = None
        self.loops: list[Any] = []  # the event loop of the program, once it has one
        self.cells: dict[int, list[Statement]] = {}
        self.flags = 0
        self.kept: dict[str, dict[str, Any]] = {}
        self.final: dict[str, Any] = {}
        self.names: dict[str, Any] = {}
        self.libraries: set[str] = set()  # those of the names that are a library's
        self.loaded: dict[str, tuple[list[Any], list[int]]] = {}
        self.problem = ""
        self.has_gradients = True  # as the program has left it
        self.asks_for_kernels = False  # in PyTorch's layout for them, which nothing else takes
        self.blank_places: set[tuple[int, int]] = set()
        self.forgotten: set[str] = set()
        self.definitions: list[dict[str, Any]] = []
        self.functions: dict[str, Any] = {}  # the syntax trees of those read so far
        self.blank_classes: dict[str, set[str]] = {}
        self.cell = -1
        self.seeders: list[Callable[[int], object]] = []
        self.mending: mending.Mending | None = None
        self.changing: changing.Changing | None = None
        self.overwritten = overwritten.Overwritten(())
        self.student_limit = _get_limit()
        self.stdout, self.stderr = sys.stdout, sys.stderr
        # dataclasses look a class's module up here; the driver's own is nobody's business
        self.module = type(sys)("submission")
        self.globals = self.module.__dict__
        self.globals["__builtins__"] = builtins  # not the copy that this module has
        self.sources = sources.Sources(self.globals)
        self.take_its_place()

    def take_its_place(self) -> None:
        """Has the program be the module that this process runs."""
        sys.modules["submission"] = sys.modules["__main__"] = self.module

    def is_instant(self, verb: str, arguments: tuple[Any, ...]) -> bool:
        """Whether a request that may last will be answered at once."""
        if verb == "capture":
            return plain.is_plain_value(self.globals.get(arguments[0]))
        return verb == "assign"

    def answer(self, verb: str, arguments: tuple[Any, ...]) -> tuple[str, bytes]:
        """The answer to one request: its kind, and the whole of it, encoded."""
        if frames.VERBS[verb].runs:
            result = self._guarded(getattr(self, verb), arguments)
            self._flush()
        else:
            result = getattr(self, verb)(*arguments)
        if result == _DONE:
            return "done", _ENCODED_DONE
        try:
            most = self.max_bytes if frames.VERBS[verb].has_value else frames.MAX_BYTES
            return result[0], encoder.encode(result, most)
        except frames.TooLargeError as error:
            return "result", encoder.encode(("result", str(error)))
        except RuntimeError as error:  # another thread changed the value meanwhile
            raised = ("raised", type(error).__name__, str(error), None)
            return "raised", encoder.encode(raised)

    # -- before the program runs -------------------------------------------------------------------

    def prepare(self, max_bytes: int, is_notebook: bool = False) -> tuple[Any, ...]:
        """Sets the largest answer, seeds what the zygote has imported, and lays out what is there.

        A notebook has more names than a file, and ``await`` may stand in the open.
        """
        sys.argv[:] = [sources.FILE]
        os.environ[_NO_COMPILER] = "1"
        site.setquit()
        self.max_bytes = max_bytes
        for name, seeder in _SEEDERS.items():
            if name in sys.modules:
                self.seeders.append(_found(sys.modules[name], seeder))
        substitutes.install()
        if is_notebook:
            self.notebook = notebook.Notebook(self.globals)
            self.flags = _ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self._seed()
        return ("done",)

    def mend(
        self, functions: tuple[str, ...], attributes: tuple[str, ...], is_model: bool
    ) -> tuple[Any, ...]:
        """Has mistakes mended in what is called: see `mending.Mending`."""
        self.mending = mending.Mending(functions, attributes, is_model=is_model)
        return ("done",)

    def parse(self, cell: int, source: str, first_line: int) -> tuple[Any, ...]:
        """Reads one cell: for each statement what `Survey.note_statements` says.

        Of one that gives a name what is written out, that is its line and the name. What was read
        as other characters than stand there comes behind, and what hangs loose.
        """
        statements, self.flags, replaced = reading.read_cell(
            source, first_line, sources.file_of(cell), self.flags
        )
        self.asks_for_kernels = self.asks_for_kernels or "mkldnn" in source
        if self.mending is not None:
            self.mending.read(statements, sources.file_of(cell), self.flags)
        self.cells[cell] = statements
        self.sources.show(cell, source, first_line, statements)
        found: list[tuple[Any, ...]] = []
        for entry in statements:
            if entry.plain and entry.node is not None:
                found.append((entry.line, entry.plain))
                continue
            error = entry.error and (entry.error[0], _one_line(entry.error[1]), *entry.error[2:])
            node = entry.node
            form: tuple[Any, ...] = (0, (), (), (), (), 0, (), (), entry.bound)
            if node is not None:
                if isinstance(node, _FUNCTIONS):
                    self.functions[node.name] = node
                if imports.put_missing_last(node):
                    code.compile_anew(entry, sources.file_of(cell), self.flags)
                is_definition = isinstance(node, (*_FUNCTIONS, _ast.ClassDef))
                called = () if is_definition else names.given_by_calls(node, self.functions)
                form = (
                    *(ease.ease(node), ease.touched(node), imports.unloaded_modules(node)),
                    *(names.given(node), names.used(node)),
                    *(entry.block, called if entry.block else ()),
                    (*changes.changed(node), *called),
                )
            found.append((entry.line, entry.names, error, functions.is_frame(node), *form))
        return ("cell", found, replaced, cuts.loose_parts(statements))

    def facts(
        self, ends: tuple[int, ...], passed_over: tuple[tuple[int, int], ...]
    ) -> tuple[Any, ...]:
        """The syntax facts of all cells that were read, without statements that are not to count.

        ``ends`` has for each cell the last one of its problem.
        """
        cells = [
            [
                entry
                for number, entry in enumerate(self.cells.get(index, []))
                if (index, number) not in passed_over
            ]
            for index in range(len(ends))
        ]
        found = functions.facts(cells, ends)
        self.blank_places, _ = functions.blank_places(found)
        self.definitions = found
        return ("read", found)

    def load(self, name: str, names: tuple[str, ...]) -> tuple[Any, ...]:
        """Imports an installed module that the program imports."""
        imports.load(name, names)
        substitutes.install()
        return ("done",)

    # -- the program -------------------------------------------------------------------------------

    def watch(self, asked: tuple[str, ...]) -> tuple[Any, ...]:
        """Has it be noted by what these functions and classes are overwritten."""
        self.overwritten = overwritten.Overwritten(asked)
        return ("done",)

    def forget(self, asked: tuple[str, ...]) -> tuple[Any, ...]:
        """Deletes names, so that a value of an earlier problem is not read for a later one."""
        self.overwritten.forget(asked)
        for name in asked:
            self.globals.pop(name, None)
        self.forgotten.update(asked)
        return ("done",)

    def run(self, cell: int, statement: int) -> tuple[Any, ...]:
        """Runs one top-level statement."""
        try:
            return self._run(cell, statement)
        finally:
            self.overwritten.note((cell, statement), self.globals)

    def assign(self, cell: int, statement: int) -> tuple[Any, ...]:
        """Runs a statement that gives a name what is written out."""
        self.cell = cell
        entry = self.cells[cell][statement]
        self.globals[entry.plain] = plain.written_out(entry.node.value)  # type: ignore[union-attr]
        self.overwritten.note((cell, statement), self.globals)
        return _DONE

    def _run(self, cell: int, statement: int) -> tuple[Any, ...]:
        entry = self.cells[cell][statement]
        if entry.plain:
            return self.assign(cell, statement)
        self.cell = cell
        substitutes.install()  # in what may have been loaded since
        failed: ImportError | None = None
        for part in code.parts(entry):
            try:
                self._execute(entry, part)
            except SystemExit as end:
                if not entry.block or end.code:  # ``sys.exit(main())``, which is how it ends
                    raise
            except ImportError as error:  # the other modules of the statement are imported
                failed = failed or error
        if failed is not None:
            raise failed
        return ("done",)

    def _execute(self, entry: Statement, part: CodeType) -> None:
        """Runs code of a statement, without its annotations if one names what comes later."""
        if self.notebook is not None and entry is self.cells[self.cell][-1]:
            part = code.shown(entry, self.flags) or part
        try:
            value = self._evaluate(part)
        except NameError as error:
            file = sources.file_of(self.cell)
            bare = reading.without_annotations(entry, str(error.name), file, self.flags)
            if bare is None:
                raise
            value = self._evaluate(bare)
        if self.notebook is not None:
            self.notebook.note(self.cell, value)

    def _evaluate(self, part: CodeType) -> Any:
        """The value of code that is an expression, else None."""
        value = eval(part, self.globals)  # noqa: S307  (the only place where the program is run)
        if part.co_flags & _IS_COROUTINE:
            return substitutes.drive(value, self.loops)
        return value

    def capture(self, name: str) -> tuple[Any, ...]:
        """The present value of a global name."""
        if name not in self.globals:
            return ("missing", "name", name)
        return ("value", _as_numbers(self.globals[name]))

    def reread(self, name: str) -> tuple[Any, ...]:
        """As `capture`, for an answer outside its section."""
        return self.capture(name)

    def keep(self, problem: str) -> tuple[Any, ...]:
        """Remembers the globals as they are now, for the probes of ``problem``."""
        self.kept[problem] = dict(self.globals)
        so_far = [one for one in self.definitions if one["cell"] <= self.cell]
        _, self.blank_classes[problem] = functions.blank_places(so_far)
        return ("done",)

    def restore(self, problem: str, asked: tuple[str, ...]) -> tuple[Any, ...]:
        """Gives a problem's probes what was overwritten: for each (name, cell, statement)."""
        found = self.overwritten.restored(asked)
        self.kept[problem].update({name: value for name, (value, _) in found.items()})
        return ("read", [(name, *at) for name, (_, at) in found.items()])

    def defined(self, asked: tuple[str, ...]) -> tuple[Any, ...]:
        """For the names whose functions are the program's own: name, cell, name in the source."""
        places = ((name, self._source_of(self.globals.get(name))) for name in asked)
        return ("read", [(name, *place) for name, place in places if place is not None])

    def mended(self) -> tuple[Any, ...]:
        """What was found to mend."""
        return ("read", sorted(self.mending.found if self.mending is not None else ()))

    def finish(self) -> tuple[Any, ...]:
        """Remembers the globals at the end of the program, and whether gradients are on."""
        self.final = dict(self.globals)
        self.has_gradients = "torch" not in sys.modules or models.has_gradients()
        return ("done",)

    def later(
        self, problem: str, asked: tuple[str, ...], called: tuple[str, ...], along: tuple[str, ...]
    ) -> tuple[Any, ...]:
        """Has the probes of a problem find what is defined anew below it, as it is at the end.

        What cannot be called is no function, and is left out; so is one that answers have
        ``called``, if it takes another number of values: it is meant for something else. ``along``
        are names that the others work with. For each that counts: name, cell, name in the source;
        -1 and "" if not known.
        """
        before = self.kept[problem]
        new = [*asked, *(one for one in called if self._is_like(before.get(one), one))]
        found = {
            name: self.final[name]
            for name in new
            if not overwritten.is_overwritten(self.final.get(name), before.get(name))
        }
        if found:
            others = {name: self.final[name] for name in along if name in self.final}
            before.update(found | others)
        places = [(name, *(self._source_of(value) or (-1, ""))) for name, value in found.items()]
        return ("read", places)

    # -- probes ------------------------------------------------------------------------------------

    def probe(self, problem: str, seed: int = 0) -> tuple[Any, ...]:
        """Begins a probe with no names of its own, and with random numbers of its own.

        The globals become what they were after the problem's last cell, for the functions that were
        defined there; a name that only came later stays, since in the student's notebook it is
        there too.
        """
        self.problem = problem
        self.names = {}
        self.libraries = set()
        self.loaded = {}
        if "torch" in sys.modules:
            models.prepares_kernels(wanted=self.asks_for_kernels)
            models.has_gradients(wanted=self.has_gradients)
        self.globals.clear()
        self.globals.update(self.final)
        self.globals.update(self.kept[problem])
        self._seed(seed)
        return ("done",)

    def put(self, name: str, encoded: bytes, tensor: bool, again: bool = False) -> tuple[Any, ...]:
        """An input under a name of the probe; ``again`` in the object that has it already."""
        value = frames.decode(encoded)
        if again and inputs.laid_down_in(self.names.get(name), value):
            return ("done",)
        before = inputs.address(self.names.pop(name, None))  # which need not be beside the new one
        value = inputs.at_address(value, before)
        if tensor:
            import torch

            value = torch.as_tensor(value.array if type(value) is frames.Tensor else value)
            if value.is_floating_point():  # as a program's own tensors, whatever it has set
                value = value.to(torch.get_default_dtype())
        self.names[name] = value
        return ("done",)

    def gather(self, name: str, parts: tuple[str, ...], as_tuple: bool) -> tuple[Any, ...]:
        """A list or a tuple of what has names of the probe, under a name of its own."""
        gathered = [self.names[part] for part in parts]
        self.names[name] = tuple(gathered) if as_tuple else gathered
        return _DONE

    def use(self, name: str, path: str) -> tuple[Any, ...]:
        """Something of a library under a name of the probe."""
        head, *attributes = path.split(".")
        found: Any = __import__(head)
        for at, attribute in enumerate(attributes):
            if not hasattr(found, attribute):  # a module that nobody has imported yet
                __import__(".".join([head, *attributes[: at + 1]]))
            found = getattr(found, attribute)
        self.names[name] = found
        self.libraries.add(name)
        return _DONE

    def change(self, number: int, asked: tuple[str, ...]) -> tuple[Any, ...]:
        """Changes one place of what is asked for, and lays down where: see `changing`."""
        if self.changing is None:
            given = self.cells, self.kept[self.problem], asked, self.flags
            self.changing = changing.Changing(*given)
        self.names["changed"] = self.changing.define(number, self.globals)
        return _DONE

    def call(
        self, result: str, path: str, arguments: tuple[str, ...], keywords: dict[str, str]
    ) -> tuple[Any, ...]:
        """Calls a function of the student's with names of the probe."""
        found, target = self._find(path)
        if not found:
            return target  # type: ignore[no-any-return]
        if self._is_blank(path, target):
            return ("blank",)
        positional = [self.names[name] for name in arguments]
        named = {key: self.names[name] for key, name in keywords.items()}
        is_wrapped = blanks.wraps_blank(target, self._is_left_blank)
        try:
            if self.mending is not None and not self._is_of_library(path, target):
                target = partial(self.mending.call, target, arguments)
                positional, named = [positional, named], {}
            if self.loaded:
                self.names[result] = models.call(target, positional, named)
            else:
                self.names[result] = target(*positional, **named)
        except NotImplementedError:
            if is_wrapped:
                return ("blank",)
            raise
        if is_wrapped and (self.names[result] is None or self.names[result] is ...):
            return ("blank",)
        return ("done",)

    def read(self, path: str) -> tuple[Any, ...]:
        """The value at a dotted path."""
        found, target = self._find(path)
        return ("value", _as_numbers(target)) if found else target

    def look(self, path: str) -> tuple[Any, ...]:
        """The value of an attribute, for which a property of the student's may have to run."""
        return self.read(path)

    def fill(self, path: str, encoded: bytes, forward: str, images: str) -> tuple[Any, ...]:
        """Fills a torch module's parameters, each with the first unused array of its shape.

        ``forward`` is the path of a method that works it out on a name of the probe, to see whether
        its sizes fit one another; empty where there is none.
        """
        found, target = self._find(path)
        if not found:
            return target  # type: ignore[no-any-return]
        arrays = frames.decode(encoded)
        scores, count = None, 0
        if forward:
            found, method = self._find(forward)
            given = self.names[images]
            if found and not self._is_blank(forward, method):
                scores, count = (lambda: method(given)), len(given)
                if self.mending is not None:
                    scores = partial(self.mending.tried, method, (images,), [given])
                    models.fits(scores, count)  # which makes layers that are made on each call
        holders = models.fill(target, arrays, scores, count)
        self.loaded[path] = (holders, [array.size for array in arrays])
        return ("done",)

    def set(self, path: str, encoded: bytes) -> tuple[Any, ...]:
        """The parameters of a torch module get values, in their order."""
        found, target = self._find(path)
        if not found:
            return target  # type: ignore[no-any-return]
        models.set_parameters(target, frames.decode(encoded))
        return _DONE

    def trained(self, path: str) -> tuple[Any, ...]:
        """The names of the parameters of a torch module that require a gradient."""
        found, target = self._find(path)
        if not found:
            return target  # type: ignore[no-any-return]
        return ("value", [name for name, one in target.named_parameters() if one.requires_grad])

    def options(self, path: str, option: str, parameters: tuple[str, ...]) -> tuple[Any, ...]:
        """What a torch optimizer has under a name for each of the parameters at dotted paths."""
        values = []
        for each in (path, *parameters):
            found, target = self._find(each)
            if not found:
                return target  # type: ignore[no-any-return]
            values.append(target)
        return ("value", models.group_options(values[0], option, values[1:]))

    def gradients(self, path: str, model: str) -> tuple[Any, ...]:
        """The gradients of a value by the parameters that a model was given."""
        found, target = self._find(path)
        if found and isinstance(target, (tuple, list, dict)):
            raise AttributeError(f"{type(target).__name__!r} object has no attribute 'backward'")
        return ("value", models.gradients(target, *self.loaded[model])) if found else target

    def shapes(self, path: str) -> tuple[Any, ...]:
        """The shapes of a torch module's parameters."""
        found, target = self._find(path)
        if not found:
            return target  # type: ignore[no-any-return]
        return ("value", [tuple(parameter.shape) for parameter in target.parameters()])

    # -- below -------------------------------------------------------------------------------------

    def _find(self, path: str) -> tuple[bool, Any]:
        """The object at a dotted path, or the answer that says what is missing.

        A number in the path is a place in a list or tuple, or an attribute, as a layer's of
        `Sequential`. What has neither is one value alone.
        """
        head, *attributes = path.split(".")
        for known in (self.names, self.kept[self.problem], self.final):
            # what only came below the section is no answer of another problem
            if head in known and (known is not self.final or head not in self.forgotten):
                target = known[head]
                break
        else:
            return False, ("missing", "name", head)
        for name in attributes:
            if target is ...:
                return False, ("blank",)
            if name.isdecimal() and not _has_attribute(target, name):
                target = _value_at(target, int(name))
                continue
            try:
                target = getattr(target, name)
            except AttributeError as error:
                if _has_student_frame(error):
                    raise
                return False, ("missing", "attribute", name)
        return True, target

    def _is_of_library(self, path: str, target: Any) -> bool:
        """Whether it is a library's, or a method that a model has from PyTorch."""
        is_method = type(target) is MethodType
        of_torch = is_method and str(target.__func__.__module__).partition(".")[0] == "torch"
        return path in self.libraries or of_torch

    def _is_blank(self, path: str, target: Any) -> bool:
        if target is ...:
            return True
        if path in self.blank_classes[self.problem]:
            return isinstance(target, type) and not blanks.is_filled(target, self._is_left_blank)
        return blanks.is_blank(target, self._is_left_blank)

    def _is_left_blank(self, function: FunctionType) -> bool | None:
        """Whether a function is blank where it is written; None for one that is not ours to ask."""
        cell = _cell_of(function.__code__.co_filename)
        if cell is None:
            return None
        return (cell, function.__code__.co_firstlineno) in self.blank_places

    def _function_behind(self, value: Any) -> FunctionType | None:
        """As `behind.function_behind`; where that was left blank, what is wrapped around it."""
        function = behind.function_behind(value)
        if function is None or not self._is_left_blank(function):
            return function
        found = behind.functions_behind(value)
        return next((one for one in reversed(found) if self._is_left_blank(one) is False), function)

    def _is_like(self, before: Any, name: str) -> bool:
        """Whether a name has a function at the end that takes as many values as one before."""
        after = self.final.get(name)
        one, other = map(behind.function_behind, (before, after))
        if one is None or other is None:
            return isinstance(before, type) and isinstance(after, type)
        return one.__code__.co_argcount == other.__code__.co_argcount

    def _source_of(self, value: Any) -> tuple[int, str] | None:
        """The cell of the function behind a value, and its name there; None if it has no source."""
        function = self._function_behind(value)
        cell = None if function is None else _cell_of(function.__code__.co_filename)
        if function is None or cell is None:
            return None
        return cell, behind.name_in_source(function)

    def _guarded(self, method: Callable[..., tuple[Any, ...]], arguments: tuple[Any, ...]) -> Any:
        """Runs what may run the student's code, and turns all that it raises into an answer."""
        _set_limit(self.student_limit)
        try:
            return method(*arguments)
        except MemoryError as error:
            return ("memory", _place(error))
        except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            return ("exit", _describe(error), _place(error))
        except BaseException as error:
            message = _message(error)
            if _NO_MEMORY in message:
                return ("memory", _place(error))
            return ("raised", frames.type_name(error), message, _place(error))
        finally:
            _set_trace(None)
            _set_profile(None)
            self.student_limit = _get_limit()
            _set_limit(max(RECURSION_LIMIT, self.student_limit))

    def _seed(self, seed: int = 0) -> None:
        for seeder in self.seeders:
            seeder(seed)

    def _flush(self) -> None:
        for stream in (self.stdout, self.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):  # closed by the student
                continue


_DONE = ("done",)
_ENCODED_DONE = encoder.encode(_DONE)
_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_IS_COROUTINE = 0x80  # inspect.CO_COROUTINE: an ``await`` stands in the open
_SEEDERS = {"random": "seed", "numpy.random": "seed", "torch": "default_generator.manual_seed"}
_NO_COMPILER = "TORCHDYNAMO_DISABLE"
"""With it `torch.compile` leaves a function as it is: a compiler would be another program."""
_KNOWN_ARRAYS = ("numpy", "torch", "sympy")
"""The modules of types that the encoder itself knows."""
_NO_MEMORY = "DefaultCPUAllocator: can't allocate memory"
"""How PyTorch says so, in a RuntimeError."""


def _has_attribute(target: Any, name: str) -> bool:
    """Whether an object has an attribute of the name, though it is a number."""
    return not isinstance(target, (list, tuple)) and hasattr(target, name)


def _value_at(target: Any, place: int) -> Any:
    """One of several values. Raises ValueError as Python does where there are too few."""
    values = target if isinstance(target, (list, tuple)) else (target,)
    if place >= len(values):
        raise ValueError(f"not enough values to unpack (expected {place + 1}, got {len(values)})")
    return values[place]


def _as_numbers(value: Any) -> Any:
    """An object that says how it is an array, such as a column of a table, as that array."""
    line = frames.MRO.__get__(type(value))
    if not any("__array__" in frames.NAMESPACE.__get__(one) for one in line):
        return value
    roots = [str(frames.MODULE.__get__(one)).partition(".")[0] for one in line]
    if any(root in _KNOWN_ARRAYS for root in roots):
        return value
    import numpy

    return numpy.asarray(value)


def _found(module: ModuleType, path: str) -> Callable[[int], object]:
    found: Any = module
    for name in path.split("."):
        found = getattr(found, name)
    return found  # type: ignore[no-any-return]


def _cell_of(filename: object) -> int | None:
    if type(filename) is not str or not filename.startswith("<submission "):
        return None
    return int(filename[len("<submission ") : -1])


def _place(error: BaseException) -> tuple[int, int] | None:
    """(cell, line) of the innermost frame of the student's source."""
    found = None
    step: TracebackType | None = _TRACEBACK.__get__(error)
    while step is not None:
        cell = _cell_of(step.tb_frame.f_code.co_filename)
        if cell is not None:
            found = (cell, step.tb_lineno)
        step = step.tb_next
    return found


def _has_student_frame(error: BaseException) -> bool:
    return _place(error) is not None


def _one_line(text: str) -> str:
    return " ".join(text[: 4 * MAX_MESSAGE].split())[:MAX_MESSAGE]


def _message(error: BaseException) -> str:
    try:
        text = str(error)
        cause = _CAUSE.__get__(error)
        if cause is not None and type(error) in _CAUSED:
            text = f"{text} ({cause})"
    except BaseException:
        return ""
    return _one_line(text) if type(text) is str else ""


def _describe(error: BaseException) -> str:
    message = _message(error)
    return f"{frames.type_name(error)}: {message}" if message else frames.type_name(error)
