"""Notices to units: what they are urged to, what Nội vụ and the leads have settled, what becomes of their chats."""

from collections.abc import Sequence
from datetime import date

from data.facts import OccurrenceFact
from data.kinds import Part, State
from data.notices import Broadcast, LeadNamed, PartEnded, PlanTakenBack
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import N_, Voice, Words
from locales.digests import headlines, letter, letter_to
from locales.items import CHECKINS, choices_for, deadline_as_issued, due_phrase, is_moved, line, task_label
from locales.phrases import (
    NAMES_SHOWN,
    cite_all,
    cite_named,
    deadline_read,
    message,
    report_of,
    sentence,
    shortened,
    to_report,
    upper_first,
)
from locales.say.noting import told

_MAX_CHOICES = 10
_NOTE = 1_000


def urged(voice: Voice, facts: Sequence[OccurrenceFact]) -> Outgoing | None:
    """What a unit is urged to report; what it has reported meanwhile falls out."""
    owed = [fact for fact in facts if fact.state is State.OPEN]
    if not owed:
        return None
    head = voice.text(
        "Under {plan}, {office} asks you to ensure that the following work is done and reported:",
        plan=cite_all(voice, [fact.task for fact in owed]),
    )
    answers = [voice.text("Reply: {command}", command=to_report(owed[0]))]
    checkins = [fact.task.typed for fact in owed if fact.ladder in CHECKINS]
    answers += [voice.text("No activity: {command}", command=f"khong phat sinh {number}") for number in checkins[:1]]
    body = [head, *(line(voice, fact) for fact in owed), " · ".join(answers)]
    return Outgoing(
        voice.text("URGENT REMINDER: {tasks}", tasks=headlines.wanted(voice, owed)),
        letter(voice, owed[0].unit, ["\n".join(body)]),
        choices_for(voice, owed, _MAX_CHOICES),
    )


def returned(voice: Voice, facts: Sequence[OccurrenceFact], reason: str) -> Outgoing | None:
    """What is to be added to a report that Nội vụ has looked through; nothing where it has been reported again."""
    (fact,) = facts
    if fact.state is not State.OPEN:
        return None
    asked = voice.text(
        "{office} has reviewed the report on {task} ({title}). Please add: {reason}",
        reason=reason,
        **_task(voice, fact),
    )
    number = fact.task.typed
    body = (
        sentence(asked),
        voice.text("Task {number} counts as not reported ({due}).", number=number, due=due_phrase(voice, fact)),
        voice.text("When it has been added, please report again: {command}", command=to_report(fact)),
        voice.text("No activity: {command}", command=f"khong phat sinh {number}") if fact.ladder in CHECKINS else "",
    )
    return Outgoing(
        voice.text("PLEASE ADD TO YOUR REPORT: {task}", task=task_label(voice, fact)),
        letter(voice, fact.unit, ["\n".join(filter(None, body))]),
        choices_for(voice, [fact], 2),
    )


def extension_granted(voice: Voice, facts: Sequence[OccurrenceFact], ground: str) -> Outgoing | None:
    """A later day holds now, on which ground."""
    (fact,) = facts
    if fact.state is not State.OPEN:
        return None
    body = (
        voice.text("The deadline of {task} ({title}) has been extended.", **_task(voice, fact)),
        f"{upper_first(due_phrase(voice, fact))}.",
        sentence(voice.text("Basis: {text}", text=ground)),
    )
    title = voice.text(
        "EXTENSION GRANTED: {task}, {due}", task=task_label(voice, fact), due=headlines.until(voice, fact)
    )
    return Outgoing(title, letter(voice, fact.unit, ["\n".join(body)]))


def extension_refused(voice: Voice, facts: Sequence[OccurrenceFact], until: date, reason: str) -> Outgoing | None:
    """The day stays as it was, and why."""
    (fact,) = facts
    if fact.state is not State.OPEN:
        return None
    body = (
        voice.text(
            "The extension of {task} ({title}) until {until} has not been approved.",
            until=voice.day(until),
            **_task(voice, fact),
        ),
        sentence(voice.text("Reason: {text}", text=reason)) if reason else "",
        voice.text("Please carry it out by the present deadline ({due}).", due=due_phrase(voice, fact)),
    )
    title = voice.text(
        "EXTENSION NOT APPROVED: {task}, {due}", task=task_label(voice, fact), due=headlines.until(voice, fact)
    )
    return Outgoing(title, letter(voice, fact.unit, ["\n".join(filter(None, body))]))


def day_set(voice: Voice, facts: Sequence[OccurrenceFact], ground: str) -> Outgoing | None:
    """The day by which a unit is to report; nothing where it has reported meanwhile. The ground may be empty."""
    if not facts or facts[0].state is not State.OPEN or facts[0].due_on is None:
        return None
    fact, due_on = facts[0], facts[0].due_on
    of_plan = fact.plan_due_on if is_moved(fact) else None
    body = (
        voice.text(
            "{office} has set the deadline of {task} ({title}): the end of {day}.",
            day=voice.weekday_day(due_on),
            **_task(voice, fact),
        ),
        sentence(voice.text("Deadline in the plan: {text}", text=voice.weekday_day(of_plan))) if of_plan else "",
        sentence(voice.text("Basis: {text}", text=ground)) if ground else "",
        voice.text("When it is done, type: {command}", command=to_report(fact)),
    )
    title = voice.text("DEADLINE SET: {task}, {due}", task=task_label(voice, fact), due=headlines.until(voice, fact))
    lines = "\n".join(filter(None, body))
    return Outgoing(title, letter(voice, fact.unit, [lines]), choices_for(voice, [fact], 2))


