"""The report on a class as one page, which loads nothing and holds no more than it shows."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.answers.notation import in_print
from grader.class_report.charts import histogram_of_marks, interval_bar, time_line
from grader.class_report.fairness import LEAST_IN_GROUP, MOST_MIXED, Comparison
from grader.class_report.intervals import Interval
from grader.class_report.items import OUTCOMES, Item
from grader.class_report.people import Names
from grader.class_report.slips import shortened
from grader.class_report.summary import Summary
from grader.copying.answers import AnswerFlag, SharedAnswers
from grader.copying.programs import ProgramFlag, SimilarPrograms
from grader.copying.told import chance_in_words
from grader.render.page import page_style

_HERE = Path(__file__).parent
_MOST_FLAGS, _MOST_MISTAKES = 100, 15
_LONGEST = 120


def class_page(
    summary: Summary,
    names: Names,
    answers: SharedAnswers | None = None,
    programs: SimilarPrograms | None = None,
) -> str:
    """The page. Without ``answers`` or ``programs`` it says that these were not compared."""
    bars = summary.times.bars()
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            summary=summary,
            names=names,
            policy=_policy(),
            style=Markup(_style()),
            script=Markup(_script()),
            marks_chart=None if summary.marks is None else histogram_of_marks(summary.marks),
            time_chart=_time_chart(summary),
            length_of_bar=bars[0],
            outcomes=_outcomes_of(summary),
            unequal=[each for each in summary.fairness if each.is_unequal],
            least_in_group=LEAST_IN_GROUP,
            most_mixed=MOST_MIXED,
            answers=answers,
            programs=programs,
            most_flags=_MOST_FLAGS,
            most_mistakes=_MOST_MISTAKES,
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "percent": percent,
        "range": _range,
        "number": number,
        "chance": chance_in_words,
        "printed": lambda text: in_print(str(text)),
        "short": lambda text: shortened(in_print(str(text)), _LONGEST),
        "groups": _groups,
        "who": _who,
    }
    made.globals |= {"difficulty": _difficulty, "discrimination": _discrimination}
    return made


def percent(share: float | None) -> str:
    """``63 %``; a dash where there is none."""
    return "–" if share is None else f"{100 * share:.0f} %"


def number(value: float | None) -> str:
    """``7.25``; empty where there is none."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def _range(interval: Interval | None, unit: str = "%") -> str:
    if interval is None:
        return ""
    if unit == "%":
        return f"{100 * interval.low:.0f} to {100 * interval.high:.0f} %"
    return f"{interval.low:.2f} to {interval.high:.2f}".replace("-", "−")


def _difficulty(item: Item) -> Markup:
    return _with_bar(
        percent(item.difficulty),
        _range(item.interval_of_difficulty),
        interval_bar(item.difficulty, item.interval_of_difficulty, 0.0),
    )


def _discrimination(item: Item) -> Markup:
    found = item.discrimination
    return _with_bar(
        "–" if found is None else f"{found:.2f}".replace("-", "−"),
        _range(item.interval_of_discrimination, ""),
        interval_bar(found, item.interval_of_discrimination, -1.0),
    )


def _with_bar(value: str, interval: str, bar: Markup) -> Markup:
    return Markup('<span class="value">{}</span> <span class="soft">{}</span>{}').format(
        value, interval, bar
    )


def _groups(comparison: Comparison) -> str:
    return "; ".join(
        f"{in_print(group.value)}: {percent(group.mean)} ({group.number})"
        for group in comparison.groups
    )


def _who(flag: AnswerFlag | ProgramFlag, names: Names) -> list[str]:
    ids = flag.students if isinstance(flag, ProgramFlag) else (flag.student, flag.classmate)
    return [names.of(each)[0] for each in ids]


def _outcomes_of(summary: Summary) -> list[tuple[str, str]]:
    """The outcomes that there are in this class, with the words for them, in their order."""
    found = {key for problem in summary.problems for key in problem.item.outcomes}
    known = [(key, words) for key, words in OUTCOMES.items() if key in found]
    return known + [(key, key) for key in sorted(found - OUTCOMES.keys())]


def _time_chart(summary: Summary) -> Markup | None:
    words, bars = summary.times.bars()
    if not bars:
        return None
    told = f"when {summary.times.known} files were handed in; a bar is one {words}"
    return time_line(bars, has_deadline=summary.times.has_deadline, told=told)


def _assets(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    return f'"use strict";\n{{\n{_assets("page.js")}}}\n'


@cache
def _style() -> str:
    return page_style() + _assets("page.css")


@cache
def _policy() -> str:
    """Nothing is loaded, and only what stands here runs."""
    parts: Sequence[str] = (
        *("default-src 'none'", f"script-src '{_hash(_script())}'"),
        *(f"style-src '{_hash(_style())}'", "base-uri 'none'", "form-action 'none'"),
    )
    return "; ".join(parts)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
