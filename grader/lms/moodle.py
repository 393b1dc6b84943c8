"""Moodle XML: a category for each problem, and in it a question for each of its variants.

Source: Moodle, question/format/xml/format.php and question/type/{numerical,multianswer,multichoice,
essay}. A problem of one number is a question of the type numerical, one of one choice a
multichoice, a program an essay with an attachment, and all others are cloze.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePosixPath

from grader.document.nodes import Picture
from grader.lms import cloze
from grader.lms.answers import answers, boxes, how_to_type, offers_more_than_words, wanted
from grader.lms.asking import FILE, question
from grader.lms.bank import by_problem
from grader.lms.markup import Markup, tex_in_line, tex_on_display, words
from grader.lms.pictures import Pictures
from grader.lms.places import decimal, in_places, sign_of_decimals
from grader.lms.question import Box, Number, Pick, Question, weights_of
from grader.messages.numbers import number_in_words
from grader.messages.say import say
from grader.render.statement import points_of_checks
from grader.sheet.sheet import Sheet
from problems.sentences import Language


def moodle(sheets: Sequence[Sheet], *, solution: bool = True) -> str:
    """Some sheets with the same problems as one file of questions; several are a bank of variants.

    The worked solution is the general feedback, if it is wanted. The file has the answers: it is
    for the lecturer alone.
    Raises SheetError where the problems of the sheets differ.
    """
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    for variants in by_problem(sheets):
        questions = [
            question(sheet, problem, number=number, solution=solution)
            for number, (sheet, problem) in enumerate(variants, start=1)
        ]
        language = variants[0][0].language
        parts.append(_category(sheets[0], questions, language))
        parts += [_question(each, language) for each in questions]
    parts.append("</quiz>\n")
    return "\n".join(parts)


def _has_comma(language: Language) -> bool:
    """Whether decimals are wanted with a comma, as Moodle's pack of the language has them.

    Some of these packs refuse a point, which stands between thousands there, and English refuses a
    comma for the same reason.
    """
    return sign_of_decimals(language) == ","


def _category(sheet: Sheet, questions: Sequence[Question], language: Language) -> str:
    """The category, and in its description what is lost on the way."""
    first = questions[0]
    problem = first.problem
    name = f"{problem.key.zfill(2)} {first.title} ({problem.variant.request})"
    path = "/".join(("$course$", "top", _step(_collection(sheet)), _step(name)))
    remarks = [*first.remarks.values(), *_weights_told(first, language)]
    told = "".join(f"<p>{words(remark)}</p>" for remark in dict.fromkeys(remarks))
    return (
        '<question type="category">\n'
        f"<category><text>{_xml(path)}</text></category>\n"
        f'<info format="html"><text>{_xml(told)}</text></info>\n'
        "</question>"
    )


def _collection(sheet: Sheet) -> str:
    """What a sheet or a bank is called; that of an assignment by its id."""
    if sheet.issued is not None and not sheet.issued.code:  # it is nobody's
        return sheet.issued.assignment
    return sheet.name


def _step(name: str) -> str:
    """A name in a path of categories, in which a slash of its own stands twice."""
    return name.replace("/", "//")


def _question(asked: Question, language: Language) -> str:
    if asked.is_code:
        return _essay(asked, language)
    every = list(asked.every_box())
    if len(every) == 1 and isinstance(every[0].entry, Number):
        return _numerical(asked, every[0].entry, language)
    if len(every) == 1 and isinstance(every[0].entry, Pick):
        return _multichoice(asked, every[0].entry, language)
    return _cloze(asked, language)


# -- kinds of questions ----------------------------------------------------------------------------


def _cloze(asked: Question, language: Language) -> str:
    pictures = Pictures()
    markup = _markup(pictures)
    weights = weights_of(asked)

    def slot(box: Box) -> str:
        weight = weights[box.name]
        if isinstance(box.entry, Number):
            return cloze.numerical(box.entry, weight)
        in_list = not offers_more_than_words(box.entry)
        return cloze.multichoice(box.entry, weight, markup, in_list=in_list)

    text = "\n".join(
        (
            markup.blocks(asked.statement),
            how_to_type(asked, language, comma=_has_comma(language)),
            answers(asked, language, markup, slot),
        )
    )
    return _element("cloze", asked, text, pictures, language, ())


def _numerical(asked: Question, number: Number, language: Language) -> str:
    """One number; there is no unit that would be read, and what follows a number is refused."""
    pictures = Pictures()
    markup = _markup(pictures)
    text = _single(asked, language, markup)
    own = [_answer(100, decimal(one.number), "", one.reach) for one in number.right]
    own += [
        _answer(0, decimal(w.interval.number), words(w.told), w.interval.reach)
        for w in number.mistaken
    ]
    own += ["<unitgradingtype>0</unitgradingtype>", "<showunits>3</showunits>"]
    return _element("numerical", asked, text, pictures, language, own)


def _multichoice(asked: Question, pick: Pick, language: Language) -> str:
    pictures = Pictures()
    markup = _markup(pictures)
    text = _single(asked, language, markup)
    own = ["<single>true</single>", "<shuffleanswers>false</shuffleanswers>"]
    own += ["<answernumbering>none</answernumbering>"]
    own += [
        _answer(100 * option.is_right, markup.line(option.text), words(option.told), html=True)
        for option in pick.options
    ]
    return _element("multichoice", asked, text, pictures, language, own)


def _essay(asked: Question, language: Language) -> str:
    """A program: it is uploaded, and marked elsewhere."""
    pictures = Pictures()
    checks = words(points_of_checks(asked.problem, language))
    upload = words(say(language, "lms.upload", file=FILE))
    text = f"{_markup(pictures).blocks(asked.statement)}\n<p>{checks}</p>\n<p>{upload}</p>"
    text += f"\n<pre><code>{words(asked.starter)}</code></pre>"
    told = "".join(f"<p>{words(remark)}</p>" for remark in asked.remarks.values())
    own = [
        "<responseformat>noinline</responseformat>",
        "<responserequired>0</responserequired>",
        "<attachments>1</attachments>",
        "<attachmentsrequired>1</attachmentsrequired>",
        f"<filetypeslist>{PurePosixPath(FILE).suffix}</filetypeslist>",
        f'<graderinfo format="html"><text>{_xml(told)}</text></graderinfo>',
        '<responsetemplate format="plain_text"><text></text></responsetemplate>',
    ]
    return _element("essay", asked, text, pictures, language, own)


def _single(asked: Question, language: Language, markup: Markup) -> str:
    """The text of a question of one answer, which Moodle's own box follows."""
    (blank,) = asked.problem.variant.working.asked
    form = words(wanted(asked, blank, language))
    unit = boxes(asked, blank, language, lambda box: "").strip()
    return "\n".join(
        (
            markup.blocks(asked.statement),
            how_to_type(asked, language, comma=_has_comma(language)),
            f"<p>{form}{f' ({unit})' if unit else ''}</p>",
        )
    )


