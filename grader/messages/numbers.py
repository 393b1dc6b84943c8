"""Numbers and dates as each language has them (CLDR, by Babel).

To load the data of a language takes a tenth of a short command, so that what is needed of ours for
whole numbers stands here, and a test holds it against Babel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from problems.languages import FALLBACK, Language, locale_of

if TYPE_CHECKING:
    from babel.core import Locale

_PLACES = 2


def _english(n: int) -> str:
    return "one" if n == 1 else "other"


def _croatian(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "other"


def _polish(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def _russian(n: int) -> str:
    found = _croatian(n)
    return "many" if found == "other" else found


_OF_WHOLE: Mapping[Language, Callable[[int], str]] = MappingProxyType(
    {"en": _english, "hr": _croatian, "pl": _polish, "ru": _russian}
)


def plural_form(number: int | Fraction, language: Language) -> str:
    """Which plural a number takes: ``one``, ``few``, ``many``, ``other``; as it is written."""
    if language in _OF_WHOLE and number.denominator == 1:
        return _OF_WHOLE[language](abs(int(number)))
    return str(_locale(language).plural_form(_rounded(number)))


@lru_cache(maxsize=1024)
def number_in_words(number: int | Fraction, language: Language) -> str:
    """A number, to two places at most: ``2``, ``1.5`` or ``1,5``."""
    if number.denominator == 1:
        return str(int(number))
    from babel.numbers import format_decimal

    return str(format_decimal(_rounded(number), format="0.##", locale=_locale(language)))


@lru_cache(maxsize=1024)
def moment_in_words(moment: datetime, language: Language) -> str:
    """A date and time in its zone: ``15 December 2026, 23:59 (Europe/Zagreb)``."""
    from babel.dates import format_date, format_time

    locale = _locale(language)
    zone = getattr(moment.tzinfo, "key", None) or moment.strftime("%Z")
    plain = moment.replace(tzinfo=None)
    date = format_date(plain, "long", locale=locale)
    return f"{date}, {format_time(plain, 'short', locale=locale)} ({zone})"


@cache
def _locale(language: Language) -> Locale:
    """What Babel knows of a language; of one that it does not know, what English has."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(locale_of(language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(locale_of(FALLBACK))


def _rounded(number: int | Fraction) -> Decimal:
    return Decimal(f"{float(number):.{_PLACES}f}".rstrip("0").rstrip("."))
