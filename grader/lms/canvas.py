"""QTI 1.2 as Canvas imports it: a quiz for each sheet, and in it a question for each answer.

Source: Canvas, gems/plugins/qti_exporter (classic quizzes), and instructure/qti (New Quizzes). Both
take one number for a question, so that a problem is its statement and a question for each of its
numbers; a tensor of exact numbers is one question with a blank for each cell, which Canvas compares
as texts. Bounds of an interval are told without its middle: one of the two works out the margin of
a middle in floats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from html import escape

from grader.document.nodes import Picture
from grader.lms.answers import boxes, described, how_to_type, noted, wanted
from grader.lms.asking import FILE, question
from grader.lms.bank import by_problem
from grader.lms.canvas_package import about, manifest, quiz
from grader.lms.markup import Markup, tex_in_line, tex_on_display, words
from grader.lms.package import zipped
from grader.lms.pictures import Pictures
from grader.lms.places import ONE, decimal, in_places
from grader.lms.question import Box, Interval, Number, Pick, Question
from grader.messages.say import say
from grader.render.statement import points_of_checks, title_of_sheet
from grader.sheet.sheet import Sheet
from problems.forms import Decimal, Rational
from problems.frozen import frozen
from problems.sentences import Language
from problems.working import Asked

_ROUNDED = range(2, 7)
_MOST_UNDER = 10**4
"""So small are the denominators of what is asked exactly."""


def canvas(sheets: Sequence[Sheet], *, solution: bool = True) -> bytes:
    """Some sheets with the same problems as a package of quizzes, one for each sheet.

    The worked solution is the general feedback of the last answer, if it is wanted. The file has
    the answers: it is for the lecturer alone. Raises SheetError where the problems of the sheets
    differ.
    """
    columns = by_problem(sheets)
    pictures = Pictures()
    quizzes: dict[str, tuple[str, str]] = {}
    remarks: dict[str, None] = {}
    for place, sheet in enumerate(sheets):
        asked = [
            question(own, problem, number=place + 1, solution=solution)
            for own, problem in (column[place] for column in columns)
        ]
        items = [_item(each) for one in asked for each in _items(one, sheet.language, pictures)]
        points = sum((one.points for one in asked), Fraction(0))
        named = f"{title_of_sheet(sheet)} {place + 1:03d}" if len(sheets) > 1 else ""
        called = named or title_of_sheet(sheet)
        ident = f"quiz-{place + 1:03d}"
        quizzes[ident] = quiz(ident, called, items), about(ident, called, points)
        if not place:
            for one in asked:
                for remark in _remarks(one, sheet.language):
                    remarks[f"{one.problem.key}. {one.title}: {remark}"] = None
    drawn = {f"images/{name}": data for name, data in pictures.files.items()}
    files: dict[str, bytes | str] = {"imsmanifest.xml": manifest(list(quizzes), list(drawn))}
    for ident, (questions, told) in quizzes.items():
        files |= {f"{ident}/{ident}.xml": questions, f"{ident}/assessment_meta.xml": told}
    return zipped({**files, **drawn, "remarks.txt": "\n".join(remarks) + "\n"})


def _remarks(asked: Question, language: Language) -> Iterator[str]:
    """What is lost on the way, for the lecturer."""
    together = [
        several for several in asked.boxes.values() if len(_pieces(several[0].asked, several)) == 1
    ]
    texts = [several[0].asked.name for several in together if len(several) > 1]
    told = dict(asked.remarks)
    if texts:
        told.pop("fractions", None)
        told["texts"] = say(language, "lms.texts-compared", blanks=", ".join(texts))
    yield from told.values()
    if any(isinstance(box.entry, Number) and box.entry.mistaken for box in asked.every_box()):
        yield say(language, "lms.mistakes-listed")


# -- the questions of a problem --------------------------------------------------------------------


@frozen
class _Item:
    """A question of a quiz: ``asked`` is what its text is followed by, and ``marked`` what counts.

    ``wrong`` and ``after`` are told of a wrong answer and in the end, and ``told`` of single ones.
    """

    ident: str
    title: str
    kind: str
    points: Fraction
    text: str
    asked: str = ""
    marked: str = ""
    wrong: str = ""
    after: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


def _items(asked: Question, language: Language, pictures: Pictures) -> Iterator[_Item]:
    """The statement, and a question for each answer; or the statement with an upload."""
    markup = _markup(pictures)
    number = say(language, "sheet.problem", key=asked.problem.key)
    called = f"{number}: {asked.title}"
    statement = markup.blocks(asked.statement)
    after = markup.blocks(asked.solution)
    if asked.is_code:
        upload = words(say(language, "lms.upload", file=FILE))
        checks = words(points_of_checks(asked.problem, language))
        starter = f"<pre><code>{words(asked.starter)}</code></pre>"
        text = f"{statement}<p>{checks}</p><p>{upload}</p>{starter}"
        kind = "file_upload_question"
        yield _Item(f"{asked.ident}-upload", called, kind, asked.points, text, after=after)
        return
    text = f"{statement}{how_to_type(asked, language)}"
    yield _Item(f"{asked.ident}-statement", called, "text_only_question", Fraction(0), text)
    pieces = [
        piece
        for blank in asked.problem.variant.working.asked
        for piece in _pieces(blank, asked.boxes[blank.name])
    ]
    for place, (blank, several) in enumerate(pieces, start=1):
        told = after if place == len(pieces) else ""
        yield _answer(asked, blank, several, language, markup, told)


def _pieces(blank: Asked, several: tuple[Box, ...]) -> list[tuple[Asked, tuple[Box, ...]]]:
    """A question for all cells together where they are compared as texts, or for each alone."""
    if len(several) > 1 and not isinstance(blank.form, Decimal):
        return [(blank, several)]
    return [(blank, (box,)) for box in several]


def _answer(
    asked: Question,
    blank: Asked,
    several: tuple[Box, ...],
    language: Language,
    markup: Markup,
    after: str,
) -> _Item:
    """The question for one box, or for all cells of a blank."""
    said = described(asked, blank, language, markup)
    notes = "".join(noted(asked, blank))
    points = sum((box.points for box in several), Fraction(0))
    first = several[0]
    wrong = _listed(several, language)
    if len(several) > 1:
        form = wanted(asked, blank, language)
        if isinstance(blank.form, Rational):
            form = say(language, "lms.exact")
        inside = boxes(asked, blank, language, lambda box: f"[{box.name}]")
        text = f"<p>{said} ({words(form)})</p>{notes}<div>{inside}</div>"
        kind, ident = "fill_in_multiple_blanks_question", f"{asked.ident}-{blank.name}"
        shown, marked = _in_blanks(several)
        return _Item(ident, blank.name, kind, points, text, shown, marked, wrong, after)
    unit = "" if first.cell else boxes(asked, blank, language, lambda box: "").strip()
    told = "; ".join(each for each in (wanted(asked, blank, language), unit) if each)
    where = f" <code>{first.called}</code>" if first.cell else ""
    text = f"<p>{said}{where} ({words(told)})</p>{notes}"
    ident = f"{asked.ident}-{first.name}"
    if isinstance(first.entry, Pick):
        kind = "multiple_choice_question"
        shown, marked = _choices(first.entry, markup)
        remarks = {
            f"choice{place}": option.told
            for place, option in enumerate(first.entry.options, start=1)
            if option.told
        }
        return _Item(
            ident, first.called, kind, points, text, shown, marked, after=after, told=remarks
        )
    kind = "numerical_question"
    marked = "".join(_RIGHT.format(fits=_within(right)) for right in first.entry.right)
    return _Item(ident, first.called, kind, points, text, _A_NUMBER, marked, wrong, after)


def _listed(several: Sequence[Box], language: Language) -> str:
    """The wrong numbers that mistakes lead to, since Canvas has no feedback for each."""
    lines = []
    for box in several:
        if isinstance(box.entry, Number):
            for wrong in box.entry.mistaken:
                value = decimal(wrong.interval.number).replace("-", "\u2212")
                where = f"{box.called} = {value}" if len(several) > 1 else value
                told = say(language, "lms.listed-mistake", value=where, told=wrong.told)
                lines.append(f"<li>{words(told)}</li>")
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


# -- what is asked, and what counts ----------------------------------------------------------------

_A_NUMBER = (
    '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal">'
    '<response_label ident="answer1"/></render_fib></response_str>'
)
_RIGHT = (
    '<respcondition continue="No"><conditionvar>{fits}</conditionvar>'
    '<setvar action="Set" varname="SCORE">100</setvar></respcondition>'
)


def _within(interval: Interval) -> str:
    """A number by itself with a margin of none; of an interval its ends alone."""
    low, high = (decimal(number) for number in (interval.low, interval.high))
    ends = (
        f'<vargte respident="response1">{low}</vargte><varlte respident="response1">{high}</varlte>'
    )
    if interval.reach:
        return ends
    return f'<or><varequal respident="response1">{low}</varequal><and>{ends}</and></or>'


def _choices(pick: Pick, markup: Markup) -> tuple[str, str]:
    labels = "".join(
        f'<response_label ident="choice{place}">{_material(markup.line(option.text))}'
        "</response_label>"
        for place, option in enumerate(pick.options, start=1)
    )
    shown = (
        f'<response_lid ident="response1" rcardinality="Single"><render_choice>{labels}'
        "</render_choice></response_lid>"
    )
    told = "".join(
        f'<respcondition continue="Yes"><conditionvar><varequal respident="response1">choice{place}'
        f'</varequal></conditionvar><displayfeedback feedbacktype="Response" '
        f'linkrefid="choice{place}_fb"/></respcondition>'
        for place, option in enumerate(pick.options, start=1)
        if option.told
    )
    fits = f'<varequal respident="response1">choice{pick.right + 1}</varequal>'
    return shown, told + _RIGHT.format(fits=fits)


def _in_blanks(several: Sequence[Box]) -> tuple[str, str]:
    """A blank for each cell, with all spellings that are right; each earns the same share."""
    shown, marked = [], []
    share = decimal(100 * ONE // len(several))
    for number, box in enumerate(several, start=1):
        assert isinstance(box.entry, Number), "options are chosen one by one"
        spelled = [text for right in box.entry.right for text in spellings(right.number)]
        idents = [str(1000 * number + place) for place in range(len(spelled))]
        labels = "".join(
            f'<response_label ident="{ident}">{_material(text, "text/plain")}</response_label>'
            for ident, text in zip(idents, spelled, strict=True)
        )
        shown.append(
            f'<response_lid ident="response_{box.name}">{_material(box.name, "text/plain")}'
            f"<render_choice>{labels}</render_choice></response_lid>"
        )
        marked += [
            f'<respcondition><conditionvar><varequal respident="response_{box.name}">{ident}'
            f'</varequal></conditionvar><setvar action="Add" varname="SCORE">{share}</setvar>'
            "</respcondition>"
            for ident in idents
        ]
    return "".join(shown), "".join(marked)


def spellings(number: int) -> list[str]:
    """How a number may be typed where texts are compared: ``-1/2``, ``-0.5``, ``-.5``, ``-0,5``."""
    exact = Fraction(abs(number), ONE).limit_denominator(_MOST_UNDER)
    if exact.denominator == 1:
        found = [str(exact)]
    else:
        digits = [f"{float(exact):.{places}f}".rstrip("0") for places in _ROUNDED]
        digits += [text.removeprefix("0") for text in digits]
        found = [str(exact), *digits, *(text.replace(".", ",") for text in digits)]
    signs = ("-", "\u2212", "\u2013") if number < 0 else ("", "+")
    return list(dict.fromkeys(f"{sign}{text}" for text in found for sign in signs))


# -- elements --------------------------------------------------------------------------------------


def _item(item: _Item) -> str:
    fields = {"question_type": item.kind, "points_possible": decimal(in_places(item.points))}
    metadata = "".join(
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry>"
        "</qtimetadatafield>"
        for label, entry in fields.items()
    )
    told = {"general_fb": item.after, "general_incorrect_fb": item.wrong}
    told |= {f"{ident}_fb": f"<p>{words(said)}</p>" for ident, said in item.told.items()}
    shown = {name: html for name, html in told.items() if html}
    processing = ""
    if item.kind != "text_only_question":
        general = _ALWAYS.format(name="general_fb") if item.after else ""
        wrong = _ALWAYS.format(name="general_incorrect_fb") if item.wrong else ""
        processing = f"<resprocessing>{_OUTCOMES}{general}{item.marked}{wrong}</resprocessing>\n"
    feedback = "".join(
        f'<itemfeedback ident="{name}"><flow_mat>{_material(html)}</flow_mat></itemfeedback>\n'
        for name, html in shown.items()
    )
    return (
        f'<item ident="{item.ident}" title="{escape(item.title)}">\n'
        f"<itemmetadata><qtimetadata>{metadata}</qtimetadata></itemmetadata>\n"
        f"<presentation>{_material(item.text)}{item.asked}</presentation>\n"
        f"{processing}{feedback}</item>"
    )


_OUTCOMES = (
    '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'
)
_ALWAYS = (
    '<respcondition continue="Yes"><conditionvar><other/></conditionvar>'
    '<displayfeedback feedbacktype="Response" linkrefid="{name}"/></respcondition>'
)


def _material(text: str, kind: str = "text/html") -> str:
    shown = escape(text, quote=False)
    return f'<material><mattext texttype="{kind}">{shown}</mattext></material>'


def _markup(pictures: Pictures) -> Markup:
    def picture(block: Picture, told: str) -> str:
        name = f"%24IMS-CC-FILEBASE%24/images/{pictures.name_of(block)}"
        return f'<p><img src="{name}" alt="{escape(told)}" /></p>'

    return Markup(tex_in_line, tex_on_display, picture)
