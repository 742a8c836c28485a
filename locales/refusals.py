"""One sentence for each class of data.refusals: what is wrong, and what to do; in its order."""

from collections.abc import Mapping
from datetime import date, datetime

from data import refusals
from data.kinds import Ladder
from data.refusals import Refusal
from data.talk import Choice
from data.titles import shorten
from locales import N_, Words

# Sentences by class; the fields of the class fill them.
_SENTENCES: Mapping[str, str] = {
    # Words for all units and lists for the leaders
    "TextMissing": N_("Please add the text of the notice, for example: {example}"),
    "SampleTyped": N_(
        "Nothing was recorded: “…” stands for your own figures, document number or words. Please send the line again"
        " with them in its place."
    ),
    "NobodyHears": N_("Nothing was sent: none of the recipients has a chat yet. To see the chats, type: chats"),
    "NothingDrafted": N_("No notice is waiting to be sent. To write one, type: broadcast …"),
    "SentAlready": N_("This has been sent before; nothing was sent again."),
    "NothingToRelease": N_("There is nothing to submit to the leaders."),
    "ReleaseUnclear": N_(
        "Nothing was sent: “{text}” was not understood. To review the list, type: leaders · To leave something out:"
        " leaders except 10, P-LL · To send the list that was shown: leaders send"
    ),
    "NotAnException": N_("“{text}” is not in the list. To review it, type: leaders"),
    "NothingShown": N_("No list {number} has been shown here. To review the list, type: leaders"),
    # What backs a report
    "FileTooLarge": N_(
        "“{name}” is larger than {megabytes} MB and was not kept. Please send a smaller one, or a link to it."
    ),
    "FilesWaiting": N_(
        "At most {files} files, {megabytes} MB in total, can wait in one chat, so this one was not kept. Please say"
        " what the waiting files are evidence for, for example: done 10 with file; or delete them: discard file. Then"
        " send the rest."
    ),
    "EvidenceFull": N_(
        "One report takes at most {most} files, and that on task {number} has {count}, so the file just sent was not"
        " kept. Please put the rest into one file, or send a link to it, for example: evidence {number} and the link."
        " To delete the files waiting here, type: discard file"
    ),
    "FileEmpty": N_("“{name}” is empty (0 bytes) and was not kept. Please send the file again."),
    "FileLost": N_("“{name}” could not be received. Please send it again."),
    "FileNotHeld": N_("The file is no longer waiting here. Please send it again with the words, for example: done 10"),
    "FileWithoutTask": N_(
        "It is not known which report this belongs to, so it was not kept. Please send it again with the number of"
        " the task, for example: done 10, or after a report: evidence 10"
    ),
    "NothingToBack": N_(
        "Task {number} has no report yet. To report it with this evidence, please send it with the words: done {number}"
    ),
    "EvidenceOfOthers": N_(
        "The evidence of another unit is shown only to {office}. To see your own, type: see evidence 10"
    ),
    "EvidenceGone": N_(
        "The report on task {number} has no such evidence. To see its evidence, type: see evidence {number}"
    ),
    "EvidenceMissing": N_(
        "No evidence was found in this. Please send a photo or a file with the words “evidence {number}”, or type the"
        " document's number or a link, for example: evidence {number} no. …/KH"
    ),
    # A later day
    "DayPast": N_("The day {day} has passed. Please ask for today or a later day."),
    "DayNotLater": N_("The day {day} is not later than the present deadline, {due}. Please ask for a later one."),
    "AnotherDayAsked": N_(
        "{unit} now asks for another day: {until}. To grant that one, type: grant {number} {short} on the basis of"
        " letter no. …"
    ),
    # Files that are read
    "TableMissing": N_("No table of tasks was found in {path}. Please check that this is the plan with its annex."),
    "ColumnsMissing": N_("The table of tasks in {path} lacks these columns: {columns}. Please add them and try again."),
    "TasksMissing": N_(
        "No task could be read in {path}; nothing has been written. Please check that its table has rows, and send the"
        " Word or Excel file or the digitally signed PDF."
    ),
    "FormWanted": N_(
        "No table of tasks was found in {path}, nor tasks in lines. To have an Excel form of it, to complete and"
        " import: nhacviec form {path} OUT.xlsx"
    ),
    "StatesUnsettled": N_(
        "The file says of {count} tasks that they are completed, stopped or extended. Nothing has been written. To"
        " record that, please add: --states file; to follow all tasks up as not completed: --states open"
    ),
    "WithdrawsMuch": N_(
        "{count} of the {all} tasks followed up are not in this file and would be withdrawn; nothing has been written."
        " Please check the file; if that is meant, add --withdraw."
    ),
    "PlanYearUnknown": N_(
        "{path} does not say the year of the plan. Please give it, for example: --year 2023; in a chat, write 2023"
        " with the file."
    ),
    "FileExists": N_("{path} already exists and was not overwritten. Please choose another name."),
    "FileUnwritable": N_("{path} cannot be written: {detail}. Please choose another place or name."),
    "CalendarUnreadable": N_("The calendar {place} cannot be read: {detail}. Please check it and try again."),
    # Who speaks, and may
    "NotJoined": N_(
        "This chat does not belong to any unit yet. Please type the invitation code given by {office}, for example:"
        " join ABCD2345"
    ),
    "NotAllowed": N_(
        "The command “{command}” is not available in this chat. To see what can be typed here, type: help"
    ),
    "CodeForPerson": N_(
        "This code is for one person and is used in a private chat with the service; this group has not been"
        " connected. The code is still valid: please type it in a private chat."
    ),
    "CodeInvalid": N_("This invitation code is not valid or has been used. Please ask {office} for a new one."),
    "TooManyTries": N_("Too many wrong codes have been typed. Please try again in an hour, or contact {office}."),
    "AnonymousSpeaker": N_(
        "The name of the person who reports is recorded. Please turn anonymous mode off and send the message again"
        " from your own account."
    ),
    "MarkedSecret": N_(
        "Content marked MẬT, TỐI MẬT or TUYỆT MẬT is not accepted here: your message was not kept. Please delete it"
        " from this chat and send the document in accordance with the rules on state secrets."
    ),
    "PersonUnknown": N_("Nothing is kept about the account {account} on {channel}."),
    # Plans, drafts and what they leave open
    "NoPlan": N_("No plan has been imported yet. Please run: nhacviec import FILE"),
    "QuestionUnknown": N_("No question {number} awaits an answer. To see the questions, type: questions"),
    "DayIsSet": N_(
        "The plan sets {day} as the deadline of task {number}. To set another, please state the basis, for example:"
        " set deadline {number} {wanted} on the basis of letter no. …"
    ),
    "SeveralDays": N_("Task {number} is due on several dates; each is moved by an extension, with a stated basis."),
    "NothingToDate": N_("Task {number} has nothing left to report that a deadline could be set for."),
    "LeadsAlready": N_("{unit} leads task {number} and is recorded in no other part in it."),
    "LastLead": N_(
        "{unit} is the only lead unit of task {number}, and every task needs one. To assign another, type: {instead}"
    ),
    "NotSupporting": N_("{unit} does not support task {number}."),
    "NotFollowingUp": N_("{unit} does not follow task {number} up."),
    "ProductMissing": N_("Please add the product, for example: {command} {number} …"),
    "ProductIsSet": N_(
        "The plan names the product of task {number}: {product}. The product stated in the plan stands."
    ),
    "DutyTaken": N_("Duty {number} is already followed up. To see it, type: task {number}"),
    "DutyRefused": N_(
        "Duty {number} has been put aside and is not followed up. To follow it up after all, type: accept duty {number}"
        " yes"
    ),
    "DutyUnknown": N_("There is no duty {number} outside the table to accept. To see them, type: duties"),
    "NotPastDue": N_("There is no question whether to follow up task {number}. To see the questions, type: questions"),
    # What lies between being told and reporting
    "DifficultyUnknown": N_(
        "No difficulty in task {number} awaits an answer. To see those that do, type: clear difficulty"
    ),
    "WordsMissing": N_("Please add a few words after the number, for example: {command} {number} …"),
    "DelayUnclear": N_(
        "No date for the next reminder can be read in “{text}”. Please type, for example: remind later {number} 3 days"
    ),
    "QuietTooLong": N_("Reminders for task {number} can be postponed until {latest} at the latest."),
    "NotReminded": N_("There are no more reminders for task {number}."),
    "AskedToday": N_(
        "The supporting units of task {number} were already asked at {at}. They can be asked again the next day."
    ),
    "SupportedByNobody": N_("Task {number} has no supporting units."),
    # Reports
    "NotAStandingDuty": N_("Task {number} requires a product. When it is done, please type: done {number}"),
    "NothingToUndo": N_("Task {number} has no report that could be taken back."),
    "AcceptedAlready": N_("The report on task {number} has been acknowledged. To change it, please contact {office}."),
    "ButtonOfAnother": N_("This button is for the person who asked. To ask for yourself, type: {command}"),
    "ChoiceOfAnother": N_("This choice is for the person who asked. To ask for yourself, type: {command}"),
    "ChoiceStale": N_("This choice is out of date. To see the work as it stands, type: tasks"),
    "NothingMore": N_(
        "There is nothing more of a list to see here. To see a list again, please type its command, for example: tasks"
    ),
    "ButtonStale": N_("This button is out of date. To see the work as it stands, type: tasks"),
    "AlreadyDone": N_("Task {number} was already reported at {at}. If that was a mistake, type: undo {number}"),
    "NoLongerOwed": N_("Task {number} no longer needs to be reported. To see the tasks of your unit, type: tasks"),
    "LedByOne": N_("Task {number} has one lead unit only."),
    "PartReported": N_(
        "“{part}” of task {number} was already reported at {at}. If that was a mistake, type: undo {number}"
    ),
    "ReasonMissing": N_("Please say what is to be added, for example: {example}"),
    "ShortTitleMissing": N_(
        "Task {number} is now called: {called}. To call it otherwise, type its short title behind the number, for"
        " example: short title {number} …"
    ),
    "ShortTitleTooLong": N_("A short title has at most {most} letters; this one has {count}."),
    # What the operator sets up
    "DatabaseUnavailable": N_("The database {url} cannot be opened: {detail}. Please check DATABASE_URL."),
    "DatabaseInconsistent": N_(
        "The database {url} could not be upgraded to this version and was left unchanged: rows of {tables} refer to"
        " rows that do not exist. Please restore the latest backup, or install the previous version again."
    ),
    "DatabaseNewer": N_(
        "The database {url} was written by a newer version of this program. Please install that version again, "
        "or restore the backup that was made before the upgrade."
    ),
    "TokenRejected": N_("{channel} does not accept the token. Please check {variable}."),
    "ChannelUnreachable": N_("{channel} does not answer at {server}. Please check the network and try again."),
    "PortTaken": N_("Another program is using port {port}. Please set WEB_PORT to a free one."),
    "AddressUnusable": N_(
        "The service cannot listen on {host}, port {port}: {detail}. Please check WEB_HOST and WEB_PORT."
    ),
    "ExtraMissing": N_("This needs a part that is not installed. Please run: pip install nhac-viec[{extra}]"),
    "NotLoopback": N_("The demo answers on this machine only, not on {host}. Please set WEB_HOST to 127.0.0.1"),
    # Which task is meant
    "PeriodUnknown": N_(
        "“{text}” is not understood as a period. Please type, for example: “quy 1”, “6 thang dau nam”, “nam 2023”, or"
        " 2023-01-01..2023-06-30"
    ),
    "PlanNotFollowed": N_("Please name the plan that the report is about, with --plan and its number: {known}"),
    "FileKindNotWritten": N_("{path}: please give the file a name that ends in .docx (Word) or .xlsx (Excel)."),
    "DatesReversed": N_("The last day, {end}, comes before the first, {start}. Please check both."),
    "NumberMissing": N_("Please add the number of the task, for example: {command} 10"),
    "TooManyNumbers": N_("{given} tasks were named; at most {most} can be answered at once. Please type fewer."),
    "OneAtATime": N_("This is done one task at a time, for example: {command} {number} …"),
    "TaskInSeveralPlans": N_(
        "There is a task {number} in several plans. Please type which one is meant, for example: {example}"
    ),
    "NotOpenYet": N_("The period of task {number} has not begun; there is nothing to report yet."),
    "TaskOfSeveral": N_("That message is about several tasks. Please choose:"),
    "TaskOfSeveralUnits": N_("Several units of this chat lead task {number}. Please choose one:"),
    "NothingToAmend": N_(
        "Task {number} has no report that could be corrected or moved to another period. To report it, type:"
        " done {number}"
    ),
    "PeriodMissing": N_(
        "Please add the period for which the report of task {number} is to count, for example:"
        " {command} {number} quarter 1"
    ),
    "PeriodNotAsked": N_("Task {number} has no reporting period {period}. Its reporting periods so far: {periods}."),
    "NotLeading": N_("{unit} does not lead task {number}."),
    "PeriodOrUnitUnknown": N_(
        "“{text}” is no task, unit or period. Please type, for example: {command} 1 · {command} P-LL"
        " · {command} 1 quarter 1"
    ),
    # Units and their chats
    "UnitMissing": N_("Please add the unit, by its code or name, for example: {example}"),
    "InviteeUnclear": N_(
        "A code is for officers of the unit or for its head: invite {short} officer · invite {short} head. For"
        " leaders: invite leaders"
    ),
    "CoordinatorByOperator": N_(
        "A code for the office that follows up the plan is given by the operator of the service, not in a chat:"
        " nhacviec invite {short} --role coordinator"
    ),
    "InviteInPrivate": N_(
        "A one-time code is given only in a private chat. Please type this in a private chat with the service."
    ),
    "NoOtherChannel": N_("The service works on {channel} alone at present; there is no second channel to connect."),
    "SameChannel": N_("This code connects a chat on another messenger. It is still valid; please type it there."),
    "ChannelUnknown": N_("{unit} has no chat by that channel. Connected: {channels}. To add one, type: second channel"),
    "OwnChat": N_("This is the chat you are writing in. Please unlink it from another chat of {office}."),
    "SameUnit": N_(
        "{unit} cannot hand its work over to itself. Please name two units, for example: hand over P-QT P-LL"
    ),
    "SuccessorUnknown": N_(
        "There is no unit “{text}”. If it is a new one, please have the operator add it to the registry of units, with:"
        " nhacviec units import FILE"
    ),
    "OneSuccessor": N_(
        "The work of units can be handed over to one unit only, not to several ({units}). Please type, for example:"
        " hand over P-HN, P-AT to P-LL"
    ),
    "UnitOfOthers": N_("This chat can see only the work of its own unit, not that of {unit}. To see it, type: tasks"),
    "HandedOver": N_("{unit} has handed its work over to {successor} already."),
}

