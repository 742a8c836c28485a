"""What Nội vụ is shown before others hear: the exceptions for the leaders, and words for all units."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.facts import OccurrenceFact, UnitFact
from data.kinds import Closing
from data.office import announcing
from data.talk import Act, Choice, Outgoing
from locales import Voice, Words
from locales.items import by_task
from locales.phrases import LINES_SHOWN, message, names, shortened
from locales.rows import difficulty_lines, late_line, missed_lines, settled_lines
from locales.say.own_work import MAX_CHOICES
from locales.say.talking import choose

_TASK = re.compile(r"\d|[ivx]+\.\d", re.IGNORECASE)


def exceptions(
    voice: Voice,
    facts: Sequence[OccurrenceFact],
    owing: Mapping[tuple[int, str], int],
    left_out: Sequence[str],
    number: int,
    *,
    unseen: bool = False,
) -> Outgoing:
    """What leaders would hear, as the list of this `number`: a choice to leave each task out, and one to send it.

    `unseen` says that it was to be sent before anybody had looked through it.
    """
    title = voice.text("FOR SUBMISSION TO THE LEADERS – {day}", day=voice.start_day(voice.today))
    if not facts:
        return message(voice.text("There is nothing to submit to the leaders."), title=title)
    tasks = list(dict.fromkeys(fact.task.typed for fact in facts))
    choices = [
        Choice(voice.text("Send to the leaders"), Act("trinh lanh dao", how="gui danh sach", number=number)),
        *(
            Choice(
                voice.text("Leave out task {number}", number=task),
                Act("trinh lanh dao", how="danh sach", number=number, without=(task,)),
            )
            for task in tasks[:MAX_CHOICES]
        ),
    ]
    how = voice.text(
        "To send: {send} · To leave one out: {leave}", send="trinh lanh dao gui", leave=f"trinh lanh dao tru {tasks[0]}"
    )
    head = voice.text("Not sent: please review the list first.") if unseen else ""
    foot = "\n".join([*_left_out(voice, left_out), how])
    text = "\n\n".join(filter(None, [head, *exception_paragraphs(voice, facts, owing, len(facts)), foot]))
    return Outgoing(title, text, tuple(choices))


def _left_out(words: Words, labels: Sequence[str]) -> list[str]:
    """What is not for the leaders: tasks by their numbers, units by their codes."""
    tasks = [label for label in labels if _TASK.match(label)]
    units = [label for label in labels if label not in tasks]
    return [
        *([words.text("Left out: {numbers}", numbers=words.list(tasks))] if tasks else []),
        *([words.text("Units left out: {units}", units=words.list(units))] if units else []),
    ]


def exception_paragraphs(
    voice: Voice,
    facts: Sequence[OccurrenceFact],
    owing: Mapping[tuple[int, str], int],
    most: int = LINES_SHOWN,
) -> list[str]:
    """Overdue work, task by task with the units; unreported periods, of which `owing` says how many owed them.

    Then the difficulties that wait for an answer, and what was settled since leaders heard of it. Of each kind at most
    so many are told.
    """
    overdue = [
        fact for fact in facts if announcing.is_exception(fact, voice.today, voice.workdays) and not _missed(fact)
    ]
    late = [late_line(voice, group, for_leaders=True) for group in by_task(overdue)]
    sections = (
        (voice.text("Overdue by more than 3 working days:"), late),
        (voice.text("Period not reported:"), missed_lines(voice, filter(_missed, facts), owing, for_leaders=True)),
        (voice.text("Difficulties:"), difficulty_lines(voice, facts)),
        (voice.text("Resolved:"), settled_lines(voice, (fact for fact in facts if fact.leaders_heard_at))),
    )
    return ["\n".join([head, *shortened(voice, lines, most, "qua han")]) for head, lines in sections if lines]


def released(words: Words, chats: int, settled: int) -> Outgoing:
    """The list has gone to the leaders, but for what was `settled` since it was shown."""
    return message(
        words.plural(
            "The list is being sent to {n} chat of the leaders.",
            "The list is being sent to {n} chats of the leaders.",
            chats,
        ),
        words.plural(
            "{n} item has since been reported or extended, and is left out.",
            "{n} items have since been reported or extended, and are left out.",
            settled,
        )
        if settled
        else "",
    )


def broadcast_draft(words: Words, text: str, units: Sequence[UnitFact], chats: int, number: int) -> Outgoing:
    """The words as they would be said, to whom, and the choice to send them."""
    to = names(words, units) if units else words.text("all units")
    send = Act("thong bao", how="gui", number=number)
    label = words.plural("Send to {n} chat", "Send to {n} chats", chats)
    lines = [
        words.text("To: {units}.", units=to),
        words.plural("{n} chat will receive it:", "{n} chats will receive it:", chats),
        f"“{text}”",
        words.text("To send it, type: {command} · To change it, type it again.", command=send.typed),
    ]
    asked = choose(words, "\n".join(lines), [Choice(label, send)])
    return replace(asked, title=words.text("NOT YET SENT"))


def broadcast_sent(words: Words, chats: int) -> Outgoing:
    """The words are on their way."""
    return message(
        words.plural("The notice is being sent to {n} chat.", "The notice is being sent to {n} chats.", chats)
    )


def _missed(fact: OccurrenceFact) -> bool:
    return fact.closing is Closing.UNREPORTED
