"""One sentence for each class of data.errors: what is wrong, and what to do."""

from collections.abc import Mapping
from datetime import date, datetime

from data import errors
from data.errors import Refusal
from data.model import Ladder
from data.outbox import Choice
from locales import N_, Words
from locales.phrases import office, shorten

# Sentences by class; the fields of the class fill them.
_SENTENCES: Mapping[str, str] = {
    "TableMissing": N_("No table of tasks was found in {path}. Please check that this is the plan with its annex."),
    "ColumnsMissing": N_("The table of tasks in {path} lacks these columns: {columns}. Please add them and try again."),
    "DatabaseUnavailable": N_("The database {url} cannot be opened: {detail}. Please check DATABASE_URL."),
    "TokenRejected": N_("{channel} does not accept the token. Please check {variable}."),
    "ChannelUnreachable": N_("{channel} does not answer at {server}. Please check the network and try again."),
    "PortTaken": N_("Another program is using port {port}. Please set WEB_PORT to a free one."),
    "ExtraMissing": N_("This needs a part that is not installed. Please run: pip install nhac-viec[{extra}]"),
    "PlanYearUnknown": N_(
        "{path} does not say the year of the plan. Please give it, for example: --year 2023; in a chat, write 2023 with"
        " the file."
    ),
    "FileExists": N_("{path} is there already and is not written over. Please give another name."),
    "FileUnwritable": N_("{path} cannot be written: {detail}. Please give another place or name."),
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
    "TooManyNumbers": N_("{given} tasks were named; at most {most} can be answered at once. Please type fewer."),
    "OneAtATime": N_("This is done one task at a time, for example: {command} {number} …"),
    "AnonymousSpeaker": N_(
        "The name of who reports is put on record. Please turn anonymous mode off, so that the message comes from your"
        " own account, and send it again."
    ),
    "MarkedSecret": N_(
        "What is marked MẬT, TỐI MẬT or TUYỆT MẬT is not taken in here: your message was not kept. Please delete it"
        " from this chat and send the document as the rules on state secrets say."
    ),
    "PersonUnknown": N_("Nothing is kept of a person with the account {account} on {channel}."),
    "TaskInSeveralPlans": N_(
        "Your unit leads a task {number} in several plans. Please type which one is meant, for example: {example}"
    ),
    "TaskUnknown": N_("There is no task {number} in the plan. To see the tasks of your unit, type: viec"),
    "NotOpenYet": N_("The period of task {number} has not begun, there is nothing to report yet."),
    "NotAStandingDuty": N_("Task {number} must yield a product. When it is done, please type: xong {number}"),
    "NothingToUndo": N_("Task {number} has no report that could be taken back."),
    "AcceptedAlready": N_("The report on task {number} has been accepted. To change it, please contact {office}."),
    "ButtonOfAnother": N_("This button is for the person who asked. To ask for yourself, type: {command}"),
    "ButtonStale": N_("This button is out of date. To see the work as it stands, type: viec"),
    "AlreadyDone": N_("Task {number} was already reported at {at}. If that was a mistake, type: bao nham {number}"),
    "NoLongerOwed": N_("Task {number} is no longer asked for. To see the tasks of your unit, type: viec"),
    "LedByOne": N_("Task {number} has one lead unit only."),
    "NothingToShare": N_(
        "There is no report on task {number} that could stand for all lead units, or all of them have reported."
        " To report it first, type: xong {number}"
    ),
    "FileTooLarge": N_(
        "“{name}” is larger than {megabytes} MB and was not kept. Please send a smaller one, or a link to it."
    ),
    "FileLost": N_("“{name}” could not be received. Please send it again."),
    "FileNotHeld": N_(
        "The file does not wait here any more. Please send it again with the words, for example: xong 10"
    ),
    "TaskOfSeveral": N_("That message is about several tasks. Please choose:"),
    "TaskOfSeveralUnits": N_("Several units of this chat lead task {number}. Please choose one:"),
    "FileWithoutTask": N_(
        "It is not known which report this belongs to, so it was not kept. Please send it again with the number of the"
        " task, for example: xong 10, or after a report: minh chung 10"
    ),
    "NothingToBack": N_(
        "Task {number} has no report yet. To report it with this evidence, please send it with the words: xong {number}"
    ),
    "EvidenceMissing": N_(
        "No evidence was found in this. Please send a photo or a file with the words “minh chung {number}”, or type the"
        " document's number or a link, for example: minh chung {number} số 12/KH-VP"
    ),
    "PartReported": N_(
        "“{part}” of task {number} was already reported at {at}. If that was a mistake, type: bao nham {number}"
    ),
    "PeriodNotAsked": N_("Task {number} is not reported for {period}. So far it is reported for: {periods}."),
    "WordsMissing": N_("Please add a few words after the number, for example: {command} {number} cho y kien cap tren"),
    "DelayUnclear": N_(
        "“{text}” gives no day until which to put off. Please type, for example: nhac sau {number} 3 ngay"
    ),
    "QuietTooLong": N_("Reminding of task {number} can be put off until {latest} at the latest."),
    "NotReminded": N_("Task {number} is not reminded of any more."),
    "AskedToday": N_(
        "The supporting units of task {number} were asked already at {at}. They can be asked again on the next day."
    ),
    "SupportedByNobody": N_("Task {number} has no supporting units."),
    "QuestionUnknown": N_("No question {number} waits for an answer. To see the questions, type: cau hoi"),
    "DayIsSet": N_(
        "The plan sets {day} as the deadline of task {number}. Only an extension moves it, on a stated ground."
    ),
    "SeveralDays": N_("Task {number} is due on several days; each is moved by an extension, on a stated ground."),
    "NothingToDate": N_("Nothing is owed of task {number} that a deadline could be set for."),
    "LeadsAlready": N_("{unit} leads task {number} and is not noted as supporting it."),
    "DutyUnknown": N_("There is no duty {number} outside the table to accept. To see them, type: viec ngoai bang"),
    "NotPastDue": N_("It is not asked whether task {number} still counts. To see the questions, type: cau hoi"),
    "CalendarUnreadable": N_("The calendar {place} cannot be read: {detail}. Please check it and try again."),
    "NotLoopback": N_("The demo answers on this machine only, not on {host}. Please set WEB_HOST to 127.0.0.1"),
    "ReasonMissing": N_("Please say what is to be added, for example: {example}"),
    "NotLeading": N_("{unit} does not lead task {number}."),
    "DayPast": N_("The day {day} has gone by. Please ask for a day from today on."),
    "DayNotLater": N_("The day {day} is not later than the present deadline, {due}. Please ask for a later one."),
    "NoDayToExtend": N_("Task {number} has no running deadline that could be extended."),
    "AnotherDayAsked": N_(
        "{unit} now asks for another day: {until}. To grant that one, type:"
        " cho gia han {number} {short} theo cong van so 15/UBND-VP"
    ),
    "PeriodOrUnitUnknown": N_(
        "“{text}” is no task, unit or period. Please type, for example: tinh hinh 1 · tinh hinh P-LL · tinh hinh quy 1"
    ),
    "UnitMissing": N_("Please add the unit, by its code or name, for example: {example}"),
    "TextMissing": N_("Please add the words to pass on, for example: {example}"),
    "NobodyHears": N_(
        "Nothing was sent: none of those who should hear has a chat yet. To see the chats: danh sach chat"
    ),
    "NothingDrafted": N_("There are no words waiting to be sent. To write some, type: thong bao …"),
    "SentAlready": N_("This has been sent before; nothing was sent again."),
    "NothingToRelease": N_("There is nothing to bring before the leaders."),
    "ReleaseUnclear": N_(
        "Nothing was sent: “{text}” was not understood. To look through the list, type: trinh lanh dao · To leave"
        " something out: trinh lanh dao tru 10, P-LL · To send the list that was shown: trinh lanh dao gui"
    ),
    "NotAnException": N_("“{text}” is not in the list. To look through it, type: trinh lanh dao"),
    "NothingShown": N_("No list {number} has been shown here. To look through the list, type: trinh lanh dao"),
    "InviteeUnclear": N_(
        "A code is for officers of the unit or for its head: moi {short} can bo · moi {short} thu truong. For leaders:"
        " moi lanh dao"
    ),
    "CoordinatorByOperator": N_(
        "A code for the office that follows up the plan is given by the operator of the service, not in a chat:"
        " nhacviec invite {short} --role coordinator"
    ),
    "InviteInPrivate": N_(
        "A one-time code is told in a private chat only. Please type this to the service in private."
    ),
    "OwnChat": N_("This is the chat you are writing in. Please unlink it from another chat of {office}."),
    "SameUnit": N_(
        "{unit} cannot hand its work over to itself. Please name two units, for example: ban giao P-QT P-LL"
    ),
    "HandedOver": N_("{unit} has handed its work over to {successor} already."),
}