def lead_named(voice: Voice, notice: LeadNamed) -> Outgoing:
    """A unit leads a task from now on: by the plan's deadline, and by when it is to report next.

    A notice of an earlier release says nothing of the deadline.
    """
    asked = voice.text(
        "{office} has assigned the unit to lead task {number} of {plan}: {title}", **_of_plan(voice, notice)
    )
    body = [sentence(asked)]
    if notice.deadline is not None:
        text = deadline_read(voice, notice.deadline)
        body.append(sentence(voice.text("Deadline in the plan: {text}", text=text)))
    if notice.deadline is not None and notice.due is not None:
        day = voice.weekday_day(notice.due)
        body.append(voice.text("The next report is due by the end of {day}.", day=day))
    report = report_of(notice.number, notice.product, notice.unit)
    body.append(voice.text("To report it: {command}", command=report))
    body.append(voice.text("Details: {command}", command=f"viec {notice.number}"))
    title = voice.text("TASK ASSIGNED: task {number}", number=notice.number)
    return Outgoing(title, letter_to(voice, notice.unit, ["\n".join(body)]))


_RELEASED = {
    Part.LEAD: N_("{office} has released the unit from leading task {number} of {plan}: {title}"),
    Part.COORDINATING: N_("{office} has released the unit from supporting task {number} of {plan}: {title}"),
    Part.MONITORING: N_("{office} has released the unit from following up task {number} of {plan}: {title}"),
}


def part_ended(voice: Voice, notice: PartEnded) -> Outgoing:
    """A unit has no part in a task any more."""
    named = _of_plan(voice, notice)
    body = (
        sentence(voice.text(_RELEASED.get(notice.part, _RELEASED[Part.COORDINATING]), **named)),
        voice.text("No more reminders of it will be sent here; what the unit has reported is kept."),
    )
    title = voice.text("TASK NO LONGER ASSIGNED: task {number}", number=notice.number)
    return Outgoing(title, letter_to(voice, notice.unit, ["\n".join(body)]))


def plan_taken_back(voice: Voice, notice: PlanTakenBack) -> Outgoing:
    """A plan in which a unit has a part is not followed up any more."""
    body = (
        voice.text(
            "{office} no longer follows up {plan}.",
            plan=cite_named(voice, notice.plan, notice.plan_title),
        ),
        voice.text("Its tasks need not be reported here and are not reminded; what the unit has reported is kept."),
    )
    title = voice.text("PLAN TAKEN BACK – {day}", day=voice.start_day(voice.today))
    return Outgoing(title, letter_to(voice, notice.unit, ["\n".join(body)]))


def joint_reported(voice: Voice, facts: Sequence[OccurrenceFact], by: str) -> Outgoing | None:
    """Another lead has reported for the unit too."""
    if not facts:
        return None
    fact = facts[0]
    return message(
        voice.text(
            "{by} has reported {task} ({title}) jointly for all lead units; {unit} need not report it separately.",
            by=by,
            unit=fact.unit.name,
            **_task(voice, fact),
        ),
        voice.text("If the unit reports separately, type: {command}", command=f"bao nham {fact.task.typed}"),
        title=voice.text("JOINT REPORT – TASK {number}", number=fact.task.typed),
    )


def joint_ended(voice: Voice, facts: Sequence[OccurrenceFact], by: str, *, sent_back: bool) -> Outgoing | None:
    """A report that counted for the unit counts no more; nothing where it has reported since."""
    (fact,) = facts
    if fact.state is not State.OPEN:
        return None
    named = {"by": by, **_task(voice, fact)}
    body = (
        voice.text("The joint report of {by} on {task} ({title}) was sent back to be completed.", **named)
        if sent_back
        else voice.text("{by} has taken back its joint report on {task} ({title}).", **named),
        voice.text("Please report separately ({due}).", due=due_phrase(voice, fact)),
        voice.text("Reply: {command}", command=to_report(fact)),
    )
    title = voice.text("JOINT REPORT NO LONGER COUNTED: {task}", task=task_label(voice, fact))
    return Outgoing(title, letter(voice, fact.unit, ["\n".join(body)]), choices_for(voice, [fact], 2))


def difficulty_answered(voice: Voice, facts: Sequence[OccurrenceFact], note: str) -> Outgoing | None:
    """What Nội vụ answers to a unit's difficulty."""
    if not facts:
        return None
    answer = voice.text(
        "{office} answers the difficulty that the unit reported in {task} ({title}): {note}",
        note=sentence(shorten(note, _NOTE)),
        **_task(voice, facts[0]),
    )
    title = voice.text("ANSWER TO A DIFFICULTY: {task}", task=task_label(voice, facts[0]))
    return Outgoing(title, letter(voice, facts[0].unit, [answer]))


