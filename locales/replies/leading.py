"""What Nội vụ is shown before others hear: the exceptions for the leaders, and words for all units."""

from collections.abc import Sequence
from datetime import date

from data.facts import OccurrenceFact, UnitFact
from data.model import Closing
from data.outbox import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.items import Telling, by_task, late_line, number_of, task_label, telling
from locales.phrases import message, names, shorten, upper_first

# As many items as can be left out by a tap.
MAX_CHOICES = 8


def exceptions(
    words: Words, facts: Sequence[OccurrenceFact], left_out: Sequence[str], today: date, workdays: Workdays
) -> Outgoing:
    """What leaders would hear, with a choice to leave each task out, and one to send it."""
    told = telling(words, today, workdays, [fact.task for fact in facts])
    title = words.text("TO BRING BEFORE THE LEADERS – {day}", day=words.start_day(today))
    if not facts:
        return message(words.text("There is nothing to bring before the leaders."), title=title)
    out = words.text("Left out: {numbers}", numbers=words.list(left_out)) if left_out else ""
    numbers = list(dict.fromkeys(number_of(told, fact.task) for fact in facts))
    leave = [" ".join(["trinh lanh dao tru", *left_out, number]) for number in numbers]
    send = " ".join(["trinh lanh dao gui", *(["tru", *left_out] if left_out else [])])
    choices = [
        Choice(words.text("Send to the leaders"), send),
        *(
            Choice(words.text("Leave out task {number}", number=number), command)
            for number, command in zip(numbers[:MAX_CHOICES], leave, strict=False)
        ),
    ]
    how = words.text("To send: {send} · To leave one out: {leave}", send=send, leave=leave[0])
    text = "\n\n".join([*exception_paragraphs(told, facts), "\n".join(filter(None, [out, how]))])
    return Outgoing(title, text, tuple(choices))


def exception_paragraphs(told: Telling, facts: Sequence[OccurrenceFact]) -> list[str]:
    """Overdue work and unreported periods, task by task with the units."""
    words = told.words
    late = [late_line(told, group) for group in by_task(fact for fact in facts if not _missed(fact))]
    missed = [_missed_line(told, group) for group in by_task(filter(_missed, facts))]
    sections = (
        (words.text("Overdue by more than 3 working days:"), late),
        (words.text("Period not reported:"), missed),
    )
    return ["\n".join([head, *lines]) for head, lines in sections if lines]


def released(words: Words, chats: int) -> Outgoing:
    """The list has gone to the leaders."""
    return message(
        words.plural("The list goes to {n} chat of the leaders.", "The list goes to {n} chats of the leaders.", chats)
    )


def broadcast_draft(words: Words, text: str, units: Sequence[UnitFact], chats: int, number: int) -> Outgoing:
    """The words as they would be said, to whom, and the choice to send them."""
    to = names(words, units) if units else words.text("all units")
    command = f"thong bao gui {number}"
    label = words.plural("Send to {n} chat", "Send to {n} chats", chats)
    return Outgoing(
        words.text("NOT YET SENT"),
        "\n".join(
            [
                words.text("To: {units}.", units=to),
                words.plural("{n} chat will hear it:", "{n} chats will hear it:", chats),
                f"“{text}”",
                words.text("To send it, type: {command} · To change it, type it anew.", command=command),
            ]
        ),
        (Choice(label, command),),
    )


def broadcast_sent(words: Words, chats: int) -> Outgoing:
    """The words are on their way."""
    return message(words.plural("The notice goes to {n} chat.", "The notice goes to {n} chats.", chats))


def _missed(fact: OccurrenceFact) -> bool:
    return fact.closing is Closing.UNREPORTED


def _missed_line(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    label = upper_first(task_label(told, group[0]))
    units = names(told.words, [fact.unit for fact in group])
    return f"• {label}: {shorten(group[0].task.title)}\n  " + told.words.text("Not yet reported: {units}", units=units)