_NOT_YOURS = N_("Task {number} is led by another unit. To see the tasks of your unit, type: viec")
_SUPPORTING = N_("Your unit supports task {number}, the lead unit reports it. To see it, type: viec {number}")
_DELAY = N_(
    "Reminding of task {number} can be put off until {latest} at the latest, by its deadline. For a later deadline,"
    " type: gia han {number}"
)
_LATE_DELAY = N_(
    "Task {number} is overdue, reminding of it can be put off until {latest} at the latest. For a later deadline,"
    " type: gia han {number}"
)
# A button's label on a small phone.
_LABEL = 40
_LATER_DAY_UNCLEAR = N_(
    "No day can be read in “{text}”. Please type the day and the reason, for example:"
    " {command} {number} 15/02/2023 ly do cho y kien cap tren"
)
_LATER_DAY_MISSING = N_(
    "Please add the day and the reason, for example: {command} {number} 15/02/2023 ly do cho y kien cap tren"
)
_UNIT_ASKS_NOT = N_("No request of {unit} for a later day on task {number} waits for a decision.")
_NOBODY_ASKS = N_("No request for a later day on task {number} waits for a decision.")
_ALL_SILENT = N_("No report on task {number} is there to be looked at.")
_UNIT_SILENT = N_("{unit} has no report on task {number} that could be looked at.")
_ALL_NOTED = N_("The reports on task {number} have been taken note of already.")
_UNIT_NOTED = N_("The report of {unit} on task {number} has been taken note of already.")
_DAY_MISSING = N_("Please add the day, for example: dat han {number} 30/06/2023 · dat han {number} quy 2")
_DAY_UNREAD = N_(
    "No single day can be read in “{text}”. Please type, for example: dat han {number} 30/06/2023 · dat han {number}"
    " quy 2"
)
_DRAFT_GONE = N_("No draft {number} waits for a decision. To make one, please send the file of the plan.")
_NO_DRAFT = N_("No draft waits for a decision. To make one, please send the file of the plan.")
_REGISTERED = N_(
    "In a group the command “{command}” is for officers who have joined in a private chat for this unit or for"
    " {office}. In a private chat with the service it can be typed by everyone."
)
_OFFICE_REGISTERED = N_(
    "In a group the command “{command}” is for officers who have joined in a private chat for {office}. Please type it"
    " in that chat, or join there first."
)
_ANYTHING = N_("This cannot be done.")

