"""A request for a later day (Gia hạn) as notices, digests and answers show it, and the buttons that decide on it."""

from datetime import date

from data.facts import OccurrenceFact
from data.outgoing import Choice
from locales.items import Telling, due_day, task_label
from locales.phrases import sentence


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
