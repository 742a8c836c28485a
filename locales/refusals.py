"""One sentence for each class of data.errors: what is wrong, and what to do."""

from collections.abc import Mapping
from datetime import date, datetime

from data import errors
from data.errors import Refusal
from locales import N_, Words
from locales.phrases import office

# Sentences by class; the fields of the class fill them.
_SENTENCES: Mapping[str, str] = {
    "TableMissing": N_("No table of tasks was found in {path}. Please check that this is the plan with its annex."),
    "ColumnsMissing": N_("The table of tasks in {path} lacks these columns: {columns}. Please add them and try again."),
    "DatabaseUnavailable": N_("The database {url} cannot be opened: {detail}. Please check DATABASE_URL."),
    "TokenRejected": N_("{channel} does not accept the token. Please check {variable}."),
    "ChannelUnreachable": N_("{channel} does not answer at {server}. Please check the network and try again."),
    "PortTaken": N_("Another program is using port {port}. Please set WEB_PORT to a free one."),
    "ExtraMissing": N_("This needs a part that is not installed. Please run: pip install nhac-viec[{extra}]"),
    "PlanYearUnknown": N_("{path} does not say the year of the plan. Please give it, for example: --year 2023"),
    "NoPlan": N_("No plan has been imported yet. Please run: nhacviec import FILE"),
    "DatesReversed": N_("The last day, {end}, comes before the first, {start}. Please check both."),
    "NotJoined": N_(
        "This chat does not belong to any unit yet. Please type the invitation code given by {office}, for example:"
        " dang ky ABCD2345"
    ),
    "NotAllowed": N_("The command “{command}” is not meant for this chat. To see what can be typed here: tro giup"),
    "CodeInvalid": N_("This invitation code is not valid or has been used. Please ask {office} for a new one."),
    "TooManyTries": N_("Too many wrong codes have been typed. Please try again in an hour, or contact {office}."),
    "NumberMissing": N_("Please add the number of the task, for example: {command} 10"),
    "TaskUnknown": N_("There is no task {number} in the plan. To see the tasks of your unit, type: viec"),
    "NotOpenYet": N_("The period of task {number} has not begun, there is nothing to report yet."),
    "NotAStandingDuty": N_("Task {number} must yield a product. When it is done, please type: xong {number}"),
    "NothingToUndo": N_("Task {number} has no report that could be taken back."),
    "AcceptedAlready": N_("The report on task {number} has been accepted. To change it, please contact {office}."),
    "ButtonStale": N_("This button is out of date. To see the work as it stands, type: viec"),
    "AlreadyDone": N_("Task {number} was already reported at {at}. If that was a mistake, type: bao nham {number}"),
    "CalendarUnreadable": N_("The calendar {place} cannot be read: {detail}. Please check it and try again."),
    "NotLoopback": N_("The demo answers on this machine only, not on {host}. Please set WEB_HOST to 127.0.0.1"),
}

_NOT_YOURS = N_("Task {number} is led by another unit. To see the tasks of your unit, type: viec")
_SUPPORTING = N_("Your unit supports task {number}, the lead unit reports it. To see it, type: viec {number}")
_ANYTHING = N_("This cannot be done.")

