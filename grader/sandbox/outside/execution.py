"""Runs a program in the sandbox and probes it, once more where a fork server dies meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from grader.sandbox.outside.asked import Asked
from grader.sandbox.outside.conversation import Conversation
from grader.sandbox.outside.cuts import explained
from grader.sandbox.outside.forkserver import ForkServerLostError
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.mendable import NOTED, mend_request
from grader.sandbox.outside.nursery import Nursery
from grader.sandbox.outside.outcome import Execution, SandboxFault
from grader.sandbox.outside.probing import Probing
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.outside.running import Run
from grader.sandbox.outside.sandbox import Sandbox
from grader.sandbox.outside.strays import doubled_in
from grader.sandbox.outside.survey import Survey
from grader.sandbox.outside.unfinished import unfinished
from grader.sandbox.outside.written import written_in

_MOST_STARTS = 3  # of an execution, over which its fork server may die


def execute(
    cells: Sequence[Cell],
    wanted: Sequence[Wanted] = (),
    probes: Sequence[Probe] = (),
    limits: Limits | None = None,
    *,
    limits_of: Mapping[str, Limits] | None = None,
    torch: bool = False,
    sandbox: Nursery | None = None,
    mending: bool = False,
    only: str | None = None,
    slow: frozenset[tuple[int, int]] = frozenset(),
) -> Execution:
    """Runs the cells in order in a process of their own, reads values, and runs the probes.

    Each problem that has probes gets a process of its own, in which the program is run first.

    Args:
        cells: the student's program.
        wanted: the names to read, per problem.
        probes: scripts on the program's functions, run in order.
        limits: what the program may use; the defaults if None.
        limits_of: the same for problems that have limits of their own, by problem.
        torch: whether the program needs PyTorch, which is then imported on the grader's time.
        sandbox: where to run it; one for this execution alone if None.
        mending: whether mistakes are mended that hide all the rest of a program.
        only: the one problem whose probes are run; all where it is None.
        slow: statements of which an earlier execution knows that they do not come to their end
            (`Execution.stopped`): they are waited for no longer than others of their kind.

    What is killed without anybody of ours having done it is run once more: a program that does it
    to itself does it again, and whoever else it was does not cost a mark.

    Raises SandboxFault when the sandbox itself fails, NoSandboxError where there is none to be
    had, MissingModuleError without PyTorch where it is needed, and ValueError when two probes of
    a problem have one name.
    """
    names = [(probe.problem, probe.name) for probe in probes]
    if len(set(names)) != len(names):
        raise ValueError("each probe of a problem needs a name of its own")
    if sandbox is None:
        with Sandbox() as own:
            return execute(
                cells,
                wanted,
                probes,
                limits,
                limits_of=limits_of,
                torch=torch,
                sandbox=own,
                mending=mending,
                only=only,
                slow=slow,
            )
    usual, own_limits = limits or Limits(), limits_of or {}
    asked = Asked.of(wanted, probes)
    request = mend_request(probes) if mending else None
    modules = sandbox.modules_for((cell.source for cell in cells), torch=torch)
    # the problem whose probes the first child is for, if it has no values to read
    run_probes = tuple(probe for probe in probes if only in (None, probe.problem))
    served = None if wanted or not run_probes else run_probes[0].problem
    killed: Execution | None = None
    for _ in range(_MOST_STARTS):
        first = usual if served is None else own_limits.get(served, usual)
        talk = Conversation(tuple(cells), first, sandbox, modules, request)
        asked_names = {problem: asked.names(problem) for problem in asked.problems(cells)}
        survey = Survey(tuple(cells), asked_names, asked.used, slow)
        run = Run(tuple(cells), asked, survey, talk, usual.restarts)
        probing = Probing(run, run_probes, lambda problem: own_limits.get(problem, usual), served)
        try:
            result = _result(run, probing)
            if killed is not None or not talk.was_killed:
                return result
            killed = result
        except ForkServerLostError as error:
            lost = error
        finally:
            with suppress(ForkServerLostError):
                run.stop()
    if killed is not None:
        return killed
    raise SandboxFault(f"the fork server died {_MOST_STARTS} times: {lost}")


def _result(run: Run, probing: Probing) -> Execution:
    run.settle()
    values = run.values()
    observations = probing.observe()
    run.stop()
    advised = run.survey.advised
    observations = {
        (probe.problem, probe.name): explained(
            run.survey, probe, observations[probe.problem, probe.name]
        )
        for probe in probing.probes
    }
    return Execution(
        values={key: advised(outcome) for key, outcome in values.items()},
        observations={key: tuple(map(advised, seen)) for key, seen in observations.items()},
        mended={
            problem: tuple(sorted(keys, key=NOTED.index))
            for problem, keys in probing.mended.items()
        },
        facts=run.survey.facts,
        incidents=run.survey.in_order(),
        printed=run.printed,
        limits_met=tuple(sorted(run.talk.limits_met)),
        corrections=run.corrections(),
        doubled=doubled_in(run.survey, run.survey.asked),
        cut_short=run.survey.cut_short,
        stopped=run.survey.stopped,
        guilty=run.survey.guilty,
        left_out=run.survey.left_out,
        unfinished=unfinished(run.survey),
        replacements=run.survey.replacements,
        passed_over=run.survey.answers_elsewhere(run.asked.sought),
        redefined=tuple(run.redefinitions()),
        repeated=tuple(run.repetitions()),
        overwritten=tuple(run.overwritten.values()),
        written=written_in(run.survey, run.asked.wanted),
        seconds=probing.seconds,
        charged_seconds=run.talk.all_seconds,
    )
