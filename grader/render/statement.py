"""The text of a problem, in Markdown: its statement, its blanks, and its worked solution."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.messages.say import say
from grader.render.blanks import meaning, value_in_words, wanted_format
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.family import InCode
from problems.probe import Call
from problems.sentences import Language, rule_formula, rule_text
from problems.texts import matrix, render, render_block, written
from problems.working import Step


def title(problem: Problem, language: Language) -> str:
    """The title of a problem, without its number."""
    return _block(problem, "title", language)


def statement(problem: Problem, language: Language) -> str:
    """What is given and what is asked."""
    return _block(problem, "statement", language)


def _block(problem: Problem, block: str, language: Language) -> str:
    variant = problem.variant
    return render_block(
        folder(variant.family.key), f"{language}.md.j2", block, **variant.parameters
    )


def code(problem: Problem, language: Language, template: str) -> str:
    """A program of a code family: ``starter.py.j2`` or ``solution.py.j2``, with its docstrings."""
    variant = problem.variant
    docstring = _block(problem, "docstring", language)
    return render(
        folder(variant.family.key), template, docstring=docstring, **variant.parameters
    ).strip()


def points(problem: Problem) -> int:
    """The marks that a problem can earn."""
    task = problem.variant.family.task
    if isinstance(task, InCode):
        return sum(c.marks for c in problem.variant.checks) + sum(s.marks for s in task.style)
    return sum(a.marks for a in problem.variant.working.asked)


def points_of(problem: Problem, name: str) -> int:
    """The marks of the checks that call a function or class first, and of its style."""
    task = problem.variant.family.task
    assert isinstance(task, InCode)
    called = [
        (next(step.function for step in check.probe.steps if isinstance(step, Call)), check.marks)
        for check in problem.variant.checks
    ]
    return sum(marks for function, marks in called if function.partition(".")[0] == name) + sum(
        rule.marks for rule in task.style if rule.function.partition(".")[0] == name
    )


def blanks_table(problem: Problem, language: Language) -> str:
    """The blanks of a problem by hand: name, meaning, format and marks."""
    columns = ("blank-column", "meaning-column", "format-column", "points-column")
    rows = [
        [
            f"`{a.name}`",
            meaning(problem, a, language),
            wanted_format(problem, a, language),
            str(a.marks),
        ]
        for a in problem.variant.working.asked
    ]
    return table([say(language, f"sheet.{c}") for c in columns], rows)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


_INSIDE = " " * 4  # of an item of a list, also of one whose number has two digits


def worked_solution(problem: Problem, language: Language) -> str:
    """The steps of a problem by hand, each with its rule and its value; or the model program."""
    variant = problem.variant
    if isinstance(variant.family.task, InCode):
        return f"```python\n{code(problem, language, 'solution.py.j2')}\n```"
    values = variant.working.solve_in_symbols()
    steps = [
        f"{number}. {_step(problem, step, values, language)}"
        for number, step in enumerate(variant.working.steps, start=1)
    ]
    return "\n".join(steps)


def _step(problem: Problem, step: Step, values: dict[str, Any], language: Language) -> str:
    where = folder(problem.variant.family.key)
    inputs = problem.variant.working.inputs(step)
    name = f"`{step.name}`" if step.symbol == step.name else f"`{step.name}` = {step.symbol}"
    formula = rule_formula(where, step.rule.key, inputs)
    text = (
        f"{name} — {rule_text(where, step.rule.key, 'title', language)}. "
        f"{rule_text(where, step.rule.key, 'explain', language)}"
    )
    value = values[step.name]
    if (words := value_in_words(problem, value, language)) is not None:
        return f"{text} **{words}**"
    if np.ndim(value) == 2 and not isinstance(value, tuple):
        lines = ("", "```text", *matrix(value).splitlines(), "```", "")
        block = "\n".join(f"{_INSIDE}{line}".rstrip() for line in lines)
        return f"{text}{f' {formula} =' if formula else ''}\n{block}"
    return f"{text} {f'{formula} = ' if formula else ''}**{written(value)}**"
