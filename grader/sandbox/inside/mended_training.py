"""Training of which ``backward`` or ``step`` is missing, or that is done to a copy of the model.

Without one of them no parameter changes, and nothing is seen of the rest (see `mending`). Here the
gradients are worked out when the optimizer is to step along them, and it steps at the end of a call
that has worked them out and leaves them lying. Each is a call of PyTorch's, on what the program has
made: a program that makes no loss, or has neither of the two, stays as it is. And a function that
returns another model than the one that it was to change has its changes made there.

Loaded by path in the child, where PyTorch has been imported.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

NO_GRADIENT = "backward-forgotten"
NO_STEP = "step-forgotten"
TOO_EARLY = "step-before-backward"
COPIED = "copy-changed"

_LOSSES = ("cross_entropy", "nll_loss")
"""The functions that a loss comes of; the latest one of a call is that of the step."""


class Training:
    """PyTorch, such that what is missing of a step is done when it is due.

    ``found`` takes the keys of the mistakes that are met.
    """

    def __init__(self, found: set[str]) -> None:
        self.found = found
        self._begin()
        self._note_losses()
        self._note_gradients()
        self._note_steps()
        self._keep_gradients()

    def call(self, target: Any, positional: list[Any], named: dict[str, Any]) -> Any:
        """What a function gives, after which the optimizer that it was handed has stepped."""
        import torch

        self._begin()
        result = target(*positional, **named)
        if self._has_gradients and not self._has_stepped:
            for one in (*positional, *named.values()):
                if isinstance(one, torch.optim.Optimizer):
                    self.found.add(NO_STEP)
                    one.step()
        self._begin()
        if isinstance(result, torch.nn.Module):
            self._take_over(result, positional)
        return result

    def _take_over(self, result: Any, positional: list[Any]) -> None:
        """Gives the model that a function was handed what it has changed in a copy of it."""
        handed = [one for one in positional if type(one) is type(result)]
        if len(handed) == 1 and handed[0] is not result:
            self.found.add(COPIED)
            handed[0].__dict__.update(result.__dict__)

    def _begin(self) -> None:
        """What is known of a call at its beginning."""
        self._loss: Any = None  # of which no gradients have been worked out yet
        self._own: Any = None  # the loss of which they were worked out here
        self._has_gradients = False
        self._has_stepped = False
        self._is_to_be_zeroed = False

    def _note_losses(self) -> None:
        import torch

        for name in _LOSSES:
            original = getattr(torch.nn.functional, name)

            def noted(*args: Any, original: Callable[..., Any] = original, **named: Any) -> Any:
                loss = original(*args, **named)
                if loss.requires_grad and not self._has_stepped:
                    self._loss = loss
                return loss

            setattr(torch.nn.functional, name, noted)

    def _note_gradients(self) -> None:
        import torch

        original: Any = torch.Tensor.backward

        def backward(loss: Any, *args: Any, **named: Any) -> None:
            if self._own is not None:  # what is left of its graph is gone
                self.found.discard(NO_GRADIENT)
                self.found.add(TOO_EARLY)
                return
            original(loss, *args, **named)
            self._loss = None
            self._has_gradients = True

        self._backward = original
        setattr(torch.Tensor, "backward", backward)  # noqa: B010

    def _note_steps(self) -> None:
        from torch.optim import optimizer

        def before(*_: Any) -> None:
            if self._loss is not None:
                self.found.add(NO_GRADIENT)
                self._own, self._loss = self._loss, None
                self._backward(self._own)
            self._has_stepped = True

        def after(one: Any, *_: Any) -> None:
            if self._is_to_be_zeroed:
                self._is_to_be_zeroed = False
                one.zero_grad()

        optimizer.register_optimizer_step_pre_hook(before)
        optimizer.register_optimizer_step_post_hook(after)

    def _keep_gradients(self) -> None:
        """Gradients that have not been used yet are zeroed after the step."""
        import torch

        for owner in (torch.optim.Optimizer, torch.nn.Module):
            original = owner.zero_grad

            def zero_grad(
                one: Any, *args: Any, original: Callable[..., Any] = original, **named: Any
            ) -> None:
                if self._has_gradients and not self._has_stepped:
                    self.found.add(NO_GRADIENT)
                    self._is_to_be_zeroed = True
                else:
                    original(one, *args, **named)

            setattr(owner, "zero_grad", zero_grad)  # noqa: B010
