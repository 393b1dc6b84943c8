"""QTI 3.0: a zip of items, and a test with a section for each problem.

Source: 1EdTech, Question and Test Interoperability 3.0, Assessment, Section and Item. Whether a
number is right is said by two comparisons with the ends of an interval, and not by ``qti-equal``
with a tolerance, which not all players know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape

from grader.document.formula import Formula
from grader.document.nodes import Picture
from grader.lms.answers import answers, how_to_type, offers_more_than_words
from grader.lms.asking import FILE, question
from grader.lms.bank import by_problem
from grader.lms.markup import Markup, words
from grader.lms.package import zipped
from grader.lms.pictures import Pictures
from grader.lms.places import decimal, in_places
from grader.lms.qti3_package import HEAD, XML, file_of, manifest, test
from grader.lms.question import Box, Interval, Number, Option, Question, weights_of
from grader.messages.say import say
from grader.render.mathml import display_math, inline_math
from grader.render.statement import points_of_checks
from grader.render.text import one_line
from grader.sheet.sheet import Sheet
from problems.sentences import Language

_WIDTH = 'class="qti-input-width-6" expected-length="8"'
"""Of a box for a number: the class is of the vocabulary that players share."""
_MATHML = '<math xmlns="http://www.w3.org/1998/Math/MathML"'


def qti(sheets: Sequence[Sheet], *, solution: bool = True) -> bytes:
    """Some sheets with the same problems as a package; of several, a test asks one of each problem.

    The worked solution is shown after an answer, if it is wanted. The file has the answers: it is
    for the lecturer alone.
    Raises SheetError where the problems of the sheets differ.
    """
    sections: list[list[Question]] = []
    items: dict[str, str] = {}
    pictures = Pictures()
    language = sheets[0].language if sheets else "en"
    for variants in by_problem(sheets):
        asked = [
            question(sheet, problem, number=number, solution=solution)
            for number, (sheet, problem) in enumerate(variants, start=1)
        ]
        sections.append(asked)
        items |= {file_of(each): item(each, language, pictures) for each in asked}
    drawn = {f"items/{name}": data for name, data in pictures.files.items()}
    files: dict[str, bytes | str] = {
        "imsmanifest.xml": manifest(sections, list(drawn)),
        "test.xml": test(sheets[0], sections),
        **items,
        **drawn,
    }
    return zipped(files)


# -- items -----------------------------------------------------------------------------------------


def item(asked: Question, language: Language, pictures: Pictures) -> str:
    """A question as an item; what it shows is among the pictures afterwards."""
    markup = _markup(pictures)
    body = _upload(asked, language, markup) if asked.is_code else _body(asked, language, markup)
    told = tuple(_feedback(asked, markup))
    marks = decimal(in_places(asked.points))
    parts = [
        f'{XML}<qti-assessment-item {HEAD} identifier="{asked.ident}" '
        f'title="{escape(asked.title)}" xml:lang="{language}" time-dependent="false">',
        *_declarations(asked),
        '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" '
        f'normal-maximum="{marks}"><qti-default-value><qti-value>0</qti-value></qti-default-value>'
        "</qti-outcome-declaration>",
        '<qti-outcome-declaration identifier="WEIGHT" cardinality="single" base-type="float">'
        "<qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>",
        '<qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float">'
        f"<qti-default-value><qti-value>{marks}</qti-value></qti-default-value>"
        "</qti-outcome-declaration>",
        *(
            f'<qti-outcome-declaration identifier="{name}" cardinality="single" '
            'base-type="identifier"/>'
            for name in dict.fromkeys(name for name, _, _ in told)
        ),
        f"<qti-item-body>\n{_remarks(asked)}{body}\n</qti-item-body>",
        *_processing(asked),
        *(_modal(*each) for each in told),
        "</qti-assessment-item>\n",
    ]
    return "\n".join(parts)


def _declarations(asked: Question) -> Iterator[str]:
    if asked.is_code:
        yield '<qti-response-declaration identifier="FILE" cardinality="single" base-type="file"/>'
    for number, box in enumerate(asked.every_box(), start=1):
        if isinstance(box.entry, Number):
            kind, right = "float", decimal(box.entry.right[0].number)
        else:
            kind, right = "identifier", _choice(box.entry.right)
        yield (
            f'<qti-response-declaration identifier="{_response(number)}" cardinality="single" '
            f'base-type="{kind}"><qti-correct-response><qti-value>{right}</qti-value>'
            "</qti-correct-response></qti-response-declaration>"
        )


def _response(number: int) -> str:
    return f"RESPONSE{number}"


def _choice(place: int) -> str:
    return f"choice{place + 1}"


def _remarks(asked: Question) -> str:
    """What is lost on the way, for the lecturer."""
    told = "".join(f"<p>{words(remark)}</p>" for remark in asked.remarks.values())
    return (
        '<qti-rubric-block use="instructions" view="author scorer"><qti-content-body>'
        f"{told}</qti-content-body></qti-rubric-block>\n"
    )


def _body(asked: Question, language: Language, markup: Markup) -> str:
    numbers = {box.name: number for number, box in enumerate(asked.every_box(), start=1)}

    def slot(box: Box) -> str:
        name = f'response-identifier="{_response(numbers[box.name])}"'
        if isinstance(box.entry, Number):
            return f"<qti-text-entry-interaction {name} {_WIDTH}/>"
        listed = enumerate(box.entry.options)
        if offers_more_than_words(box.entry):
            options = "".join(_simple_choice(place, option, markup) for place, option in listed)
            return (
                f'<qti-choice-interaction {name} max-choices="1">{options}</qti-choice-interaction>'
            )
        options = "".join(
            f'<qti-inline-choice identifier="{_choice(place)}">{words(one_line(option.text))}'
            "</qti-inline-choice>"
            for place, option in listed
        )
        return f"<qti-inline-choice-interaction {name}>{options}</qti-inline-choice-interaction>"

    return "\n".join(
        (
            markup.blocks(asked.statement),
            how_to_type(asked, language),
            answers(asked, language, markup, slot),
        )
    )


def _simple_choice(place: int, option: Option, markup: Markup) -> str:
    text = markup.line(option.text)
    return f'<qti-simple-choice identifier="{_choice(place)}">{text}</qti-simple-choice>'


def _upload(asked: Question, language: Language, markup: Markup) -> str:
    checks = words(points_of_checks(asked.problem, language))
    upload = words(say(language, "lms.upload", file=FILE))
    return "\n".join(
        (
            markup.blocks(asked.statement),
            f"<p>{checks}</p>",
            f"<pre><code>{words(asked.starter)}</code></pre>",
            '<qti-upload-interaction response-identifier="FILE" type="text/x-python">'
            f"<qti-prompt>{upload}</qti-prompt></qti-upload-interaction>",
        )
    )


def _markup(pictures: Pictures) -> Markup:
    def picture(block: Picture, told: str) -> str:
        return f'<p><img src="{pictures.name_of(block)}" alt="{escape(told)}"/></p>'

    return Markup(_in_line, _on_display, picture)


def _in_line(formula: Formula) -> str:
    return inline_math(formula).replace("<math", _MATHML)


def _on_display(formula: Formula) -> str:
    return f"<div>{display_math(formula).replace('<math', _MATHML)}</div>"


# -- processing ------------------------------------------------------------------------------------


def _processing(asked: Question) -> Iterator[str]:
    weights = weights_of(asked)
    yield "<qti-response-processing>"
    for number, box in enumerate(asked.every_box(), start=1):
        yield _condition(number, box, weights[box.name])
    if weights:
        yield _share(asked.points, sum(weights.values()))
    if asked.solution:
        yield _showing("SOLUTION", "solution")
    yield "</qti-response-processing>"


def _share(points: Fraction, weight: int) -> str:
    """The score by the weight that was earned, which are whole numbers: no rounding adds up."""

    def plain(value: str) -> str:
        return f'<qti-base-value base-type="float">{value}</qti-base-value>'

    return (
        '<qti-set-outcome-value identifier="SCORE"><qti-divide><qti-product>'
        f'<qti-variable identifier="WEIGHT"/>{plain(decimal(in_places(points)))}</qti-product>'
        f"{plain(str(weight))}</qti-divide></qti-set-outcome-value>"
    )


def _condition(number: int, box: Box, weight: int) -> str:
    """What an answer earns, or what is said of it; of several things the first that fits."""
    variable = f'<qti-variable identifier="{_response(number)}"/>'
    cases: list[tuple[str, str]] = []
    earned = (
        '<qti-set-outcome-value identifier="WEIGHT"><qti-sum><qti-variable identifier="WEIGHT"/>'
        f'<qti-base-value base-type="float">{weight}</qti-base-value>'
        "</qti-sum></qti-set-outcome-value>"
    )
    if isinstance(box.entry, Number):
        cases += [(_within(variable, right), earned) for right in box.entry.right]
        cases += [
            (_within(variable, wrong.interval), _showing(_outcome(number), _mistake(place)))
            for place, wrong in enumerate(box.entry.mistaken)
        ]
    else:
        for place, option in enumerate(box.entry.options):
            is_it = (
                f'<qti-match>{variable}<qti-base-value base-type="identifier">{_choice(place)}'
                "</qti-base-value></qti-match>"
            )
            if option.is_right:
                cases.append((is_it, earned))
            elif option.told:
                cases.append((is_it, _showing(_outcome(number), _mistake(place))))
    first, *others = cases
    return (
        f"<qti-response-condition><qti-response-if>{first[0]}{first[1]}</qti-response-if>"
        + "".join(
            f"<qti-response-else-if>{fits}{what}</qti-response-else-if>" for fits, what in others
        )
        + "</qti-response-condition>"
    )


def _within(variable: str, interval: Interval) -> str:
    def bound(tag: str, number: int) -> str:
        value = f'<qti-base-value base-type="float">{decimal(number)}</qti-base-value>'
        return f"<{tag}>{variable}{value}</{tag}>"

    there_is_one = ""
    if interval.low <= 0 <= interval.high:  # a player may take an empty box for a zero
        there_is_one = f"<qti-not><qti-is-null>{variable}</qti-is-null></qti-not>"
    ends = bound("qti-gte", interval.low) + bound("qti-lte", interval.high)
    return f"<qti-and>{there_is_one}{ends}</qti-and>"


def _showing(outcome: str, feedback: str) -> str:
    return (
        f'<qti-set-outcome-value identifier="{outcome}">'
        f'<qti-base-value base-type="identifier">{feedback}</qti-base-value>'
        "</qti-set-outcome-value>"
    )


def _outcome(number: int) -> str:
    """The variable that says what is told of a box; one for each, since not all players add up."""
    return f"FEEDBACK{number}"


def _mistake(place: int) -> str:
    return f"mistake{place + 1}"


def _feedback(asked: Question, markup: Markup) -> Iterator[tuple[str, str, str]]:
    """What may be told: the outcome and its value on which it hangs, and its text."""
    for number, box in enumerate(asked.every_box(), start=1):
        entry = box.entry
        said = (
            [wrong.told for wrong in entry.mistaken]
            if isinstance(entry, Number)
            else ["" if option.is_right else option.told for option in entry.options]
        )
        for place, told in enumerate(said):
            if told:
                where = f"<code>{box.called}</code>"
                yield _outcome(number), _mistake(place), f"<p>{where}: {words(told)}</p>"
    if asked.solution:
        yield "SOLUTION", "solution", markup.blocks(asked.solution)


def _modal(outcome: str, name: str, content: str) -> str:
    return (
        f'<qti-modal-feedback outcome-identifier="{outcome}" identifier="{name}" show-hide="show">'
        f"<qti-content-body>{content}</qti-content-body></qti-modal-feedback>"
    )