# -- elements --------------------------------------------------------------------------------------


def _element(
    kind: str,
    asked: Question,
    text: str,
    pictures: Pictures,
    language: Language,
    own: Sequence[str],
) -> str:
    inside = Pictures()
    solution = _markup(inside).blocks(asked.solution)
    marks = decimal(in_places(asked.points))
    return "\n".join(
        (
            f'<question type="{kind}">',
            f"<name><text>{_xml(_name(asked, language))}</text></name>",
            _text("questiontext", text, pictures),
            _text("generalfeedback", solution, inside),
            f"<defaultgrade>{marks}</defaultgrade>",
            f"<idnumber>{asked.ident}</idnumber>",
            *own,
            "</question>",
        )
    )


def _name(asked: Question, language: Language) -> str:
    told = number_in_words(asked.points, language)
    marks = say(language, "sheet.points", points=told, count=asked.points)
    return f"{asked.title}, {asked.number:03d} ({marks})"


def _text(tag: str, html: str, pictures: Pictures) -> str:
    return f'<{tag} format="html"><text>{_xml(html)}</text>{_files(pictures)}</{tag}>'


def _files(pictures: Pictures) -> str:
    return "".join(
        f'<file name="{name}" path="/" encoding="base64">'
        f"{base64.b64encode(data).decode('ascii')}</file>"
        for name, data in pictures.files.items()
    )


def _answer(
    fraction: int, text: str, told: str, tolerance: int | None = None, *, html: bool = False
) -> str:
    form = "html" if html else "moodle_auto_format"
    reach = "" if tolerance is None else f"<tolerance>{decimal(tolerance)}</tolerance>"
    return (
        f'<answer fraction="{fraction}" format="{form}"><text>{_xml(text)}</text>'
        f'<feedback format="html"><text>{_xml(told)}</text></feedback>{reach}</answer>'
    )


def _markup(pictures: Pictures) -> Markup:
    def picture(block: Picture, told: str) -> str:
        name = pictures.name_of(block)
        return f'<p><img src="@@PLUGINFILE@@/{name}" alt="{_xml(told)}" /></p>'

    return Markup(tex_in_line, tex_on_display, picture)


def _weights_told(asked: Question, language: Language) -> Iterator[str]:
    if len(list(asked.every_box())) < 2:
        return
    total = sum(weights_of(asked).values())
    if total != asked.points:
        shown = number_in_words(asked.points, language)
        yield say(language, "lms.weights", weights=total, points=shown)


def _xml(text: str) -> str:
    """A text as XML has it; it has no character that XML cannot have."""
    return escape(text)
