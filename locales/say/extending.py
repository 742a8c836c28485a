"""A later day (Gia hạn): asked for, the ground wanted, granted, refused; as answers, notices and digests show it."""

from datetime import date

from data.facts import OccurrenceFact
from data.talk import Choice, Outgoing
from data.workdays import Workdays
from locales import N_, Words
from locales.items import Telling, due_day, due_phrase, task_label
from locales.phrases import message, office, sentence, unheard
from locales.say.reviewing import passed_on

_APPROVING = (N_("the Chairman of the People's Committee"), N_("a Vice Chairman of the People's Committee"))


def extension_sent(
    words: Words, fact: OccurrenceFact, earlier: date | None, today: date, workdays: Workdays, *, heard: bool
) -> Outgoing:
    """A unit's request has been passed on, in place of one for `earlier`; the deadline holds until it is decided on.

    One that nobody could be told of is kept until it is `heard`.
    """
    told, asked = Telling(words, today, workdays), fact.extension
    if asked is None:
        return message()
    named = {"task": task_label(told, fact), "until": words.weekday_day(asked.until)}
    example = f"gia han {fact.task.typed} {asked.until:%d/%m/%Y} lý do chờ ý kiến cấp trên"
    return message(
        words.text(
            "The request to extend {task} until the end of {until} has been passed on to {office}.",
            office=office(words),
            **named,
        )
        if heard
        else words.text("Noted: the request to extend {task} until the end of {until}.", **named),
        "" if heard else unheard(words),
        words.text("It takes the place of the earlier request ({day}).", day=words.day(earlier)) if earlier else "",
        sentence(words.text("Reason: {text}", text=asked.reason))
        if asked.reason
        else words.text("No reason was given. To add it, type: {command}", command=example),
        words.text("Until it is decided on, the present deadline holds ({due}).", due=due_phrase(told, fact)),
    )


def ground_wanted(words: Words, fact: OccurrenceFact, today: date, workdays: Workdays) -> Outgoing:
    """On which ground is the day to move? Two leaders to tap, or the command with a document to type."""
    told = Telling(words, today, workdays)
    command = granting(fact)
    text = message(
        asked_line(told, fact),
        words.text("Please name the ground, the document or the approving leader, for example:"),
        f"{command} theo công văn số 15/UBND-VP",
    ).text
    grounds = [words.text(leader) for leader in _APPROVING]
    return Outgoing("", text, tuple(Choice(ground, f"{command} {ground}", fact.id) for ground in grounds))


def extended(
    words: Words, fact: OccurrenceFact, ground: str, today: date, workdays: Workdays, *, heard: bool
) -> Outgoing:
    """A later day holds now: both days, the ground, and whether the unit hears of it."""
    told = Telling(words, today, workdays)
    return message(
        words.text(
            "Extended: {task} of {unit} ({due}).",
            task=task_label(told, fact),
            unit=fact.unit.name,
            due=due_day(words, fact),
        ),
        sentence(words.text("Ground: {text}", text=ground)),
        passed_on(words, heard=heard),
    )


def not_extended(
    words: Words, fact: OccurrenceFact, reason: str, today: date, workdays: Workdays, *, heard: bool
) -> Outgoing:
    """The day stays as it was, and whether the unit hears of it."""
    told = Telling(words, today, workdays)
    return message(
        words.text(
            "Not extended: {task} of {unit}, the deadline stays ({due}).",
            task=task_label(told, fact),
            unit=fact.unit.name,
            due=due_day(words, fact),
        ),
        sentence(words.text("Reason: {text}", text=reason)) if reason else "",
        passed_on(words, heard=heard),
    )


def asked_line(told: Telling, fact: OccurrenceFact) -> str:
    """Who asks for which day in place of which, why, and by whom: "UBND phường Lê Lợi đề nghị gia hạn việc 6 …"."""
    words, asked = told.words, fact.extension
    if asked is None:
        return ""
    said = words.text(
        "{unit} asks to extend {task} until the end of {until} ({due}).",
        unit=fact.unit.name,
        task=task_label(told, fact),
        until=words.day(asked.until),
        due=due_day(words, fact),
    )
    reason = (
        sentence(words.text("Reason: {text}", text=asked.reason)) if asked.reason else words.text("No reason given.")
    )
    at = words.moment(asked.at, fact.task.plan.zone)
    by = words.text("Asked by {name}, {at}.", name=asked.by, at=at) if asked.by else words.text("Asked at {at}.", at=at)
    return f"{said} {reason} {by}"


def extension_choices(told: Telling, fact: OccurrenceFact) -> tuple[Choice, ...]:
    """The two answers to a request; each names the day, so that it answers no later request."""
    if fact.extension is None:
        return ()
    words, number, code, day = told.words, fact.task.typed, fact.unit.code, _day(fact, fact.extension.until)
    refuse = words.text("Do not extend task {number} – {unit}", number=number, unit=code)
    return (
        Choice(
            words.text("Grant task {number} – {unit} until {day}", number=number, unit=code, day=day),
            granting(fact),
            fact.id,
        ),
        Choice(refuse, f"khong {granting(fact)}", fact.id),
    )


def granting(fact: OccurrenceFact) -> str:
    """The command that grants a request, to be followed by its ground: "cho gia han 10 VP 15/02"."""
    day = _day(fact, fact.extension.until) if fact.extension else ""
    return f"cho gia han {fact.task.typed} {fact.unit.code} {day}".strip()


def _day(fact: OccurrenceFact, until: date) -> str:
    """Short, for buttons; with its year where that is another than the deadline's."""
    return f"{until:%d/%m}" if fact.due_on and fact.due_on.year == until.year else f"{until:%d/%m/%Y}"
