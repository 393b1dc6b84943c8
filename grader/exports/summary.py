"""Results as a summary of a job in GitHub Actions: Markdown, no longer than GitHub takes."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from grader.answers.notation import in_print
from grader.answers.outcome import Outcome
from grader.exports.entry import Entry
from grader.marking.result import SheetResult
from grader.messages.say import say
from grader.report.wording import incidents_of, marks, message_of
from problems.sentences import check_name

MOST_BYTES = 1024 * 1024
"""What a step may write; of a longer summary GitHub shows nothing."""
_KEPT_FREE = 1024
_FOR_THE_HEAD = 64 * 1024
_MOST_CHARACTERS = 300
_SIGN = re.compile(r"[!-,./:-@\[-`{-~]")  # all of ASCII that is no letter, digit, blank or hyphen
_STATUSES = ("marked", "missing", "refused", "unusable", "grader-fault")


def cell(text: str) -> str:
    """A name in a cell of a table as nothing but a text: no markup, no link, nobody is called."""
    spelled = _spelled(text)
    return f"<code>{spelled}</code>" if spelled.strip() else ""


def words(text: str) -> str:
    """The same for a sentence; a sign by which somebody is called is cut off from what follows."""
    return re.sub("(?<=&#(?:35|64);)", "\u2060", _spelled(text))


def _spelled(text: str) -> str:
    told = in_print(text)
    told = told if len(told) <= _MOST_CHARACTERS else f"{told[:_MOST_CHARACTERS]}…"
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", told)


def summary_of(result: SheetResult, titles: Mapping[str, str]) -> Iterator[str]:
    """The lines on one submission: its problems, and each answer that is not simply right."""
    language = result.language
    yield f"### {_plain(result.sheet)}\n\n"
    total = (say(language, "report.total"), marks(result.score, result.max_score))
    problems = [(f"{p.key}. {titles[p.key]}", marks(p.score, p.max_score)) for p in result.problems]
    if not result.is_sealed:
        yield "| | |\n| :-- | --: |\n"
        yield from (f"| {_plain(name)} | {earned} |\n" for name, earned in (*problems, total))
        yield "\n"
    told = [
        (problem, field)
        for problem in result.problems
        for field in problem.fields
        if field.outcome is not Outcome.CORRECT
    ]
    if told:
        yield "| | | | |\n| :-- | :-- | --: | :-- |\n"
    for problem, field in told:
        name = check_name(problem.family, field.name, language)
        outcome = say(language, f"outcome.{field.outcome.value}")
        earned = marks(field.score, field.max_score) if field.max_score else ""
        is_blank = field.outcome is Outcome.UNANSWERED  # which the outcome says
        said = "" if is_blank else message_of(field, problem.family, language)
        yield f"| {problem.key}. {cell(name)} | {_plain(outcome)} | {earned} | {words(said)} |\n"
    yield from (f"\n- {words(incident)}\n" for incident in incidents_of(result))


def summary_of_many(
    name: str, entries: Iterable[Entry], who: str, more: Sequence[str] = ()
) -> Iterator[str]:
    """The lines on a class or folder: counts by outcome, and a row for each of them.

    ``who`` is what a row is of, such as ``student``; ``more`` are lines on what else is odd. All
    rows are kept until it is known how many there are, each cut to a length.
    """
    statuses: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    rows: list[str] = []
    room = MOST_BYTES - _FOR_THE_HEAD
    for entry in entries:
        statuses[entry.status] += 1
        problems = entry.data["problems"] if entry.data else ()
        outcomes.update(field["outcome"] for problem in problems for field in problem["fields"])
        if room > 0:  # nobody is ever shown more
            row = _row(entry)
            room -= len(row.encode())
            rows += [row] if room > 0 else []
    yield f"### {_plain(name)}\n\n"
    yield f"| outcome | {who}s |\n| :-- | --: |\n"
    yield from (f"| {each} | {statuses[each]} |\n" for each in _STATUSES if statuses[each])
    if outcomes:
        yield "\n| answers | |\n| :-- | --: |\n"
        known = (each.value for each in Outcome)
        yield from (f"| {each} | {outcomes[each]} |\n" for each in known if outcomes[each])
    yield from (f"\n- {words(line)}\n" for line in more)
    yield f"\n| {who} | marks | outcome | |\n| :-- | --: | :-- | :-- |\n"
    yield from rows
    if left := statuses.total() - len(rows):
        yield f"\nand {left} more\n"


def _row(entry: Entry) -> str:
    earned = "" if entry.data is None else marks(entry.data["score"], entry.data["max_score"])
    return f"| {cell(entry.name)} | {earned} | {entry.status} | {words(entry.said)} |\n"


def within(room: int, lines: Iterable[str]) -> str:
    """The lines that have room, in bytes; where some are left out, it says so."""
    kept: list[str] = []
    size = 0
    room -= _KEPT_FREE
    for line in lines:
        size += len(line.encode())
        if size > room:
            kept.append("\nand more, for which there is no room here\n")
            break
        kept.append(line)
    return "".join(kept) if room > 0 else ""


def _plain(text: str) -> str:
    """A text of ours, a title or a word, in which no sign is markup."""
    return html.escape(re.sub(r"([\\`*_{}\[\]<>#|~$@])", r"\\\1", in_print(text)), quote=False)