# Sentences by class and one field of it: when it says something, and when it does not.
_EITHER: Mapping[str, tuple[str, str, str]] = {
    # A later day
    "LaterDayUnclear": (
        "text",
        N_(
            "No day can be read in “{text}”. Please type the day and the reason, for example: {command} {number}"
            " …/… because …"
        ),
        N_("Please add the day and the reason, for example: {command} {number} …/… because …"),
    ),
    "NoDayToExtend": (
        "closed",
        N_(
            "The reporting period of task {number} has ended, so it cannot be extended. To report it late, type: done"
            " {number}"
        ),
        N_("Task {number} has no deadline yet that could be extended. {office} will set one."),
    ),
    "NoExtensionAsked": (
        "unit",
        N_("No request by {unit} to extend task {number} awaits a decision."),
        N_("No request to extend task {number} awaits a decision."),
    ),
    # Who speaks, and may
    "RegisteredOnly": (
        "decides",
        N_(
            "In a group the command “{command}” is for officers who have joined in a private chat for {office}."
            " Please type it in that chat, or join there first."
        ),
        N_(
            "In a group the command “{command}” is for officers who have joined in a private chat for this unit or"
            " for {office}. In a private chat with the service it can be typed by everyone."
        ),
    ),
    # Plans, drafts and what they leave open
    "NoPlanYet": (
        "coordinator",
        N_(
            "No plan is followed up here yet. To import one, please send the file of the plan (.docx, .xlsx, .pdf or"
            " .txt) in a private chat with the service."
        ),
        N_("No plan is followed up here yet. When {office} has imported one, the unit will be notified of its tasks."),
    ),
    "DayUnread": (
        "text",
        N_(
            "No single day can be read in “{text}”. Please type, for example: set deadline {number} …/…/… · set"
            " deadline {number} quarter …"
        ),
        N_("Please add the day, for example: set deadline {number} …/…/… · set deadline {number} quarter …"),
    ),
    "DraftUnknown": (
        "number",
        N_("No draft {number} awaits a decision. To make one, please send the file of the plan."),
        N_("No draft awaits a decision. To make one, please send the file of the plan."),
    ),
    "PlanUnknown": (
        "number",
        N_("No plan {number} is followed up. To see the plans that are, type: the plan"),
        N_("No plan is followed up."),
    ),
    # What lies between being told and reporting
    "DelayTooLong": (
        "overdue",
        N_(
            "Task {number} is overdue; its reminders can be postponed until {latest} at the latest. To ask for an"
            " extension, type: extend {number}"
        ),
        N_(
            "Reminders for task {number} can be postponed until {latest} at the latest, in time for its deadline. To"
            " ask for an extension, type: extend {number}"
        ),
    ),
    # Reports
    "NothingToShare": (
        "has_report",
        N_("All lead units have reported task {number}. No joint report is needed."),
        N_("{unit} has not reported task {number}, so there is no joint report yet. To report it, type: done {number}"),
    ),
    "NothingReported": (
        "unit",
        N_("There is no report of {unit} on task {number} to review."),
        N_("There is no report on task {number} to review."),
    ),
    "NotedAlready": (
        "unit",
        N_("The report of {unit} on task {number} has already been acknowledged."),
        N_("The reports on task {number} have already been acknowledged."),
    ),
    # Which task is meant
    "TaskUnknown": (
        "sees_all",
        N_("There is no task {number} in the plan. To see the tasks, type: status"),
        N_("There is no task {number} in the plan. To see the tasks of your unit, type: tasks"),
    ),
    "TaskOfOthers": (
        "leads",
        N_("{leads} leads task {number} and reports it. Your unit supports it and need not report."),
        N_("Task {number} is led by another unit. To see the tasks of your unit, type: tasks"),
    ),
}