def noted_for(voice: Voice, facts: Sequence[OccurrenceFact], how: str, note: str) -> Outgoing | None:
    """What Nội vụ has noted for the unit, and how to object; nothing where a report has been taken back since."""
    if not facts:
        return None
    fact, is_report = facts[0], how in {"xong", "khong phat sinh"}
    if is_report and fact.state not in {State.DONE, State.ACCEPTED} and not fact.partial:
        return None
    said = voice.text(
        "{office} has noted, as the unit told it on paper or by phone: {text}",
        text=sentence(told(voice, (fact, how, note))),
    )
    undo = Choice(voice.text("↩️ Undo task {number}", number=fact.task.typed), _taking_back(fact))
    command = undo.act.typed if is_report else "chuyen noi vu …"
    body = [
        said,
        sentence(shorten(fact.task.called)),
        voice.text("If that is not right, type: {command}", command=command),
    ]
    title = voice.text("NOTED FOR THE UNIT: {task}", task=task_label(voice, fact))
    return Outgoing(title, letter(voice, fact.unit, ["\n".join(body)]), (undo,) if is_report else ())


def _taking_back(fact: OccurrenceFact) -> Act:
    return Act("bao nham", (fact.task.typed,), occurrence_id=fact.id)


def support(voice: Voice, facts: Sequence[OccurrenceFact], note: str, by: str, unit: str) -> Outgoing | None:
    """A lead asks a unit for its part in a task; nothing once that has been reported."""
    if not facts or facts[0].state is not State.OPEN:
        return None
    fact = facts[0]
    body = message(
        voice.text(
            "{unit}, which leads task {number}, asks your unit for its support: {title} (deadline: {deadline}).",
            unit=fact.unit.name,
            number=fact.task.typed,
            title=shorten(fact.task.called),
            deadline=deadline_as_issued(voice, fact.task),
        ),
        voice.text("Content: {note}", note=sentence(shorten(note, _NOTE))) if note else "",
        voice.text("Requested by {name}.", name=by) if by else "",
        voice.text("Details: {command}", command=f"viec {fact.task.typed}"),
    ).text
    title = voice.text("REQUEST FOR SUPPORT: {task}", task=task_label(voice, fact))
    return Outgoing(title, letter_to(voice, unit, [body]))


def broadcast(voice: Voice, notice: Broadcast) -> Outgoing:
    """Nội vụ's own words, as typed: on which day, to whom and by whom. An earlier release kept the words alone."""
    title = voice.text("NOTICE FROM {office} – {day}", office=voice.coordinator.upper(), day=voice.day(voice.today))
    if not notice.by:
        return message(notice.text, title=title)
    to = voice.list(shortened(voice, notice.to, NAMES_SHOWN)) or voice.text("all units")
    by = voice.text("Sent by {name}, {office}", name=notice.by)
    return message(voice.text("Dear {unit},", unit=to), notice.text, by, title=title)


def unlinked(words: Words, unit: str) -> Outgoing:
    """The chat does not speak for its unit any more."""
    return message(
        words.text(
            "{office} has unlinked this chat from {unit}. No more reminders for the unit will be sent here.",
            unit=unit,
        ),
        words.text("If this is a mistake, please ask {office} for a new invitation code."),
        words.text("Thank you for your cooperation."),
        title=_of_office(words),
    )


def work_handed_over(words: Words, unit: str, successor: str) -> Outgoing:
    """To a chat of units that were merged into another, for which it speaks now."""
    body = (
        words.text("The open work of the unit has been handed over to {successor}.", successor=successor),
        words.text("What the unit has reported is kept under its old name, and counted in its period."),
        words.text("From now on this chat speaks for {successor}. To see its work, type: tasks", successor=successor),
    )
    return Outgoing(_of_office(words), letter_to(words, unit, ["\n".join(body)]))


def work_taken_over(words: Words, unit: str, successor: str) -> Outgoing:
    """To the unit that owes the work of others now."""
    body = (
        words.text("The open work of {unit} has been handed over to your unit.", unit=unit),
        words.text(
            "What {unit} reported before counts in its period: please report only what has not been reported yet.",
            unit=unit,
        ),
        words.text("To see the work of your unit, type: tasks"),
    )
    return Outgoing(_of_office(words), letter_to(words, successor, ["\n".join(body)]))


def _of_office(words: Words) -> str:
    """The title over what Nội vụ has units told."""
    return words.text("NOTICE FROM {office}", office=words.coordinator.upper())


def _task(voice: Voice, fact: OccurrenceFact) -> dict[str, str]:
    return {"task": task_label(voice, fact), "title": shorten(fact.task.called)}


def _of_plan(words: Words, notice: LeadNamed | PartEnded) -> dict[str, str]:
    return {
        "number": notice.number,
        "plan": cite_named(words, notice.plan, notice.plan_title),
        "title": shorten(notice.title),
    }