# Sentences by class and one field of it: when it says something, and when it does not.
_EITHER: Mapping[str, tuple[str, str, str]] = {
    "LaterDayUnclear": ("text", _LATER_DAY_UNCLEAR, _LATER_DAY_MISSING),
    "NoExtensionAsked": ("unit", _UNIT_ASKS_NOT, _NOBODY_ASKS),
    "NothingReported": ("unit", _UNIT_SILENT, _ALL_SILENT),
    "NotedAlready": ("unit", _UNIT_NOTED, _ALL_NOTED),
    "DelayTooLong": ("overdue", _LATE_DELAY, _DELAY),
    "DayUnread": ("text", _DAY_UNREAD, _DAY_MISSING),
    "DraftUnknown": ("number", _DRAFT_GONE, _NO_DRAFT),
    "RegisteredOnly": ("decides", _OFFICE_REGISTERED, _REGISTERED),
    "TaskOfOthers": ("coordinating", _SUPPORTING, _NOT_YOURS),
}

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
        case errors.TaskOfSeveralUnits(units=units, commands=commands):
            return tuple(Choice(unit, command) for unit, command in zip(units, commands, strict=True))
        case _:
            return ()


def refusal(words: Words, refusal: Refusal, zone: str = "Asia/Ho_Chi_Minh") -> str:
    """What to tell the person who asked; moments are shown by the clock of `zone`."""
    match refusal:
        case errors.DocumentUnreadable(reason=reason) | errors.RegistryUnreadable(reason=reason):
            sentence = _REASONS[refusal.code].get(reason, _ANY_REASON[refusal.code])
        case errors.SettingsInvalid():
            return _settings(words, refusal)
        case errors.UnitUnknown():
            sentence = _unit_unknown(refusal)
        case errors.ChatUnknown():
            sentence = _chat_unknown(refusal)
        case _ if refusal.code in _EITHER:
            field, with_it, without = _EITHER[refusal.code]
            sentence = with_it if refusal.fields[field] else without
        case _:
            sentence = _SENTENCES.get(refusal.code, _ANYTHING)
    if isinstance(refusal, errors.PeriodNotAsked):
        named = [words.period(key, Ladder.STANDING) for key in (refusal.period, *refusal.periods)]
        return words.text(sentence, number=refusal.number, period=named[0], periods=words.list(named[1:]))
    return words.text(sentence, **_fields(words, refusal, zone))


def _unit_unknown(refusal: errors.UnitUnknown) -> str:
    if not refusal.text:
        return N_("Please name a unit by its code, or use --all. To see the codes: nhacviec units list")
    if refusal.guesses:
        return N_("There is no unit {text}, it may be one of: {guesses}.")
    return N_("There is no unit {text}. To see the codes: {look}")


def _chat_unknown(refusal: errors.ChatUnknown) -> str:
    if not refusal.numbers:
        return N_("{unit} has no chat. To invite one, type: moi {short}")
    return N_("{unit} has these chats: {numbers}. Please name one, for example: go lien ket {short} 1")


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
        elif name in {"start", "end", "latest", "day", "due", "until"}:
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