# By class and reason code.
REASONS: Mapping[str, Mapping[str, str]] = {
    "DocumentUnreadable": {
        "missing": N_("There is no readable file {path}. Please check its name."),
        "empty": N_("The file {path} is empty."),
        "too-large": N_("The file {path} is too large. Please give the plan with its annex alone."),
        "bomb": N_("The structure of the file {path} is not safe to open. Please save a new copy and try again."),
        "encrypted": N_("The file {path} has a password. Please save it without one and try again."),
        "old-doc": N_(
            "The file {path} is in the old Office format. Please open it in Word or Excel, save it as .docx or .xlsx"
            " (Save As) and try again."
        ),
        "rtf": N_("The file {path} is RTF. Please open it in Word, save it as .docx (Save As) and try again."),
        "picture": N_(
            "The file {path} is a picture, whose words cannot be read. Please send the plan's Word file or the"
            " digitally signed PDF, or type its tasks into a table in Excel."
        ),
        "unknown-format": N_("The format of {path} is not supported. Please use .docx, .xlsx, .pdf or .txt"),
        "encoding": N_("The text encoding of {path} is not supported. Please save it as UTF-8 text and try again."),
        "lost-letters": N_(
            "The file {path} was saved without its Vietnamese letters: “?” stands in their place. Please open the"
            " original in Excel, save it as .xlsx or as CSV UTF-8 and try again."
        ),
        "damaged": N_("The file {path} is damaged. Please save a new copy and try again."),
        "scanned-pdf": N_(
            "The file {path} is a scanned picture without text. Please send the Word file, kept by the records office"
            " or the unit that drafted it, or the digitally signed PDF; else type the tasks into a table in Excel with"
            " these columns: No., task, product, lead unit, coordinating units, deadline."
        ),
    },
    "RegistryUnreadable": {
        "missing": N_("There is no readable registry of units {place}. Please check UNITS_FILE."),
        "empty": N_("The registry of units {place} is empty."),
        "encoding": N_("The text encoding of the registry of units {place} is not supported. Please save it as UTF-8."),
        "columns": N_("The registry of units {place} lacks: {detail}. Please add it and try again."),
        "duplicate": N_("The registry of units {place} has this code twice: {detail}. Please keep one."),
        "long": N_(
            "The registry of units {place} has a name of more than {detail} letters. Please shorten it, and put the"
            " long one among the aliases."
        ),
        "coordinators": N_(
            "The registry of units {place} marks several units that coordinate: {detail}. Please keep the mark of one."
        ),
        "coordinator": N_(
            "The registry of units {place} marks a group as the one that coordinates: {detail}. Please mark one unit."
        ),
        "member": N_("The registry of units {place} has a group with members it does not know: {detail}."),
    },
    "EnvFileUnreadable": {
        "rights": N_("The settings in {path} cannot be read: {detail}. Please check its access rights."),
        "encoding": N_("The text encoding of {path} is not supported. Please save it as UTF-8 text."),
        "line": N_("{place} is not of the form NAME=value. Please correct it, or put # before it."),
    },
}

