"""The parameters of a PyTorch model: found, filled with the numbers of a check, differentiated by.

One mistake in a model should not hide all that is right in it. Parameters that PyTorch does not
know of, since their layers are kept in a plain list, are found all the same; and where one size is
wrong such that the layers do not fit one another, the right one is put in its place. That the
shapes are wrong has been seen by then: they are sent as they are.

Loaded by path in the child, with its siblings and nothing else of ours.
"""

from __future__ import annotations

from math import prod, sqrt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

_GOLDEN = 0.6180339887498949
_MOST_MENDED = 2
"""The weights and the bias of one layer."""
_DEEPEST = 3


def fill(
    model: Any, arrays: Sequence[Any], scores: Callable[[], Any] | None, images: int
) -> list[Any]:
    """Gives each parameter the unused array of its shape; returns who has each, or None.

    It is the one at its own place, if there are as many, or else the first. A parameter whose shape
    no array has gets numbers of its own. ``scores`` works the model out on so many images: if it
    cannot, sizes that do not fit are mended. Without it, what has been mended stays so.
    """
    import torch

    arrays = [torch.as_tensor(array) for array in arrays]
    if scores is not None:
        _unmend()
    parameters = list(model.parameters())
    if scores is not None and any(map(torch.nn.parameter.is_lazy, parameters)):
        fits(scores, images)  # which gives such a parameter its shape
        parameters = list(model.parameters())
    wanted = [tuple(array.shape) for array in arrays]
    if sorted(tuple(one.shape) for one in parameters) != sorted(wanted):
        parameters += _kept_elsewhere(model, parameters)
    holders: list[Any] = [None] * len(arrays)
    unfit = []
    if len(parameters) == len(arrays):
        pairs = list(zip(parameters, arrays))  # noqa: B905  (there are as many)
        holders = [one if one.shape == array.shape else None for one, array in pairs]
    with torch.no_grad():
        for parameter in parameters:
            place = _place_of(parameter, arrays, holders)
            if place is None:
                parameter.copy_(_filling(tuple(parameter.shape)))
                unfit.append(parameter)
            else:
                parameter.copy_(arrays[place])
                holders[place] = parameter
        unused = [place for place, holder in enumerate(holders) if holder is None]
        if scores is not None and _can_be_mended(unfit, [arrays[place] for place in unused]):
            _mend_if_needed(arrays, holders, unused, unfit, scores, images)
    return holders


def set_parameters(model: Any, arrays: Sequence[Any]) -> None:
    """Gives each parameter the array at its own place, in whatever shape; zeros where none is."""
    import torch

    for place, parameter in enumerate(model.parameters()):
        if place < len(arrays):
            parameter.data = torch.tensor(arrays[place], dtype=parameter.dtype)
        else:
            parameter.data = torch.zeros_like(parameter)


def group_options(optimizer: Any, option: str, parameters: Sequence[Any]) -> list[float]:
    """What the group of each parameter has under a name; 0 for one that is in none."""
    groups = [(group, {id(one) for one in group["params"]}) for group in optimizer.param_groups]
    return [
        next((float(group[option]) for group, own in groups if id(one) in own), 0.0)
        for one in parameters
    ]


def prepares_kernels(*, wanted: bool) -> None:
    """Whether PyTorch may make a kernel of its own for each shape that it convolves (oneDNN).

    That pays for large and frequent ones, which a program may train on. A check has a few small
    images of many shapes, for which the kernels take longer to make than all else.
    """
    import torch

    if torch.backends.mkldnn.is_available():
        torch._C._set_mkldnn_enabled(wanted)


def has_gradients(*, wanted: bool | None = None) -> bool:
    """Whether PyTorch keeps what gradients need; from now on it does if that is ``wanted``."""
    import torch

    if wanted is not None:
        torch.set_grad_enabled(wanted)
    return torch.is_grad_enabled()


def call(target: Any, positional: list[Any], named: dict[str, Any]) -> Any:
    """What a method gives, such that gradients flow back from it in any case.

    They do not where a tensor that they need has been changed in place; so they get copies. That a
    program changes its input is for another check.
    """
    import torch

    with torch.autograd.graph.saved_tensors_hooks(
        lambda tensor: tensor.detach().clone(), lambda tensor: tensor
    ):
        return target(*positional, **named)


def gradients(value: Any, holders: Sequence[Any], sizes: Sequence[int]) -> Any:
    """The gradients of a value by the parameters, one after the other; zeros where there are none.

    Of several numbers it is the gradient of their sum.
    """
    import torch

    apart = [torch.zeros(size) for size in sizes]
    if isinstance(value, torch.Tensor) and value.requires_grad:
        leaves = [(n, one) for n, one in enumerate(holders) if _has_gradient(one)]
        if leaves:
            found = torch.autograd.grad(value.sum(), [one for _, one in leaves], allow_unused=True)
            for (place, _), gradient in zip(leaves, found):  # noqa: B905  (not with torch's tuple)
                if gradient is not None:
                    apart[place] = gradient.flatten()
    return torch.cat([one.to(torch.float64) for one in apart] or [torch.zeros(0)])


