"""Notices to Nội vụ: what units ask, tell and add, and who may speak; and to leaders, what Nội vụ releases."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from data.facts import DifficultyFact, OccurrenceFact
from data.kinds import Closing, Ladder, State
from data.notices import AllowanceShort, Lockout, PeopleShort, PlanGone, Relayed, Release
from data.office import announcing
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import N_, Voice, Words
from locales.digests import closing, headlines, letter_to
from locales.items import REPORTED, due_phrase, news, task_label
from locales.phrases import bot_name, channel_name, cite_all, cite_named, evidence, message, sentence, upper_first
from locales.say.announcing import exception_paragraphs
from locales.say.extending import asked_line, extension_choices
from locales.say.talking import role_name

_NOTE = 1_000


def extension_asked(voice: Voice, facts: Sequence[OccurrenceFact], extension: int) -> Outgoing | None:
    """A unit asks for a later day: which, why, who; and the two answers. Nothing where it has been decided on."""
    (fact,) = facts
    if fact.state is not State.OPEN or fact.extension is None or fact.extension.id != extension:
        return None
    asked_by = f"{fact.task.typed} {fact.unit.code}"
    grant = voice.text("To grant: {command}", command=f"cho gia han {asked_by} theo công văn số …")
    refuse = voice.text("To refuse: {command}", command=f"khong cho gia han {asked_by}")
    lines = (
        voice.text("Dear {unit},", unit=upper_first(voice.coordinator)),
        asked_line(voice, fact),
        voice.text(
            "Deadlines are set by the People's Committee: to grant an extension, please cite the document or the"
            " approving leader."
        ),
        f"{grant} · {refuse}",
        closing(voice),
    )
    title = voice.text("EXTENSION REQUESTED: {task}, {unit}", unit=fact.unit.name, task=task_label(voice, fact))
    return Outgoing(title, "\n".join(lines), extension_choices(voice, fact))


def joint_offered(voice: Voice, facts: Sequence[OccurrenceFact]) -> Outgoing | None:
    """A lead offers its report for all leads: what it says, and how to agree. Nothing once it has been taken back."""
    if not facts or facts[0].state not in {State.DONE, State.ACCEPTED}:
        return None
    fact = facts[0]
    act = Act("bao chung", (fact.task.typed,), units=(fact.unit.code,), occurrence_id=fact.id)
    said = news(voice, fact)
    text = message(
        voice.text(
            "{unit} offers its report on {task} ({title}) as the joint report of all lead units.",
            unit=fact.unit.name,
            task=task_label(voice, fact),
            title=shorten(fact.task.called),
        ),
        sentence(voice.text("Content: {note}", note=said)) if said else "",
        voice.text("To agree, type: {command}", command=act.typed),
    ).text
    agree = Choice(voice.text("Agree to the joint report"), act)
    return Outgoing(voice.text("JOINT REPORT – TASK {number}", number=fact.task.typed), text, (agree,))


def note_refused(voice: Voice, facts: Sequence[OccurrenceFact], by: str) -> Outgoing | None:
    """A unit says that what was noted for it is not right; nothing where it has been reported since."""
    if not facts or facts[0].state is not State.OPEN:
        return None
    fact = facts[0]
    text = message(
        voice.text(
            "{unit} has taken back what was noted for it on {task} ({title}).",
            unit=fact.unit.name,
            task=task_label(voice, fact),
            title=shorten(fact.task.called),
        ),
        voice.text(
            "Task {number} counts as not reported ({due}).", number=fact.task.typed, due=due_phrase(voice, fact)
        ),
        sentence(voice.text("Reported by {name}", name=by)) if by else "",
    ).text
    title = voice.text("NOTE TAKEN BACK: {task}, {unit}", unit=fact.unit.name, task=task_label(voice, fact))
    return Outgoing(title, letter_to(voice, upper_first(voice.coordinator), [text]))


def evidence_added(voice: Voice, facts: Sequence[OccurrenceFact], by: str) -> Outgoing | None:
    """More evidence for a report that has been taken note of; nothing where that does not stand. `by` may be empty."""
    (fact,) = facts
    if fact.report is None:
        return None
    body = (
        voice.text(
            "{unit} has added evidence to its report on {task} ({title}), which has already been acknowledged.",
            unit=fact.unit.name,
            task=task_label(voice, fact),
            title=shorten(fact.task.called),
        ),
        sentence(voice.text("Evidence: {text}", text=evidence(voice, fact.report))),
        sentence(voice.text("Added by {name}", name=by)) if by else "",
    )
    title = voice.text("EVIDENCE ADDED: {task}, {unit}", unit=fact.unit.name, task=task_label(voice, fact))
    return Outgoing(title, letter_to(voice, upper_first(voice.coordinator), ["\n".join(filter(None, body))]))


def difficulty(voice: Voice, facts: Sequence[OccurrenceFact], note: str, by: str, at: datetime) -> Outgoing | None:
    """A unit meets a difficulty: which task, in its words, who says so and when. `by` may be empty."""
    if not facts:
        return None
    fact = facts[0]
    moment = voice.moment(at, fact.task.plan.zone)
    body = (
        voice.text(
            "{unit} reports a difficulty in {task} ({title}; {due}): {note}",
            unit=fact.unit.name,
            task=task_label(voice, fact),
            title=shorten(fact.task.called),
            due=due_phrase(voice, fact),
            note=sentence(shorten(note, _NOTE)),
        ),
        sentence(
            voice.text("Reported by {name}, {at}", name=by, at=moment)
            if by
            else voice.text("Reported at {at}", at=moment)
        ),
        voice.text("To answer the unit: {command}", command=f"go vuong {fact.task.typed} {fact.unit.code} …"),
    )
    title = voice.text("DIFFICULTY: {task}, {unit}", unit=fact.unit.name, task=task_label(voice, fact))
    return Outgoing(title, letter_to(voice, upper_first(voice.coordinator), ["\n".join(body)]))


def relayed(voice: Voice, notice: Relayed) -> Outgoing:
    """Words for Nội vụ that a unit or a leader had carried to it."""
    at = voice.moment(notice.at, voice.zone)
    said = voice.text(
        "{unit} ({role}) writes: {text}",
        unit=notice.unit,
        role=role_name(voice, notice.role),
        text=sentence(shorten(notice.note, _NOTE)),
    )
    who = voice.text("{name}, {at}", name=notice.by, at=at) if notice.by else at
    title = voice.text("PASSED ON: {unit}", unit=notice.unit)
    return Outgoing(title, letter_to(voice, upper_first(voice.coordinator), [f"{said}\n{who}"]))


def lockout(voice: Voice, notice: Lockout) -> Outgoing:
    """Too many wrong codes were typed: in which chat, by whom, what is refused until when, what to do.

    The codes themselves are told to nobody.
    """
    if notice.of_chat:
        typed = voice.text(
            "{chat}: {count} wrong invitation codes within an hour, the last one by “{name}”.",
            chat=_chat(voice, notice),
            count=notice.count,
            name=notice.name,
        )
    else:
        typed = voice.text(
            "“{name}” ({channel}) has typed {count} wrong invitation codes within an hour, in several chats.",
            name=notice.name,
            channel=channel_name(notice.channel),
            count=notice.count,
        )
    return message(
        typed,
        voice.text(_refused(notice), until=voice.moment(notice.until, notice.zone)),
        voice.text(
            "If this is an officer of a unit, please issue a new code after that time, for example: {command}."
            " Otherwise nothing needs to be done.",
            command="moi P-LL",
        ),
        title=voice.text("WRONG INVITATION CODES"),
    )


def _chat(words: Words, notice: Lockout) -> str:
    channel = channel_name(notice.channel)
    if not notice.group:
        return words.text("The private chat of “{name}” ({channel})", name=notice.name, channel=channel)
    if notice.units:
        return words.text("The group of {units} ({channel})", units=words.list(notice.units), channel=channel)
    return words.text("A group that has not joined ({channel})", channel=channel)


def _refused(notice: Lockout) -> str:
    if notice.of_chat and notice.of_person:
        return N_("Codes typed in this chat or by this person are refused until {until}.")
    if notice.of_chat:
        return N_("Codes typed in this chat, by anybody, are refused until {until}.")
    return N_("Codes typed by this person, in any chat, are refused until {until}.")


def allowance_short(voice: Voice, notice: AllowanceShort) -> Outgoing:
    """A bot has sent most of what it may send in the month: what waits from now on, and what can be done."""
    return message(
        voice.text(
            "{bot} has sent {count} of the {allowed} messages that it may send in {month}.",
            bot=bot_name(notice.bot),
            count=notice.messages,
            allowed=notice.allowed,
            month=voice.period(f"{notice.month:%Y-%m}", Ladder.RECURRING),
        ),
        voice.text(
            "When less than a tenth is left, overviews and first notices of tasks wait; what is due today or overdue,"
            " and answers, go on to the last. Nothing is lost."
        ),
        voice.text("Please ask the operator whether another bot should be added."),
        title=voice.text("FEW MESSAGES LEFT"),
    )


def people_short(voice: Voice, notice: PeopleShort) -> Outgoing:
    """Few more people may join by a bot, or none: what that means, and what can be done."""
    counts = {"bot": bot_name(notice.bot), "people": notice.people, "allowed": notice.allowed}
    if notice.people < notice.allowed:
        title = voice.text("ROOM FOR FEW MORE PEOPLE")
        said = voice.text("{people} of the {allowed} people who may use {bot} have joined.", **counts)
    else:
        title = voice.text("NO ROOM FOR MORE PEOPLE")
        said = voice.text(
            "{people} people have joined by {bot}, which is meant for {allowed}. Whoever joins now may not be reached.",
            **counts,
        )
    return message(
        said,
        voice.text("Those who have joined are reached as before."),
        voice.text("Please ask the operator whether another bot should be added."),
        title=title,
    )


def silent(words: Words, units: Iterable[str]) -> Outgoing:
    """Officers have had themselves erased, and their units have no chat left."""
    return message(
        words.text(
            "The officer who received the reminders has had their data erased. No chat is left for: {units}.",
            units=words.list(units),
        ),
        words.text("Please give these units a new invitation code."),
        title=words.text("UNITS WITHOUT A CHAT"),
    )


def release(voice: Voice, facts: Sequence[OccurrenceFact], notice: Release) -> Outgoing | None:
    """To leaders: the exceptions as they stand today; what was reported since they were released is left out."""
    seen = _as_released(voice, facts, notice)
    if not seen:
        return None
    tasks = [fact.task for fact in seen]
    plan = cite_all(voice, tasks)
    head = voice.text(
        "{office} reports the following matters for attention and direction in carrying out {plan}, as of {day}:",
        plan=plan,
        day=voice.day(voice.today),
    )
    owing = {(task_id, key): count for task_id, key, count in notice.owing}
    more = voice.text(
        "To see one task in full, type: {task} · More: {commands}",
        task=f"tinh hinh {tasks[0].typed}",
        commands="tinh hinh · qua han",
    )
    leaders = voice.text("the leaders of {issuer}", issuer=tasks[0].plan.issuer)
    return Outgoing(
        _headline(voice, seen, plan),
        letter_to(voice, leaders, [head, *exception_paragraphs(voice, seen, owing), more]),
    )


def _headline(voice: Voice, seen: Sequence[OccurrenceFact], plan: str) -> str:
    """What leaders find below: what is late, which periods are not reported; else on which plan it is."""
    missed = [fact for fact in seen if fact.closing is Closing.UNREPORTED]
    overdue = [fact for fact in seen if fact not in missed and fact.state is State.OPEN]
    asks = [*headlines.late(voice, overdue), *headlines.missing(voice, missed)] or [plan]
    return voice.text("REPORT TO THE LEADERS: {asks}", asks="; ".join(asks[: headlines.SHOWN]))


def _as_released(voice: Voice, facts: Sequence[OccurrenceFact], notice: Release) -> list[OccurrenceFact]:
    """What is still so of what was released, with what Nội vụ saw beside it."""
    hard = {each: DifficultyFact(note, at) for each, note, at in notice.difficulties}
    heard = dict(notice.settled)
    found = []
    for fact in facts:
        is_done = fact.state in REPORTED
        seen = replace(
            fact,
            unreached=fact.id in notice.unreached,
            difficulty=None if is_done else hard.get(fact.id),
            leaders_heard_at=heard.get(fact.id) if is_done else None,
        )
        if announcing.is_exception(seen, voice.today, voice.workdays) or seen.difficulty or seen.leaders_heard_at:
            found.append(seen)
    return found


def plan_gone(voice: Voice, notice: PlanGone) -> Outgoing:
    """That a plan was taken back, to the leaders."""
    plan = cite_named(voice, notice.plan, notice.plan_title)
    body = voice.text("{office} no longer follows up {plan}; its tasks are no longer in the figures.", plan=plan)
    title = voice.text("PLAN TAKEN BACK – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, voice.text("the leaders of {issuer}", issuer=notice.issuer), [body]))