_ANY_REASON: Mapping[str, str] = {
    "DocumentUnreadable": N_("The file {path} cannot be read. Please save a new copy and try again."),
    "RegistryUnreadable": N_("The registry of units {place} cannot be read. Please check it and try again."),
    "EnvFileUnreadable": N_("The settings in {path} cannot be read. Please check the file."),
}

# The columns of a table of tasks.
_COLUMNS: Mapping[str, str] = {
    "title": N_("the task"),
    "lead": N_("the lead unit"),
    "deadline": N_("the deadline"),
}

# What keeps the open database from serving, by the reason.
AWAY: Mapping[str, str] = {
    "locked": N_("The database is busy: another program is writing to it. Please try again in a minute."),
    "full": N_("The disk of the database is full. Please make room and try again."),
    "readonly": N_("The database can only be read, not written. Please check its rights and its disk."),
    "corrupt": N_("The database is damaged. Please stop the service and restore the latest backup."),
    "away": N_("The database does not answer. Please check that its server and its disk are there."),
}

# What is wrong with a setting, by its code.
FAULTS: Mapping[str, str] = {
    "zone": N_("{variable} is not a time zone, for example: Asia/Ho_Chi_Minh"),
    "locale": N_("{variable} must be vi or en"),
    "hours": N_("{variable} must be a time from 07:00 to 18:00, for example: 07:30"),
    "token": N_("{variable} does not have the form of a token, for example: 123456:ABC"),
    "tokens": N_("{variable} must hold tokens of different bots, parted by commas, each of the form 123456:ABC"),
    "public": N_(
        "{variable} must be an https address that the Internet reaches, for example: https://nhacviec.example.vn"
    ),
    "amount": N_("{variable} must be a number from 1 to 1000000"),
    "switch": N_("{variable} must be true or false"),
    "proxy": N_(
        "{variable} does not have the form of a proxy, for example: http://host:3128 or socks5://user:password@host:1080"
        " (in the password, write @ as %40 and / as %2F)"
    ),
    "database": N_(
        "{variable} does not have the form of a database's address, for example:"
        " postgresql://user:password@host:5432/database (in the password, write @ as %40 and / as %2F)"
    ),
    "address": N_("{variable} does not have the form of a server's address, for example: https://chat.example.org"),
    "host": N_("{variable} does not have the form of a machine's address, for example: 127.0.0.1"),
    "port": N_("{variable} must be a number from 1 to 65535"),
    "evidence": N_("{variable} must be a number from 1 to 100"),
    "days": N_("{variable} must be a number of days from 1 to 36500"),
    "log-format": N_("{variable} must be text or json"),
    "moment": N_("{variable} must be a date and time, for example: 2023-01-11T07:30"),
    "malformed": N_("{variable} is malformed"),
}

