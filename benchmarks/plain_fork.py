"""The floor of ``check_speed.py``: a plain fork per submission, with nothing around it.

    python -S plain_fork.py MODULE ...

It imports the modules once. Then it reads jobs from stdin (pickled: a source text, and lists of
steps as tuples), forks for each, and the child runs the source and the steps, writes the values
that it read to stdout (pickled), and ends. Nothing is confined, checked or marked, all inputs are
there from the start, and a byte after the values says that the child is gone.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))

from grader.sandbox.inside.confinement.memory import LargePages


def main(modules: list[str]) -> None:
    """Import, and serve until stdin closes."""
    for name in modules:
        __import__(name)
    if "torch" in modules:
        _warm_up_torch()
    gc.collect()
    gc.freeze()
    LargePages().fill(sys.maxsize)  # as our own fork server has them, once it is warm
    while True:
        try:
            source, probes = pickle.load(sys.stdin.buffer)  # noqa: S301  (the benchmark's own)
        except EOFError:
            return
        child = os.fork()
        if child == 0:
            pickle.dump(_values(source, probes), sys.stdout.buffer)
            sys.stdout.buffer.flush()
            os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b".")


def _warm_up_torch() -> None:
    import torch

    torch.set_num_threads(1)
    with torch.no_grad():
        torch.conv2d(torch.zeros(1, 1, 3, 4), torch.zeros(1, 1, 2, 3))


def _values(source: str, probes: list[list[tuple[Any, ...]]]) -> list[Any]:
    program: dict[str, Any] = {"__name__": "submission"}
    exec(compile(source, "submission.py", "exec"), program)  # noqa: S102  (a model solution)
    return [value for steps in probes for value in _observed(program, steps)]


def _observed(program: dict[str, Any], steps: list[tuple[Any, ...]]) -> list[Any]:
    """What the steps of one probe read."""
    names = dict(program)
    found = []
    for verb, *arguments in steps:
        if verb == "put":
            name, value, tensor = arguments
            names[name] = _tensor(value) if tensor else value
        elif verb == "call":
            result, path, positional, keywords = arguments
            passed = {key: names[name] for key, name in keywords.items()}
            names[result] = _find(names, path)(*(names[name] for name in positional), **passed)
        elif verb == "read":
            value = _find(names, *arguments)
            found.append(value.detach().numpy() if hasattr(value, "detach") else value)
        elif verb == "load":
            path, arrays = arguments
            _load(_find(names, path), arrays)
        elif verb == "gradients":
            path, model = arguments
            found.append(_gradients(_find(names, path), _find(names, model)))
        else:
            found.append([tuple(one.shape) for one in _find(names, *arguments).parameters()])
    return found


def _find(names: dict[str, Any], path: str) -> Any:
    head, *attributes = path.split(".")
    found = names[head]
    for name in attributes:
        found = getattr(found, name)
    return found


def _tensor(value: Any) -> Any:
    import torch

    return torch.as_tensor(value)


def _gradients(value: Any, model: Any) -> Any:
    """The gradients by all parameters, one after the other."""
    import torch

    apart = torch.autograd.grad(value, list(model.parameters()))
    return torch.cat([each.flatten() for each in apart]).numpy()


def _load(model: Any, arrays: list[Any]) -> None:
    """Fills the parameters of a model, whose shapes all differ."""
    import torch

    by_shape = {array.shape: array for array in arrays}
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.as_tensor(by_shape[tuple(parameter.shape)]))


if __name__ == "__main__":
    main(sys.argv[1:])
