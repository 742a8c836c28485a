"""The one context of what is said: a language, the day on which it is said, the calendar and the clock it goes by."""

from dataclasses import dataclass
from datetime import date

from data.workdays import Workdays
from locales import Words


@dataclass(frozen=True, slots=True)
class Voice(Words):
    """Words said on a local day, by a calendar of working days; moments are shown by the clock of `zone`."""

    today: date
    workdays: Workdays
    zone: str


def speaking(words: Words, today: date, workdays: Workdays, zone: str = "Asia/Ho_Chi_Minh") -> Voice:
    """The voice in which `words` are said on a day."""
    return Voice(words.locale, words.catalogue, today, workdays, zone)
