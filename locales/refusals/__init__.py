"""One sentence for each class of data.errors: what is wrong, and what to do; by the topics that these have."""

from datetime import date, datetime

from data import errors
from data.errors import Refusal
from data.kinds import Ladder
from data.talk import Choice
from locales import N_, Words
from locales.phrases import office, shorten
from locales.refusals import (
    announcing,
    evidence,
    extending,
    files,
    people,
    planning,
    reminding,
    reporting,
    running,
    tasks,
    units,
)

_TOPICS = (announcing, evidence, extending, files, people, planning, reminding, reporting, running, tasks, units)
# Sentences by class; the fields of the class fill them.
_SENTENCES = {code: sentence for topic in _TOPICS for code, sentence in topic.SENTENCES.items()}
# Sentences by class and one field of it: when it says something, and when it does not.
_EITHER = {
    code: either
    for topic in (extending, people, planning, reminding, reporting, tasks)
    for code, either in topic.EITHER.items()
}
_ANYTHING = N_("This cannot be done. To see what can be typed here: help")
# A button's label on a small phone.
_LABEL = 40


def ways_on(words: Words, refusal: Refusal) -> tuple[Choice, ...]:
    """What the person who asked may choose from instead, where there is such a choice."""
    match refusal:
        case (
            errors.TaskInSeveralPlans(numbers=numbers, commands=commands, titles=titles)
            | errors.TaskOfSeveral(numbers=numbers, commands=commands, titles=titles)
        ):
            labels = (
                words.text("Task {number}: {title}", number=number, title=shorten(title, _LABEL))
                for number, title in zip(numbers, titles, strict=True)
            )
            return tuple(Choice(label, command) for label, command in zip(labels, commands, strict=True))
        case errors.TaskOfSeveralUnits(units=named, commands=commands):
            return tuple(Choice(unit, command) for unit, command in zip(named, commands, strict=True))
        case _:
            return ()


def refusal(words: Words, refusal: Refusal, zone: str = "Asia/Ho_Chi_Minh") -> str:
    """What to tell the person who asked; moments are shown by the clock of `zone`."""
    match refusal:
        case (
            errors.DocumentUnreadable(reason=reason)
            | errors.RegistryUnreadable(reason=reason)
            | errors.EnvFileUnreadable(reason=reason)
        ):
            sentence = files.REASONS[refusal.code].get(reason, files.ANY_REASON[refusal.code])
        case errors.DatabaseAway(reason=reason):
            sentence = running.AWAY.get(reason, running.AWAY["away"])
        case errors.SettingsInvalid():
            return _settings(words, refusal)
        case errors.UnitUnknown():
            sentence = units.unit_unknown(refusal)
        case errors.ChatUnknown():
            sentence = units.chat_unknown(refusal)
        case _ if refusal.code in _EITHER:
            field, with_it, without = _EITHER[refusal.code]
            sentence = with_it if refusal.fields[field] else without
        case _:
            sentence = _SENTENCES.get(refusal.code, _ANYTHING)
    if isinstance(refusal, errors.PeriodNotAsked):
        named = [words.period(key, Ladder.STANDING) for key in (refusal.period, *refusal.periods)]
        return words.text(sentence, number=refusal.number, period=named[0], periods=words.list(named[1:]))
    return words.text(sentence, **_fields(words, refusal, zone))


def _settings(words: Words, refusal: errors.SettingsInvalid) -> str:
    faults = (
        words.text(running.FAULTS.get(code, running.FAULTS["malformed"]), variable=name)
        for name, code in refusal.faults
    )
    return words.text("Please correct these settings: {faults}", faults="; ".join(faults))


def _fields(words: Words, refusal: Refusal, zone: str) -> dict[str, object]:
    """The refusal's own fields as people read them, with the coordinating office and the place in a file."""
    fields = dict(refusal.fields)
    shown: dict[str, object] = {"office": office(words)}
    for name, value in fields.items():
        if isinstance(value, datetime):
            shown[name] = words.moment(value, zone)
        elif isinstance(value, tuple):
            shown[name] = words.list(
                words.text(files.COLUMNS[one]) if one in files.COLUMNS else str(one) for one in value
            )
        elif name in {"start", "end", "latest", "day", "due", "until", "wanted"}:
            shown[name] = words.day(date.fromisoformat(str(value)))
        else:
            shown[name] = value
    if isinstance(refusal, errors.TaskInSeveralPlans):
        shown["example"] = refusal.commands[0]
    if "line" in fields:
        shown["place"] = fields["path"]
        if fields["line"] is not None:
            shown["place"] = words.text("{path} (line {line})", path=fields["path"], line=fields["line"])
    return shown