_ANYTHING = N_("This cannot be done. To see what can be typed here, type: help")
# A button's label on a small phone.
_LABEL = 40


def ways_on(words: Words, refusal: Refusal) -> tuple[Choice, ...]:
    """What the person who asked may choose from instead, where there is such a choice."""
    match refusal:
        case (
            refusals.TaskInSeveralPlans(numbers=numbers, acts=acts, titles=titles)
            | refusals.TaskOfSeveral(numbers=numbers, acts=acts, titles=titles)
        ):
            labels = (
                words.text("Task {number}: {title}", number=number, title=shorten(title, _LABEL))
                for number, title in zip(numbers, titles, strict=True)
            )
            return tuple(Choice(label, act) for label, act in zip(labels, acts, strict=True))
        case refusals.TaskOfSeveralUnits(units=named, acts=acts):
            return tuple(Choice(unit, act) for unit, act in zip(named, acts, strict=True))
        case _:
            return ()


def refusal(words: Words, refusal: Refusal, zone: str = "Asia/Ho_Chi_Minh") -> str:
    """What to tell the person who asked; moments are shown by the clock of `zone`."""
    match refusal:
        case (
            refusals.DocumentUnreadable(reason=reason)
            | refusals.RegistryUnreadable(reason=reason)
            | refusals.EnvFileUnreadable(reason=reason)
        ):
            sentence = REASONS[refusal.code].get(reason, _ANY_REASON[refusal.code])
        case refusals.DatabaseAway(reason=reason):
            sentence = AWAY.get(reason, AWAY["away"])
        case refusals.SettingsInvalid():
            return _settings(words, refusal)
        case refusals.UnitUnknown():
            sentence = _unit_unknown(refusal)
        case refusals.ChatUnknown():
            sentence = _chat_unknown(refusal)
        case _ if refusal.code in _EITHER:
            field, with_it, without = _EITHER[refusal.code]
            sentence = with_it if refusal.fields[field] else without
        case _:
            sentence = _SENTENCES.get(refusal.code, _ANYTHING)
    if isinstance(refusal, refusals.PeriodNotAsked):
        named = [words.period(key, Ladder.STANDING) for key in (refusal.period, *refusal.periods)]
        return words.text(sentence, number=refusal.number, period=named[0], periods=words.list(named[1:]))
    return words.text(sentence, **_fields(words, refusal, zone))


