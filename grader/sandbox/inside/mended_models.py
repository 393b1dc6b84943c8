"""PyTorch models with a few mistakes mended that hide all the rest of them (see `mending`).

Loaded by path in the child, where PyTorch has been imported.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

NOT_SET_UP = "module-not-set-up"
DROPOUT = "dropout-added"
NORMALISED = "normalisation-added"
WITH_THE_BATCH = "flattened-with-the-batch"
BATCH_SIZE = "batch-size-hard-coded"
ON_EACH_CALL = "layers-made-on-each-call"
NOT_FLATTENED = "flattening-forgotten"
OTHER_MAPS = "maps-of-another-size"
USED_AGAIN = "layer-called-again"

_DROPOUTS = ("dropout", "alpha_dropout", "feature_alpha_dropout")
_OF_MAPS = ("dropout1d", "dropout2d", "dropout3d")
_NORMALISATIONS = ("batch_norm", "layer_norm", "group_norm", "instance_norm")
_NORMALISING = ("BatchNorm", "LazyBatchNorm", "InstanceNorm", "LayerNorm", "GroupNorm", "RMSNorm")


class Models:
    """PyTorch with some functions that do no harm any more.

    ``found`` takes the keys of the mistakes that are met.
    """

    def __init__(self, found: set[str]) -> None:
        self.found = found
        self.images = 0
        self.calls = 0
        self.tries = False
        self._layers_before: list[Any] = []
        self._layers_now = 0
        self._used: list[Any] = []  # the weights of layers that a call has used so far
        self._leave_out()
        self._flatten_images()
        self._fit_vectors()
        self._use_once()  # around what fits vectors
        self._keep_layers()
        self._keep_parameters()

    def made(self, target: Any, positional: list[Any], named: dict[str, Any]) -> Any:
        """A model of a class; one that is not set up as a module is."""
        import torch

        module: Any = torch.nn.Module
        if issubclass(target, module):
            try:
                model = target(*positional, **named)
                if "_parameters" in model.__dict__:
                    return self._without_normalising(model)
            except AttributeError as error:
                if "Module.__init__()" not in str(error):
                    raise
        else:
            target = type(target.__name__, (target, module), {})
        self.found.add(NOT_SET_UP)
        model = target.__new__(target)
        module.__init__(model)
        original = module.__init__

        def once(self: Any, *arguments: Any, **others: Any) -> None:
            if self is not model:
                original(self, *arguments, **others)

        module.__init__ = once  # a late one would undo the layers
        try:
            target.__init__(model, *positional, **named)
        finally:
            module.__init__ = original
        return self._without_normalising(model)

    def called(self, target: Any, positional: list[Any], named: dict[str, Any]) -> Any:
        """What a method gives; layers that it makes are those that it made before."""
        if positional and getattr(positional[0], "ndim", 0) == _IMAGES:
            self.images = len(positional[0])
        if not self.calls:
            self._layers_before = _made_by_calls(getattr(target, "__self__", None))
            self._layers_now = 0
            self._used = []
        self.calls += 1
        try:
            return target(*positional, **named)
        finally:
            self.calls -= 1

    def _without_normalising(self, model: Any) -> Any:
        """A model in which normalising layers have no parameters, as they do nothing any more."""
        for one in model.modules():
            if type(one).__name__.startswith(_NORMALISING):
                one._parameters.update(dict.fromkeys(one._parameters))
        return model

    # -- functions that are left out ---------------------------------------------------------------

    def _leave_out(self) -> None:
        import torch

        def as_it_is(key: str, at: int | None) -> Callable[..., Any]:
            def function(x: Any, *rest: Any, **named: Any) -> Any:
                trains = named.get("training", named.get("train", True))
                if at is not None and len(rest) > at:
                    trains = rest[at]
                if trains or at is None:
                    self.found.add(key)
                return x

            return function

        functional: Any = torch.nn.functional
        for name in (*_DROPOUTS, *_OF_MAPS):
            for holder in (torch, functional):
                if hasattr(holder, name):
                    setattr(holder, name, as_it_is(DROPOUT, at=1))
        for name in _NORMALISATIONS:
            for holder in (torch, functional):
                if hasattr(holder, name):
                    setattr(holder, name, as_it_is(NORMALISED, at=None))

    # -- layers that are called once more ----------------------------------------------------------

    def _use_once(self) -> None:
        """A layer that was right in a call is left out where it is called on another size there."""
        import torch

        functional: Any = torch.nn.functional

        def used(original: Any, axis: int) -> Callable[..., Any]:
            def once(x: Any, weight: Any, *rest: Any, **named: Any) -> Any:
                groups = named.get("groups", rest[4] if len(rest) > _GROUPS_AT else 1)
                taken = weight.shape[1] * groups
                is_of_batch = x.ndim in (2, _IMAGES) and len(x) == self.images
                if self.calls and is_of_batch and x.shape[axis] == taken:
                    self._used.append(weight)
                elif self.calls and is_of_batch and any(one is weight for one in self._used):
                    self.found.add(USED_AGAIN)
                    return x
                return original(x, weight, *rest, **named)

            return once

        functional.linear = used(functional.linear, axis=-1)
        functional.conv2d = used(functional.conv2d, axis=1)

    # -- images that are flattened together --------------------------------------------------------

    def _flatten_images(self) -> None:
        """Each image of a batch stays by itself where it would be flattened with the others."""
        import torch

        tensor: Any = torch.Tensor

        def reshaping(original: Any) -> Callable[..., Any]:
            def reshaped(x: Any, *sizes: Any) -> Any:
                given = tuple(sizes[0]) if len(sizes) == 1 and _is_sequence(sizes[0]) else sizes
                return original(x, *self._by_image(x, given))

            return reshaped

        def flattening(original: Any) -> Callable[..., Any]:
            def flattened(x: Any, start_dim: int = 0, end_dim: int = -1) -> Any:
                if start_dim == 0 and x.ndim == _IMAGES and len(x) == self.images:
                    self.found.add(WITH_THE_BATCH)
                    start_dim = 1
                return original(x, start_dim, end_dim)

            return flattened

        reshape = torch.reshape
        for name in ("view", "reshape"):
            setattr(tensor, name, reshaping(getattr(tensor, name)))
        vars(torch)["reshape"] = lambda x, shape: reshape(x, self._by_image(x, tuple(shape)))
        tensor.flatten = flattening(tensor.flatten)
        vars(torch)["flatten"] = flattening(torch.flatten)

    def _by_image(self, x: Any, sizes: tuple[Any, ...]) -> tuple[Any, ...]:
        """The sizes with as many images as there are, in place of another number of them.

        A vector of another length than the maps of an image have is what these have: see
        `_fit_vectors`.
        """
        first = sizes[0] if sizes else None
        if x.ndim != _IMAGES or len(x) != self.images or type(first) is not int:
            return sizes
        if sizes in ((-1,), (1, -1)):
            if sizes == (1, -1) and len(x) == 1:
                return sizes
            self.found.add(WITH_THE_BATCH)
            return (len(x), -1)
        if len(sizes) > 1 and first not in (-1, len(x)):
            self.found.add(BATCH_SIZE)
            return (len(x), *sizes[1:])
        if len(sizes) == 2 and sizes[1] not in (-1, x[0].numel()):
            self.found.add(OTHER_MAPS)
            return (len(x), -1)
        return sizes

    # -- what comes to a fully connected layer -----------------------------------------------------

    def _fit_vectors(self) -> None:
        """Has a fully connected layer take maps as vectors, and vectors of another length.

        These are cut, or end in zeros: what they lead to is wrong, and only shows what is made of
        it. While parameters are filled in (``tries``) they are left, since the layer may be wrong.
        """
        import torch

        functional: Any = torch.nn.functional
        original, flatten = functional.linear, torch.flatten

        def linear(x: Any, weight: Any, bias: Any = None) -> Any:
            taken = weight.shape[1] if weight.ndim == 2 else 0
            if taken and self.calls and x.ndim in (2, _IMAGES) and len(x) == self.images:
                if x.ndim == _IMAGES and x.shape[-1] != taken:
                    x = flatten(x, 1)
                    self.found.add(NOT_FLATTENED)
                missing = taken - x.shape[1]
                if x.ndim == 2 and missing and not self.tries:
                    x = functional.pad(x, (0, missing))
                    self.found.add(OTHER_MAPS)
            return original(x, weight, bias)

        functional.linear = linear

    # -- layers that are made on each call ---------------------------------------------------------

    def _keep_layers(self) -> None:
        """A layer that a method makes anew stays the one that it made first."""
        import torch

        module: Any = torch.nn.Module
        original = module.__setattr__

        def kept(holder: Any, name: str, value: Any) -> None:
            if self.calls and self._is_made_again(holder, name, value):
                self.found.add(ON_EACH_CALL)
            else:
                original(holder, name, value)

        module.__setattr__ = kept

    def _is_made_again(self, holder: Any, name: str, value: Any) -> bool:
        import torch

        before = holder.__dict__.get("_modules", {}).get(name)
        if before is None:
            before = holder.__dict__.get("_parameters", {}).get(name)
            if not isinstance(value, torch.nn.Parameter):
                return False
        if before is None or before is value or type(before) is not type(value):
            return False
        return bool(_shapes(before)) and _shapes(before) == _shapes(value)

    def _keep_parameters(self) -> None:
        """A layer that a method makes and keeps nowhere has the parameters of the one before.

        They are known by their order within a call, and stay with the model.
        """
        import torch

        def keeping(original: Any) -> Callable[..., None]:
            def made(layer: Any, *arguments: Any, **named: Any) -> None:
                original(layer, *arguments, **named)
                if self.calls:
                    self._take_over(layer)

            return made

        for name in ("Linear", "Conv2d"):
            kind = getattr(torch.nn, name)
            kind.__init__ = keeping(kind.__init__)

    def _take_over(self, layer: Any) -> None:
        place = self._layers_now
        self._layers_now += 1
        if place == len(self._layers_before):
            self._layers_before.append(layer)
        elif _shapes(layer) == _shapes(self._layers_before[place]):
            layer._parameters.update(self._layers_before[place]._parameters)
            self.found.add(ON_EACH_CALL)


def _made_by_calls(model: Any) -> list[Any]:
    """The layers that methods of a model have made, in a list of its own that it gets here."""
    if not hasattr(model, "__dict__"):
        return []
    made: list[Any] = vars(model).setdefault("_made_by_calls", [])
    return made


_GROUPS_AT = 4
"""Where a convolution has its groups, behind input and kernel."""
_IMAGES = 4
"""The number of axes of a batch of images."""


def _is_sequence(value: Any) -> bool:
    return isinstance(value, (tuple, list))


def _shapes(value: Any) -> list[tuple[int, ...]]:
    """The shapes of the parameters of a layer, or that of a parameter itself."""
    parameters = value.parameters() if hasattr(value, "parameters") else [value]
    return [tuple(one.shape) for one in parameters]
