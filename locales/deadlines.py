"""A deadline as it is understood; nothing but the deadline is needed to say it."""

from data.deadline import Kind
from data.deadline.values import Cadence, Deadline
from locales import N_, Words

_CADENCES = {
    Cadence.CONTINUOUS: N_("ongoing"),
    Cadence.WEEKLY: N_("every week"),
    Cadence.MONTHLY: N_("every month"),
    Cadence.QUARTERLY: N_("every quarter"),
    Cadence.SEMIANNUAL: N_("every six months"),
    Cadence.YEARLY: N_("every year"),
    Cadence.UNSPECIFIED_PERIOD: N_("periodically, period not stated"),
}


def understood(words: Words, deadline: Deadline) -> str:
    """What we take a deadline to say: "hết ngày 31/01/2023", "thường xuyên"."""
    days = [words.day(due.day) for due in deadline.dues]
    if deadline.cadence and deadline.kind is Kind.RECURRING:
        return words.text(_CADENCES[deadline.cadence])
    if deadline.kind is Kind.RANGE and deadline.start and days:
        return words.text("from {start} to the end of {day}", start=words.day(deadline.start), day=days[-1])
    if days and deadline.begins:
        return words.text("on {days}, {hours}", days=words.list(days), hours=hours(deadline))
    if days and deadline.time and deadline.kind is Kind.ONCE:
        return words.text("by {time} on {day}", time=deadline.time, day=days[-1])
    if days:
        return words.text("by the end of {days}", days=words.list(days))
    return words.text("no day yet")


def hours(deadline: Deadline) -> str:
    """The hours of an event: "19:30–20:15", or the one at which it begins."""
    ends = deadline.time if deadline.time != deadline.begins else None
    return "–".join(filter(None, (deadline.begins, ends)))


def deadline_line(words: Words, deadline: Deadline) -> str:
    """A phrase and its reading on one line; a doubtful one says so."""
    written, reading = " ".join(deadline.text.split()) or "–", understood(words, deadline)
    if deadline.ambiguous:
        return words.text("{text} → {reading} (to be confirmed)", text=written, reading=reading)
    return f"{written} → {reading}"