def _settings(words: Words, refusal: refusals.SettingsInvalid) -> str:
    faults = (words.text(FAULTS.get(code, FAULTS["malformed"]), variable=name) for name, code in refusal.faults)
    return words.text("Please correct these settings: {faults}", faults="; ".join(faults))


def _fields(words: Words, refusal: Refusal, zone: str) -> dict[str, object]:
    """The refusal's own fields as people read them, with the place in a file."""
    fields = dict(refusal.fields)
    shown: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, datetime):
            shown[name] = words.moment(value, zone)
        elif isinstance(value, tuple):
            shown[name] = words.list(words.text(_COLUMNS[one]) if one in _COLUMNS else str(one) for one in value)
        elif name in {"start", "end", "latest", "day", "due", "until", "wanted"}:
            shown[name] = words.day(date.fromisoformat(str(value)))
        else:
            shown[name] = value
    if isinstance(refusal, refusals.TaskInSeveralPlans):
        shown["example"] = refusal.acts[0].typed
    if "line" in fields:
        shown["place"] = fields["path"]
        if fields["line"] is not None:
            shown["place"] = words.text("{path} (line {line})", path=fields["path"], line=fields["line"])
    return shown


def _unit_unknown(refusal: refusals.UnitUnknown) -> str:
    """By whether something was typed, and is like a unit."""
    if not refusal.text:
        return N_("Please name a unit by its code, or use --all. To see the codes: nhacviec units list")
    if refusal.guesses:
        return N_("There is no unit {text}; it may be one of: {guesses}.")
    return N_("There is no unit {text}. To see the codes: {look}")


def _chat_unknown(refusal: refusals.ChatUnknown) -> str:
    """By whether the unit has chats."""
    if not refusal.numbers:
        return N_("{unit} has no chat. To invite one, type: invite {short}")
    return N_("{unit} has these chats: {numbers}. Please name one, for example: unlink {short} 1")