# Sentences by class and reason code.
_REASONS: Mapping[str, Mapping[str, str]] = {
    "DocumentUnreadable": {
        "missing": N_("There is no readable file {path}. Please check its name."),
        "empty": N_("The file {path} is empty."),
        "too-large": N_("The file {path} is too large. Please give the plan with its annex alone."),
        "bomb": N_("The file {path} is built in a way that is not safe to open. Please save it anew and try again."),
        "encrypted": N_("The file {path} has a password. Please save it without one and try again."),
        "old-doc": N_(
            "The file {path} is in the format of old Office. Please save it as .docx or .xlsx and try again."
        ),
        "unknown-format": N_("The format of {path} is not known. Please use .docx, .xlsx, .pdf or .txt"),
        "encoding": N_("The letters of {path} cannot be read. Please save it as UTF-8 text and try again."),
        "damaged": N_("The file {path} is damaged. Please save it anew and try again."),
        "scanned-pdf": N_("The file {path} is a scanned picture without text. Please use the original document."),
    },
    "RegistryUnreadable": {
        "missing": N_("There is no readable registry of units {place}. Please check UNITS_FILE."),
        "empty": N_("The registry of units {place} is empty."),
        "encoding": N_("The letters of the registry of units {place} cannot be read. Please save it as UTF-8."),
        "columns": N_("The registry of units {place} lacks: {detail}. Please add it and try again."),
        "duplicate": N_("The registry of units {place} has this code twice: {detail}. Please keep one."),
        "member": N_("The registry of units {place} has a group with members it does not know: {detail}."),
    },
}
_ANY_REASON: Mapping[str, str] = {
    "DocumentUnreadable": N_("The file {path} cannot be read. Please save it anew and try again."),
    "RegistryUnreadable": N_("The registry of units {place} cannot be read. Please check it and try again."),
}
_FAULTS: Mapping[str, str] = {
    "zone": N_("{variable} is not a time zone, for example: Asia/Ho_Chi_Minh"),
    "locale": N_("{variable} must be vi or en"),
    "hours": N_("{variable} must be a time from 07:00 to 18:00, for example: 07:30"),
    "token": N_("{variable} does not have the form of a token, for example: 123456:ABC"),
    "malformed": N_("{variable} is malformed"),
}


_COLUMNS: Mapping[str, str] = {
    "title": N_("the task"),
    "lead": N_("the lead unit"),
    "deadline": N_("the deadline"),
}


def refusal(words: Words, refusal: Refusal, zone: str = "Asia/Ho_Chi_Minh") -> str:
    """What to tell the person who asked; moments are shown by the clock of `zone`."""
    match refusal:
        case errors.DocumentUnreadable(reason=reason) | errors.RegistryUnreadable(reason=reason):
            sentence = _REASONS[refusal.code].get(reason, _ANY_REASON[refusal.code])
        case errors.SettingsInvalid():
            return _settings(words, refusal)
        case errors.UnitUnknown():
            sentence = _unit_unknown(refusal)
        case errors.TaskOfOthers(coordinating=coordinating):
            sentence = _SUPPORTING if coordinating else _NOT_YOURS
        case _:
            sentence = _SENTENCES.get(refusal.code, _ANYTHING)
    return words.text(sentence, **_fields(words, refusal, zone))


def _unit_unknown(refusal: errors.UnitUnknown) -> str:
    if not refusal.text:
        return N_("Please name a unit by its code, or use --all. To see the codes: nhacviec units list")
    if refusal.guesses:
        return N_("There is no unit {text}, it may be one of: {guesses}.")
    return N_("There is no unit {text}. To see the codes: nhacviec units list")


def _settings(words: Words, refusal: errors.SettingsInvalid) -> str:
    faults = (words.text(_FAULTS.get(code, _FAULTS["malformed"]), variable=name) for name, code in refusal.faults)
    return words.text("Please correct these settings: {faults}", faults="; ".join(faults))


def _fields(words: Words, refusal: Refusal, zone: str) -> dict[str, object]:
    """The refusal's own fields as people read them, with the coordinating office and the place in a file."""
    fields = dict(refusal.fields)
    shown: dict[str, object] = {"office": office(words)}
    for name, value in fields.items():
        if isinstance(value, datetime):
            shown[name] = words.moment(value, zone)
        elif isinstance(value, tuple):
            shown[name] = words.list(words.text(_COLUMNS[one]) if one in _COLUMNS else str(one) for one in value)
        elif name in {"start", "end"}:
            shown[name] = words.day(date.fromisoformat(str(value)))
        else:
            shown[name] = value
    if "line" in fields:
        shown["place"] = fields["path"]
        if fields["line"] is not None:
            shown["place"] = words.text("{path} (line {line})", path=fields["path"], line=fields["line"])
    return shown
