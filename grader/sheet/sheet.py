"""Sheets: the problems that one student gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from typing import Any

from grader.messages.say import say
from grader.sheet.issued import Issued
from problems.catalogue import UnknownFamilyError, family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, InCode, Level, NetworkRefusedError
from problems.frozen import frozen
from problems.languages import FALLBACK, Language, is_code, language_or_none, languages
from problems.variant import UnknownExampleError, Variant, example_variant, network_variant

DEFAULT_PROBLEMS = ("cnn-table", "conv2d-backprop", "conv1d-code")
MOST_PROBLEMS = 200


class SheetError(ValueError):
    """No sheet can be made of this: what was expected, what came, what to do.

    Where ``key`` is that of a sentence (``[refusal]`` of the messages) it can be said in each
    language; the text is in ``language``, English where nothing else is set.
    """

    language: Language = "en"

    def __init__(self, text: str = "", *, key: str = "", **details: Any) -> None:
        self.key = key
        self.details = details
        super().__init__(text or self.said_in("en"))

    def said_in(self, language: Language) -> str:
        """The text in a language; in English where it is in no other."""
        if not self.key:
            return str(self)
        details = dict(self.details)
        if "what" in details:
            details["what"] = say(language, f"damage.{details['what']}", **details)
        return say(language, f"refusal.{self.key}", **details)


@frozen(eq=False)
class Problem:
    """One problem of a sheet; ``key`` is its number there.

    ``draw_version`` is that of its family when it was drawn: 0 where a sheet of the first format
    says nothing of it, and today's where it was drawn just now. ``worth`` has the points of each
    blank or check where an assignment sets them, and ``called`` is its title where that cannot be
    made of its parameters. One that ``is_sealed`` is read and not marked: see `sealed`.
    """

    key: str
    variant: Variant
    draw_version: int | None = None
    worth: Mapping[str, Fraction] = field(default_factory=dict)
    called: str = ""
    is_sealed: bool = False

    def points_for(self, name: str, marks: int) -> Fraction | int:
        """What a blank or check is worth here, which has so many marks by itself."""
        return self.worth.get(name, marks)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that it asks for: of blanks, or of functions and classes."""
        if isinstance(self.variant.family.task, InCode):
            return self.variant.functions
        return tuple(asked.name for asked in self.variant.working.asked)

    @property
    def uses_torch(self) -> bool:
        """Whether it asks for PyTorch code."""
        return bool(getattr(self.variant.family.task, "torch", False))


@frozen(eq=False)
class Sheet:
    """The problems that one student gets, in one language.

    ``issued`` says which sheet of an assignment it is; it is None of a practice sheet. Statements
    are told in the languages of ``also_in`` as well.
    """

    seed: str
    language: Language
    problems: tuple[Problem, ...]
    issued: Issued | None = None
    also_in: tuple[Language, ...] = ()

    @property
    def name(self) -> str:
        """What the sheet is called in reports."""
        return f"practice-{self.seed}" if self.issued is None else self.issued.name

    @property
    def is_sealed(self) -> bool:
        """Whether it is one of an assignment, as the student's own grader knows it."""
        return any(problem.is_sealed for problem in self.problems)

    @property
    def uses_torch(self) -> bool:
        """Whether a problem asks for PyTorch code."""
        return bool(self.needing_torch)

    @property
    def needing_torch(self) -> tuple[str, ...]:
        """The keys of the problems that ask for PyTorch code."""
        return tuple(problem.key for problem in self.problems if problem.uses_torch)


def draw_sheet(
    seed: str,
    requests: Sequence[str],
    language: Language,
    network: Mapping[str, Any] | None = None,
) -> Sheet:
    """A practice sheet; see ``requested_variant`` for the requests. Raises SheetError.

    Every problem that is drawn of a family that takes one is about the ``network``, if it is there.
    """
    if network is not None:
        _require_one_that_takes_it(requests)
    if len(requests) > MOST_PROBLEMS:
        raise SheetError(f"a sheet has {MOST_PROBLEMS} problems at most, not {len(requests)}")
    problems: list[Problem] = []
    for key, request in enumerate(requests, start=1):
        again = list(requests[:key]).count(request)
        own_seed = seed if again == 1 else f"{seed}/{again}"  # asked twice: two variants
        problems.append(Problem(str(key), requested_variant(request, own_seed, network)))
    return Sheet(seed, language, tuple(problems))


def _require_one_that_takes_it(requests: Sequence[str]) -> None:
    """Refuses a network that no problem would be about."""
    named = [name for each in requests if (name := each.partition(":")[0]) in family_keys()]
    if not any(family(key).network for key in named):
        takers = ", ".join(key for key in family_keys() if family(key).network)
        raise SheetError(
            f"a problem that can be about your network was expected ({takers}), but there is none; "
            f"ask for one, by its family and perhaps its level"
        )


def requested_variant(request: str, seed: str, network: Mapping[str, Any] | None = None) -> Variant:
    """The variant that a request names: ``FAMILY``, ``FAMILY:LEVEL`` or ``FAMILY@EXAMPLE``.

    The level is ``standard`` if none is said; a published example is the same for every seed, and
    has no level. With a ``network`` the problem is about that, if its family takes one.
    Raises SheetError for an unknown family, level or example, or an empty one, and for a network
    about which the family asks nothing.
    """
    name, at, example = request.partition("@")
    key, colon, level = name.partition(":")
    if (at and (colon or not example)) or (colon and not level):
        raise SheetError(
            f"{request!r} names no problem; FAMILY, FAMILY:LEVEL or FAMILY@EXAMPLE was expected"
        )
    try:
        if example:
            return example_variant(key, example)
        if network is not None and family(key).network is not None:
            return network_variant(key, as_level(level or "standard"), network)
        return draw_variant(key, as_level(level or "standard"), seed)
    except UnknownFamilyError as error:
        raise SheetError(f"{error}; 'grader families' lists them") from None
    except NetworkRefusedError as error:
        raise SheetError(f"{key} cannot ask about this network: {error}") from None
    except UnknownExampleError as error:
        raise SheetError(str(error)) from None


def as_level(text: str) -> Level:
    """The level of this name. Raises SheetError."""
    if text not in LEVELS:
        raise SheetError(f"there is no level {text!r}; there are {', '.join(LEVELS)}")
    return text


def as_language(text: str) -> Language:
    """The language of this code; one that was added elsewhere, and not here, is told in English.

    Raises SheetError for what is no code of a language.
    """
    if not is_code(text):
        raise SheetError(f"there are no sheets in {text!r}; there are {', '.join(languages())}")
    return language_or_none(text) or FALLBACK
