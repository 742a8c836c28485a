"""How we say it: Words gives a locale's sentences, dates, periods and lines to type; Voice says them on a day.

English is in the code, other languages in <locale>/.
"""

import calendar
import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from data.kinds import Ladder
from data.lines.called import by_short_name

if TYPE_CHECKING:
    from data.workdays import Workdays

LOCALES = ("vi", "en")
SOURCE = "en"
"""The language of the msgids: it needs no catalogue."""
FOLDER = Path(__file__).parent

_PERIODIC = frozenset({Ladder.STANDING, Ladder.RECURRING, Ladder.WEEKLY})
_KEY = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d\d)|(?P<month>\d\d)))?(?:\.\d+)?",
    re.ASCII,
)
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext's tools know for "translate this later"
    """Mark a msgid that `Words.text` gets later, out of a table."""
    return msgid


# Units, and a group, as they stand in examples of lines to type.
_IN_EXAMPLES = re.compile(r"(?<![\w/-])(?:P-(?:LL|QT|HN|AT|MK)|X-TN|(?:TT)?VHTT|KT|VP|phuong xa)(?![\w/-])")
# Who coordinates, where nobody has said who does.
_SOMEBODY = N_("the coordinating office")
# The period with its year, and without it where the year goes without saying.
_PERIODS = {
    "quarter": (N_("quarter {quarter}/{year}"), N_("quarter {quarter}")),
    "month": (N_("month {month}/{year}"), N_("month {month}")),
    "week": (N_("week {week}/{year}"), N_("week {week}")),
    "H1": (N_("the first half of {year}"), N_("the first half of the year")),
    "H2": (N_("the second half of {year}"), N_("the second half of the year")),
    "year": (N_("the year {year}"), N_("the year {year}")),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A language: its sentences by msgid, and how it writes days, moments and periods (Kỳ).

    `office` is who coordinates, by its own name, the same in every language; "" where nobody has said who does.
    """

    locale: str
    catalogue: gettext.NullTranslations = field(compare=False, repr=False)
    office: str
    examples: Callable[[], Mapping[str, str]] = field(default=dict, kw_only=True, compare=False, repr=False)
    """What this office has instead of the units that stand in examples; asked for where one is given."""

    @property
    def coordinator(self) -> str:
        """Whoever coordinates, inside a sentence."""
        return self.office or self.catalogue.gettext(_SOMEBODY)

    def text(self, msgid: str, **fields: object) -> str:
        """The sentence for `msgid`, filled with `fields`; one that nobody has translated is said in English.

        {office} is whoever coordinates. Of the fields those named in FIELDS are lines to type.
        """
        return self._filled(self.catalogue.gettext(msgid), fields)

    def plural(self, one: str, many: str, n: int, **fields: object) -> str:
        """The sentence for `n` things, which it may name as {n}."""
        return self._filled(self.catalogue.ngettext(one, many, n), fields | {"n": n})

    def typed(self, lines: str) -> str:
        """Lines to type, as they are typed in this language: "xong 10 · viec", "done 10 · tasks"."""
        own = self._of_office(lines)
        return in_english(own) if self.locale == "en" else self.called(own)

    def _of_office(self, lines: str) -> str:
        """Examples with units that this office has."""
        if _IN_EXAMPLES.search(lines) is None:
            return lines
        own = self.examples()
        return _IN_EXAMPLES.sub(lambda found: own.get(found[0], found[0]), lines)

    def called(self, lines: str) -> str:
        """Lines to type with whoever coordinates by its own short name: "chuyen van phong …"."""
        return by_short_name(lines, self.office) if self.office else lines

    def day(self, day: date) -> str:
        """31/01/2023."""
        return f"{day:%d/%m/%Y}"

    def short_day(self, day: date) -> str:
        """14/03, where the year goes without saying."""
        return f"{day:%d/%m}"

    def weekday_day(self, day: date) -> str:
        """A day inside a sentence: "thứ Ba, 31/01/2023"."""
        # Vietnamese writes weekdays small inside a sentence, but for Sunday (Decree 30/2020, annex II); English never.
        written = self.start_day(day)
        is_small = self.locale == "vi" and day.weekday() != calendar.SUNDAY
        return written[:1].lower() + written[1:] if is_small else written

    def start_day(self, day: date) -> str:
        """A day at the start of a line: "Thứ Ba, 31/01/2023"."""
        # Babel capitalises both words of Sunday; Vietnamese offices only the first.
        return format_date(day, "EEEE, dd/MM/yyyy", locale=self.locale).replace("Chủ Nhật", "Chủ nhật")

    def moment(self, moment: datetime, zone: str) -> str:
        """An aware moment as the clock of `zone` shows it: "09:12 ngày 30/01/2023"."""
        local = moment.astimezone(ZoneInfo(zone))
        return self.text("{time} on {day}", time=f"{local:%H:%M}", day=self.day(local.date()))

    def period(self, key: str, ladder: Ladder, today: date | None = None) -> str:
        """The period that `key` names: "quý I/2023", or "quý I" when `today` lies in that year.

        Empty where the key of that ladder is no period but the ordinal of a date.
        """
        match = _KEY.fullmatch(key)
        if match is None or ladder not in _PERIODIC:
            return ""
        parts = {name: value for name, value in match.groupdict().items() if value}
        kind = f"H{parts['half']}" if "half" in parts else next((name for name in parts if name != "year"), "year")
        with_year, without = _PERIODS[kind]
        if "quarter" in parts:
            parts["quarter"] = _ROMAN[parts["quarter"]]
        return self.text(without if today and today.year == int(parts["year"]) else with_year, **parts)

    def number(self, number: int) -> str:
        """A number as it is read: "3.000"."""
        return format_decimal(number, locale=self.locale)

    def join(self, items: Iterable[str]) -> str:
        """Things inside a sentence: "a, b và c"."""
        return format_list(list(items), locale=self.locale)

    def list(self, items: Iterable[str]) -> str:
        """Names in a row."""
        return ", ".join(items)

    def _filled(self, sentence: str, fields: dict[str, object]) -> str:
        if "{office}" in sentence:
            office, begins = self.coordinator, sentence.startswith("{office}")
            fields = {"office": office[:1].upper() + office[1:] if begins else office} | fields
        return self._of_office(sentence).format(**self._typed(fields))

    def _typed(self, fields: dict[str, object]) -> dict[str, object]:
        return {
            name: self.typed(value) if name in FIELDS and isinstance(value, str) else value
            for name, value in fields.items()
        }


@cache
def words_for(locale: str, office: str = "") -> Words:
    """The words of a locale of LOCALES, said in the name of an office.

    Raises:
        ValueError: there is no such locale.
    """
    if locale not in LOCALES:
        raise ValueError(f"unknown locale: {locale}")
    if locale == SOURCE:
        return Words(locale, gettext.NullTranslations(), office)
    with (FOLDER / locale / "messages.mo").open("rb") as compiled:
        return Words(locale, gettext.GNUTranslations(compiled), office)


@dataclass(frozen=True, slots=True)
class Voice(Words):
    """Words said on a local day, by a calendar of working days; moments are shown by the clock of `zone`."""

    today: date
    workdays: "Workdays"
    zone: str


def speaking(words: Words, today: date, workdays: "Workdays", zone: str = "Asia/Ho_Chi_Minh") -> Voice:
    """The voice in which `words` are said on a day."""
    of_office = words.locale, words.catalogue, words.office
    return Voice(*of_office, today, workdays, zone, examples=words.examples)


# What people type, in the words of the language they read: "xong 10" is typed "done 10" in English.
#
# Each command by the name that the code knows it by, and its name in English; and the topics of the help likewise. They
# are declared with the commands, in a room that this one does not import, and named here when that is loaded.
_ENGLISH: dict[str, str] = {}
_TOPICS: dict[str, str] = {}
# The fields of a sentence that are lines to type.
FIELDS = frozenset(
    {
        "accept",
        "command",
        "commands",
        "example",
        "instead",
        "invite",
        "leave",
        "look",
        "nothing",
        "refuse",
        "send",
        "urge",
    }
)

# What our own lines have behind a command: who, when, and the words that lead to what somebody would say himself.
_INSIDE = (
    (r"\bquy (?=\d)", "quarter "),
    (r"\bthang (?=\d)", "month "),
    (r"(?<=\d )ngay$", "days"),
    (r"\btheo c[oô]ng v[aă]n s[oố] (?=[\d…])", "on the basis of letter no. "),
    (r"\bsố (?=[\d…])", "no. "),
    (r"\btu (?=\d+$)", "from "),
    (r"\btiep (?=\d+$)", "next "),
    (r"\bdong y(?=$| \d+$)", "yes"),
    (r"\bdanh sach (?=\d)", "list "),
    (r"\bl[yý] do (?=…$)", "because "),
    (r"\bvan gui$", "anyhow"),
    (r"\bkem tep$", "with file"),
    (r"\bthu truong$", "head"),
    (r"\bcan bo$", "officer"),
    (r"\bvà lý do$", "and what is to be added"),
    (r"\bMA-MOI$", "CODE"),
)
# What is no command, and answers us.
_ALONE: Mapping[str, str] = {"xem tiep": "see more"}
# What follows some commands alone.
_BEHIND: Mapping[str, Mapping[str, str]] = {
    "ban giao": {"cho": "to"},
    "don doc": {"qua han": "overdue"},
    "don vi": {"thay": "replace", "them": "add", "bo": "remove", "bang": "by"},
    "moi": {"lanh dao": "leaders"},
    "phoi hop": {"thay": "replace", "them": "add", "bo": "remove", "bang": "by"},
    "theo doi": {"thay": "replace", "them": "add", "bo": "remove", "bang": "by"},
    "thong bao": {"gui": "send"},
    "trinh lanh dao": {"gui": "send", "tru": "except"},
}


def name_commands(commands: Mapping[str, str], topics: Mapping[str, str]) -> None:
    """Tell the English names of all commands, and of the topics of the help."""
    _ENGLISH.update(commands)
    _TOPICS.update(topics)
    _named.cache_clear()


@cache
def _named() -> re.Pattern[str]:
    if not _ENGLISH:
        msg = "no command has been named: bot.commands is not loaded"
        raise LookupError(msg)
    return re.compile(rf"(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})(?=\s|$)")


def in_english(lines: str) -> str:
    """Lines to type, parted by " · ", with the commands and what is known behind them in English."""
    return " · ".join(map(_line, lines.split(" · ")))


def _line(line: str) -> str:
    slash, text = ("/", line[1:].replace("_", " ")) if line.startswith("/") else ("", line)
    match = _named().match(text)
    if match is None:
        return _ALONE.get(line, line)
    name, rest = match[0], text[match.end() :]
    for words, english in (_TOPICS if name == "tro giup" else _BEHIND.get(name, {})).items():
        rest = re.sub(rf"(?<= ){words}(?=\s|$)", english, rest)
    for words, english in _INSIDE:
        rest = re.sub(words, english, rest)
    command = "task" if name == "viec" and rest else _ENGLISH[name]
    return f"{slash}{command.replace(' ', '_') if slash else command}{rest}"
