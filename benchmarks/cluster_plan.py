"""What marking many submissions on a cluster takes, from how long those of a store took.

    python -m benchmarks.cluster_plan STORE [--submissions 1000000] [--cores 2,16,64,256,1024]

The times of single markings are drawn from those in the store, which were measured. What the
command itself does with each result (its cost in seconds, ``--command``) and what Dask's scheduler
does (``--scheduler``) go one after the other; both are what you say (``docs/scaling.md``).
Each worker has a few submissions waiting for it, as in `grader.cluster.workers`. It prints, for so
many cores, the hours, the part of the time for which they work, and what they wait for.
"""

from __future__ import annotations

import argparse
import heapq
import random
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from grader.store import tables as t
from grader.store.store import Store

AHEAD = 2
START_SECONDS = 3.0
"""Of a worker, with its first submission: its zygote and the libraries."""


class Plan(NamedTuple):
    """What a run comes to: seconds in all, those that cores worked, those of each bottleneck."""

    seconds: float
    worked: float
    command: float
    scheduler: float


def simulated(
    submissions: int,
    cores: int,
    times: Sequence[float],
    command: float,
    scheduler: float,
    seed: int,
) -> Plan:
    """Submissions in the order in which they are given out, to whichever core is free first.

    A submission is given out when the scheduler has time for it, and at most `AHEAD` wait for a
    core; a result is taken when the command has time for it.
    """
    chance = random.Random(seed)
    free = [START_SECONDS] * cores
    heapq.heapify(free)
    at_scheduler = at_command = worked = 0.0
    taken: list[float] = []  # when the command has taken a result, a heap of those not yet given on
    for number in range(submissions):
        # no more are on their way than the workers have room for
        room = heapq.heappop(taken) if number >= (1 + AHEAD) * cores else 0.0
        at_scheduler = max(at_scheduler, room) + scheduler
        seconds = chance.choice(times)
        begun = max(heapq.heappop(free), at_scheduler)
        ended = begun + seconds
        heapq.heappush(free, ended)
        worked += seconds
        at_command = max(at_command, ended) + command
        heapq.heappush(taken, at_command)
    return Plan(at_command, worked, submissions * command, submissions * scheduler)


def times_in(path: Path) -> list[float]:
    """How long each marking in a store took for which the program was run."""
    with Store(str(path), make=False) as store, store.reading() as connection:
        rows = connection.execute(select(t.run.c.seconds).where(~t.run.c.was_played))
        return [row.seconds for row in rows if row.seconds]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--submissions", type=int, default=1_000_000)
    parser.add_argument("--cores", default="2,16,64,256,1024")
    parser.add_argument("--command", type=float, required=True, help="seconds for each result")
    parser.add_argument("--scheduler", type=float, required=True, help="seconds for each job")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    times = times_in(given.store)
    middle, mean = statistics.median(times), statistics.fmean(times)
    print(
        f"{len(times)} markings: {1000 * middle:.0f} ms in the middle, {1000 * mean:.0f} ms in the "
        f"mean, {1000 * max(times):.0f} ms at most"
    )
    print(f"{'cores':>6} {'hours':>8} {'per s':>8} {'at work':>8}  waits for")
    for cores in map(int, given.cores.split(",")):
        plan = simulated(
            *(given.submissions, cores, times, given.command, given.scheduler, given.seed)
        )
        busy = plan.worked / (cores * plan.seconds)
        parts = {"cores": plan.worked / cores, "the command": plan.command}
        parts["the scheduler"] = plan.scheduler
        longest = max(parts, key=lambda part: parts[part])
        print(
            f"{cores:6} {plan.seconds / 3600:8.2f} {given.submissions / plan.seconds:8.0f} "
            f"{100 * busy:7.0f}%  {longest}"
        )


if __name__ == "__main__":
    main()