def _has_gradient(parameter: Any) -> bool:
    return parameter is not None and bool(parameter.requires_grad)


def _place_of(parameter: Any, arrays: Sequence[Any], holders: Sequence[Any]) -> int | None:
    """The place of the array that is a parameter's, or of the first unused one of its shape."""
    for place, holder in enumerate(holders):
        if holder is parameter:
            return place
    for place, array in enumerate(arrays):
        if holders[place] is None and array.shape == parameter.shape:
            return place
    return None


def _filling(shape: tuple[int, ...]) -> Any:
    """As `reference.model.filling`, which a mistaken model is compared with."""
    import numpy
    import torch

    limit = 0.5 if len(shape) == 1 else sqrt(6 / max(prod(shape[1:]), 1))
    places = numpy.arange(1, prod(shape) + 1)
    return torch.as_tensor(limit * (2 * (places * _GOLDEN % 1) - 1)).reshape(shape)


# -- parameters that are not registered ------------------------------------------------------------


def _kept_elsewhere(model: Any, known: Sequence[Any]) -> list[Any]:
    """The parameters in plain lists and dictionaries, in tensors, and in the model's class."""
    import torch

    seen = {id(one) for one in known}
    found = []
    places: list[Any] = [vars(module) for module in model.modules()]
    for one in type(model).__mro__:
        if one is torch.nn.Module:
            break
        places.append(dict(vars(one)))
    for place in places:
        for parameter in _parameters_in(place, _DEEPEST):
            if id(parameter) not in seen:
                seen.add(id(parameter))
                found.append(parameter)
    return found


def _parameters_in(value: Any, depth: int) -> Iterator[Any]:
    import torch

    if isinstance(value, torch.nn.Module):
        yield from value.parameters()
    elif isinstance(value, torch.Tensor):
        if value.is_leaf and value.requires_grad:
            yield value
    elif isinstance(value, (list, tuple, dict)) and depth:
        for each in list(value.values() if isinstance(value, dict) else value):
            yield from _parameters_in(each, depth - 1)


# -- sizes that do not fit one another -------------------------------------------------------------


def _can_be_mended(unfit: Sequence[Any], unused: Sequence[Any]) -> bool:
    """Whether the parameters that fit no array are those of one layer, and so are the arrays."""
    return 0 < len(unfit) == len(unused) <= _MOST_MENDED and all(
        one.ndim == array.ndim and one.is_leaf
        for one, array in zip(unfit, unused)  # noqa: B905
    )


def _mend_if_needed(
    arrays: Sequence[Any],
    holders: list[Any],
    unused: Sequence[int],
    unfit: Sequence[Any],
    scores: Callable[[], Any],
    images: int,
) -> None:
    """Gives parameters other shapes where the layers do not fit one another, if they fit then."""
    if fits(scores, images):
        return
    before = [one.data for one in unfit]
    for place, one in zip(unused, unfit):  # noqa: B905
        if one.ndim == 2 and one.shape[0] == arrays[place].shape[0]:
            _mend_reshaping(int(one.shape[1]), int(arrays[place].shape[1]))
        one.data = arrays[place].to(one.dtype).clone()
        holders[place] = one
    if fits(scores, images):
        return
    for place, one, data in zip(unused, unfit, before):  # noqa: B905
        one.data = data
        holders[place] = None
    _unmend()


def fits(scores: Callable[[], Any], images: int) -> bool:
    """Whether the model gives something for each image.

    It is the student's code that runs, so anything may be raised, an ``assert`` of theirs included:
    it does not fit then, and what it raises comes again, and is told, when it is called for its
    values. Only what ends the program itself (`SystemExit`, `KeyboardInterrupt`) is not caught.
    """
    try:
        found = scores()
        return len(found) == images
    except Exception:
        return False


_AS_PYTORCH_HAS_THEM: dict[str, Any] = {}


def _mend_reshaping(wrong: int, right: int) -> None:
    """Has ``h.view(-1, wrong)`` make vectors of the right length, as long as this model is used."""
    import torch

    for name in ("view", "reshape"):
        original = _AS_PYTORCH_HAS_THEM.setdefault(name, getattr(torch.Tensor, name))

        def mended(self: Any, *sizes: Any, original: Any = original) -> Any:
            given = tuple(sizes[0]) if len(sizes) == 1 and _is_shape(sizes[0]) else sizes
            if len(given) == 2 and given[1] == wrong and self.numel() % right == 0:
                return original(self, -1, right)
            return original(self, *sizes)

        setattr(torch.Tensor, name, mended)


def _is_shape(value: Any) -> bool:
    return isinstance(value, (tuple, list))


def _unmend() -> None:
    if _AS_PYTORCH_HAS_THEM:
        import torch

        for name, original in _AS_PYTORCH_HAS_THEM.items():
            setattr(torch.Tensor, name, original)
        _AS_PYTORCH_HAS_THEM.clear()
