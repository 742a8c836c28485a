"""A file whose sender does not say what it is for: evidence, a plan, or a question which."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, UNIT_ROLES, Sense, command, unnamed
from bot.features import adopting, evidencing
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, Seat
from data.kinds import Role
from data.lines.doubts import asks
from data.lines.notes import evidence_in
from data.lines.numbers import is_count, read_argument, whole_numbers
from data.refusals import AlreadyDone, DraftUnknown, FileLost, FileWithoutTask, NotOpenYet, PlanYearUnknown, Refusal
from data.talk import Act, Choice, Outgoing
from data.work import evidence, held
from data.work.held import Held
from locales import N_
from locales.refusals import refusal
from locales.say import evidencing as replies
from locales.say.adopting import with_form
from locales.say.reporting import several
from locales.say.talking import choose

# How one says that the files go with a report that wait in the chat; see `evidencing.with_held`.
_WITH_FILE = "kem tep"
# So many tasks are offered where nothing was said.
_UNSAID = 3


@unnamed(UNIT_ROLES, takes=Takes.FILE)
def attach(ask: Ask) -> Sequence[Outgoing]:
    """Put the file behind the one report that the message answered was about; of work not yet reported, ask first.

    Sent in answer to nothing, it is for the tasks that its words are read to name, or without words for what was
    reported just now; the rest of an album goes where its beginning went.
    """
    if _joined(ask):
        return ()
    if ask.file is None:
        speaker = ask.speaker
        ask = replace(ask, held=held.waiting(ask.session, speaker.bot, speaker.chat_id, ask.now))
    named = ask.act.tasks if ask.act else ()
    if not ask.about or not {fact.task.typed for fact in ask.about} >= set(named):
        return _by_itself(ask, named)
    ask = replace(ask, about=tuple(fact for fact in ask.about if not named or fact.task.typed in named))
    if len(ask.about) == 1 and ask.about[0].report is not None:
        fact = ask.about[0]
        return (evidencing.add_to(ask, _seat_of(ask, fact), fact, ask.argument, evidencing.keeping(with_waiting(ask))),)
    return (what_for(ask, hold(ask, ask.argument)),)


@unnamed(UNIT_ROLES, takes=Takes.FILE)
def document(ask: Ask) -> Sequence[Outgoing]:
    """A document of Nội vụ's without a command: a plan, to be looked at as a draft.

    One that is none is evidence where a report has just been made here; of one that may be either it is asked which.
    """
    latest, read = evidencing.just_reported(ask), ask.read
    # One that lacks nothing but its year is a plan.
    is_none = isinstance(read, Refusal) and not isinstance(read, PlanYearUnknown)
    if latest is not None:
        _, fact = latest
        return attach(ask) if is_none else (_plan_or_evidence(replace(ask, about=(fact,)), fact),)
    if is_none and isinstance(read, Refusal):
        return (with_form(ask.words, replies.no_plan(ask.words, refusal(ask.words, read)), read),)
    return adopting.show(_as_office(ask))


@command(
    "doc ke hoach · doc tep ke hoach · lap ban nhap",
    english="read plan",
    may=OFFICE,
    takes=Takes.HELD_FILE,
    sense=Sense.DECIDES,
    example="doc ke hoach · doc ke hoach 2023",
    help=N_("make a draft plan of the file that was just sent"),
)
def read_plan(ask: Ask) -> Sequence[Outgoing]:
    """`doc ke hoach`: make a draft of the file that waits in this chat to be told what it is.

    Raises:
        DraftUnknown: no file waits here.
    """
    if ask.read is None:
        raise DraftUnknown(number="")
    shown = adopting.show(_as_office(ask))
    speaker = ask.speaker
    if len(held.waiting(ask.session, speaker.bot, speaker.chat_id, ask.now)) == 1:
        held.drop(ask.session, ask.folder, speaker.bot, speaker.chat_id)
    return shown


def _joined(ask: Ask) -> bool:
    """Whether a file without words belongs to an album whose beginning waits here or has been taken; it goes there."""
    if ask.album is None or ask.argument or ask.file is None:
        return False
    speaker = ask.speaker
    if held.has_album(ask.session, speaker.bot, speaker.chat_id, ask.album, ask.now):
        hold(ask, "")
        return True
    at = held.album_taken(ask.session, speaker.bot, speaker.chat_id, ask.album, ask.now)
    if at is None:
        return False
    chats = [seat.address_id for seat in ask.seats]
    backed = views.by_ids(ask.session, evidence.backed_at(ask.session, chats, at))
    standing = [fact for fact in backed if targets.reports_of(fact)]
    if standing:
        keeping = evidencing.keeping(replace(ask, album=None))
        for fact in standing:
            keeping.check_room(fact)
        kept = keeping.keep()
        for fact in standing:
            evidence.add(ask.session, fact.id, "", targets.actor_of(ask, _seat_of(ask, fact)), ask.now, kept)
    return bool(standing)


def _by_itself(ask: Ask, named: Sequence[str]) -> Sequence[Outgoing]:
    """Evidence for the reports of the tasks named, or without words for the one just made; of all else ask first."""
    argument = read_argument(ask.argument)
    note = argument.note if argument.numbers else _telling(ask.argument, ask.today)
    if ask.in_passing and asks(ask.argument):
        return ()
    if named:
        return _of_tasks(ask, named, note)
    latest = evidencing.just_reported(ask)
    if latest is not None and not ask.argument and not evidencing.says_nothing(latest[1]):
        return (evidencing.add_to(ask, *latest, ask.argument, evidencing.keeping(with_waiting(ask))),)
    if latest is None and ask.in_passing:
        # People show each other pictures in their group: this one was not meant for us.
        return ()
    about = _owed(ask, latest)
    if not about:
        raise FileWithoutTask
    return (what_for(replace(ask, about=about), hold(ask, note), more=True),)


def _of_tasks(ask: Ask, numbers: Sequence[str], note: str) -> Sequence[Outgoing]:
    """Evidence for the standing reports of these tasks, if nothing else of them could be meant; else ask."""
    pairs = [_shares(ask, number) for number in numbers]
    reports = [reported for reported, due in pairs if reported is not None and due is None]
    latest = evidencing.just_reported(ask)
    typed = {number.lstrip("0") for number in whole_numbers(ask.argument)} | {*read_argument(ask.argument).numbers}
    is_named = typed >= set(numbers)  # else words of the title are, which may be those of another
    is_sure = is_named or (latest is not None and {latest[1].id} == {fact.id for fact in reports})
    is_sure = is_sure and not asks(ask.argument) and not any(map(evidencing.says_nothing, reports))
    if len(reports) == len(pairs) and is_sure:
        kept = evidencing.keeping(with_waiting(ask))
        added = [evidencing.add_to(ask, _seat_of(ask, fact), fact, note, kept) for fact in reports]
        return (several(ask.words, added),)
    about = tuple(fact for pair in pairs for fact in pair if fact is not None)
    asked = replace(ask, about=about)
    return (what_for(asked, hold(asked, note), more=not is_named),)


def _shares(ask: Ask, number: str) -> tuple[OccurrenceFact | None, OccurrenceFact | None]:
    """Of a task what stands reported, and what is to be reported; what was reported just now alone, if anything was."""
    seat, reported = targets.last_reported(ask, number)
    latest = evidencing.just_reported(ask)
    if reported is not None and latest is not None and latest[1].id == reported.id:
        return reported, None
    try:
        due = targets.chosen(replace(ask, seats=(seat,)), number)[1]
    except (AlreadyDone, NotOpenYet):
        if reported is None:
            raise
        return reported, None
    return (None if reported is None or reported.id == due.id else reported), due


def _telling(words: str, today: date | None = None) -> str:
    """What of the words is evidence itself, a date without its year near `today`; or all, where they count results."""
    return words if is_count(words) else ", ".join(value for _, value in evidence_in(words, today))


def _owed(ask: Ask, latest: tuple[Seat, OccurrenceFact] | None) -> tuple[OccurrenceFact, ...]:
    """What a file that names nothing may be for: what was reported just now, then what comes first of what is owed."""
    units = [seat.unit.id for seat in targets.units_of(ask)]
    owed = [
        fact for unit_id in units for fact in views.occurrences(ask.session, views.is_open(), views.led_by(unit_id))
    ]
    owed.sort(key=lambda fact: fact.due_on or date.max)
    first = [latest[1]] if latest else []
    return tuple({fact.id: fact for fact in (*first, *owed)}.values())[:_UNSAID]


def _seat_of(ask: Ask, fact: OccurrenceFact) -> Seat:
    return next(seat for seat in ask.seats if seat.unit.id == fact.unit.id)


def _as_office(ask: Ask) -> Ask:
    return replace(ask, seats=tuple(seat for seat in ask.seats if seat.role is Role.COORDINATOR))


def _plan_or_evidence(ask: Ask, fact: OccurrenceFact) -> Outgoing:
    words, number = ask.words, fact.task.typed
    held.drop(ask.session, ask.folder, ask.speaker.bot, ask.speaker.chat_id)
    choices = (
        Choice(replies.label_more(words, number), _with_file("minh chung", fact)),
        Choice(replies.label_plan(words), Act("doc ke hoach")),
        Choice(replies.neither(words), Act("bo tep")),
    )
    lines = (
        replies.label_to_add(ask.voice, fact, number, alone=True),
        replies.to_read(words),
        replies.neither(words),
    )
    return choose(words, replies.plan_or_evidence(words, hold(ask, ask.argument)), choices, lines)


@command(
    "bo tep · khong luu tep · bo anh",
    english="discard file",
    may=UNIT_ROLES,
    takes=Takes.ANYTHING,
    sense=Sense.TELLS,
    example="bo tep",
    help=N_("delete a photo or file that was sent but is not used as evidence"),
)
def put_aside(ask: Ask) -> Sequence[Outgoing]:
    """`bo tep`: delete the files that wait in this chat to be told what they back."""
    waited = held.drop(ask.session, ask.folder, ask.speaker.bot, ask.speaker.chat_id)
    return (replies.put_aside(ask.words, waited=waited),)


# More would be no choice on a small phone; any number can be typed.
_AT_MOST = 8


def what_for(ask: Ask, files: Sequence[Held], *, more: bool = False) -> Outgoing:
    """What are the files for? Any task may be named too, where there are `more` than those shown."""
    neither = replies.neither(ask.words)
    ways = [way for fact in ask.about[:_AT_MOST] for way in _ways(ask, fact)]
    choices, lines = zip(*ways, (Choice(neither, Act("bo tep")), neither), strict=True)
    return replace(choose(ask.words, replies.what_for(ask.words, files, more=more), choices, lines), asks="task")


def _ways(ask: Ask, fact: OccurrenceFact) -> list[tuple[Choice, str]]:
    """What the files may be for in one task, and what that would do."""
    words, alone = ask.words, len(ask.about) == 1
    number = fact.task.typed
    done = Choice(replies.label_done(words, number), _with_file("xong", fact))
    more = Choice(replies.label_more(words, number), _with_file("minh chung", fact))
    to_add = (more, replies.label_to_add(ask.voice, fact, number, alone=alone))
    if fact.report is not None:
        return [to_add]
    ways = [(done, replies.to_report(ask.voice, fact, number, alone=alone))]
    if alone and len(fact.left) > 1:
        # Of the task, and not of what stands there now: the product is looked for in it.
        ways += [
            (Choice(part, Act("xong", (number,), parts=(part,), files=_WITH_FILE)), _part(ask, part, number))
            for part in fact.left
        ]
    return [*ways, to_add] if targets.reports_of(fact) else ways


def _with_file(command: str, fact: OccurrenceFact) -> Act:
    return Act(command, (fact.task.typed,), files=_WITH_FILE, occurrence_id=fact.id)


def _part(ask: Ask, part: str, number: str) -> str:
    return replies.to_report_part(ask.words, part, number)


def hold(ask: Ask, note: str) -> tuple[Held, ...]:
    """Have the file that came wait here, with the words that it came with, until it is said what it is for.

    Gives all that wait; where none came now, what has waited goes on waiting.

    Raises:
        FileTooLarge, FileLost: it was not taken, or cannot be moved.
    """
    if ask.file is None and ask.held:
        held.direct(ask.session, ask.speaker.bot, ask.speaker.chat_id, [fact.id for fact in ask.about], ask.now)
        return ask.held
    if ask.file is None or ask.folder is None:
        raise FileLost(name=ask.file.name if ask.file else "")
    came = evidencing.sent(ask, ask.file)
    about = [fact.id for fact in ask.about]
    speaker, waits = ask.speaker, Held(came.name, came.path, came.kind, note)
    try:
        return held.hold(ask.session, ask.folder, speaker.bot, speaker.chat_id, waits, about, ask.now, ask.album)
    except OSError:
        raise FileLost(name=came.name) from None


def with_waiting(ask: Ask) -> Ask:
    """With what waits of the album that the file is of, or all that waits where none came now."""
    speaker = ask.speaker
    if ask.file is not None and not held.has_album(ask.session, speaker.bot, speaker.chat_id, ask.album, ask.now):
        return ask
    return replace(ask, held=held.take(ask.session, speaker.bot, speaker.chat_id, ask.now))
