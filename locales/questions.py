"""The sentence for each Question (Câu hỏi): what in the plan only a person can settle."""

from collections.abc import Callable, Mapping
from datetime import date

from data.facts import QuestionFact
from locales import N_, Words
from locales.phrases import shorten, understood

Fields = Mapping[str, object]

_PARTS = {"lead": N_("lead unit"), "coordinating": N_("supporting unit")}


def question(words: Words, fact: QuestionFact, number: str | None = None) -> str:
    """What to ask, courteously, with the likely answer where there is one; behind the task's `number`, if given."""
    reading = {"reading": understood(words, fact.task.deadline)} if fact.task else {}
    return question_text(words, fact.code, number, reading | fact.fields)


def question_text(words: Words, code: str, number: str | None, fields: Fields) -> str:
    """The question of a code and its fields, with the number of the task it is about, if it is about one."""
    asked = _SENTENCES.get(code, _look_again)(words, fields)
    if fields.get("guess"):
        asked = words.text("{question} Expected: {guess}.", question=asked, guess=_shown(words, fields["guess"]))
    return words.text("Task {number}: {question}", number=number, question=asked) if number else asked


def _unspecified(words: Words, fields: Fields) -> str:
    text = _text(fields)
    if not text:
        return words.text("The plan names no deadline. Please let us know by which day it is to be completed.")
    return words.text(
        "The deadline reads “{text}”, which gives no day. Please let us know by which day it is to be completed.",
        text=text,
    )


def _conditional(words: Words, fields: Fields) -> str:
    return words.text(
        "The deadline reads “{text}”, without a day so far. Please let us know by which day it is to be completed.",
        text=_text(fields) or fields.get("trigger", ""),
    )


def _ambiguous(words: Words, fields: Fields) -> str:
    dues = fields.get("dues")
    reading = fields.get("reading")
    if isinstance(dues, list) and dues:
        reading = words.text("by the end of {days}", days=words.list(_shown(words, due) for due in dues))
    if reading:
        return words.text(
            "The deadline “{text}” is understood as: {reading}. Please confirm.", text=_text(fields), reading=reading
        )
    return words.text(
        "The deadline “{text}” can be understood in several ways. Please let us know by which day it is due.",
        text=_text(fields),
    )


def _agency_open(words: Words, fields: Fields) -> str:
    return words.text(
        "The {part} reads “{text}”, without names. Please let us know which units are meant.",
        part=_part(words, fields),
        text=_text(fields),
    )


def _agency_unknown(words: Words, fields: Fields) -> str:
    guesses = fields.get("guesses")
    if isinstance(guesses, list | tuple) and guesses:
        return words.text(
            "The {part} “{text}” is not in the list of units, it may be: {guesses}. Please confirm.",
            part=_part(words, fields),
            text=_text(fields),
            guesses=words.list(map(str, guesses)),
        )
    return words.text(
        "The {part} “{text}” is not in the list of units. Please let us know which unit is meant.",
        part=_part(words, fields),
        text=_text(fields),
    )


def _agency_none(words: Words, fields: Fields) -> str:
    return words.text("The plan names no {part}. Please let us know which unit it is.", part=_part(words, fields))


def _past_due(words: Words, fields: Fields) -> str:
    return words.text(
        "Its due day, {due}, was past when the plan was switched on. Please let us know whether to follow it up.",
        due=_shown(words, fields.get("due", "")),
    )


def _number_duplicate(words: Words, fields: Fields) -> str:
    return words.text("The number {number} appears more than once in the table. Please check.", number=fields["number"])


def _annex_date(words: Words, fields: Fields) -> str:
    return words.text(
        "The annex gives {annex} as the day of the plan, its first page {plan}. Please confirm the right one.",
        annex=_shown(words, fields.get("annex", "")),
        plan=_shown(words, fields.get("plan", "")),
    )


def _look_again(words: Words, _: Fields) -> str:
    return words.text("A point of the plan is not clear. Please look it through.")


_SENTENCES: Mapping[str, Callable[[Words, Fields], str]] = {
    "deadline.unspecified": _unspecified,
    "deadline.conditional": _conditional,
    "deadline.ambiguous": _ambiguous,
    "agency.open": _agency_open,
    "agency.unknown": _agency_unknown,
    "agency.none": _agency_none,
    "past-due": _past_due,
    "number.duplicate": _number_duplicate,
    "annex.date": _annex_date,
}


def _text(fields: Fields) -> str:
    return shorten(str(fields.get("text", "")))


def _part(words: Words, fields: Fields) -> str:
    return words.text(_PARTS.get(str(fields.get("part")), _PARTS["lead"]))


def _shown(words: Words, value: object) -> str:
    """A field as people read it: ISO days as days."""
    try:
        return words.day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
