"""What Nội vụ is shown of how messages arrive: the last reminders of a task, and every notice about it, by kind."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from data.facts import TaskFact
from data.model import Audience
from data.outgoing import Outgoing
from data.overseeing.delivered import Delivery, Reached
from locales import N_, Words
from locales.phrases import names, shorten, upper_first
from locales.reaching import why_closed

# So many lines of each kind of notice are shown at once.
_LINES = 6

_AUDIENCES = {
    Audience.UNIT: N_("Last reminder to the lead units:"),
    Audience.COORDINATING_UNIT: N_("Last reminder to the supporting units:"),
    Audience.HEAD: N_("Last reminder to the heads of units:"),
}
_REACHED = {
    Reached.SENT: N_("delivered at {at}"),
    Reached.WAITING: N_("waiting to be sent"),
    Reached.UNREACHABLE: N_("cannot be delivered ({reason})"),
    Reached.NO_CHAT: N_("no chat yet"),
    Reached.TAKEN_BACK: N_("not sent, it was no longer needed"),
    Reached.NONE: N_("no reminder so far"),
    Reached.UNKNOWN: N_("not known whether it arrived, not sent again"),
    Reached.SET_ASIDE: N_("not sent, its data cannot be read; the operator has been told"),
}
_NOT_REACHED = {Reached.UNREACHABLE, Reached.NO_CHAT, Reached.UNKNOWN, Reached.SET_ASIDE}
# The kinds of notices about a task, in the order in which they are shown.
_KINDS = {
    "urged": N_("Urging:"),
    "returned": N_("Sent back to be completed:"),
    "extension_granted": N_("Extension granted:"),
    "extension_refused": N_("Extension refused:"),
    "day_set": N_("Deadline set:"),
    "lead_named": N_("Lead units named:"),
    "support": N_("Asked for support:"),
    "difficulty_answered": N_("Difficulty answered:"),
    "joint_reported": N_("Reported jointly:"),
    "joint_ended": N_("Joint report ended:"),
}
_ANY_KIND = N_("Other notices:")


def deliveries(words: Words, task: TaskFact, reminders: Sequence[Delivery], notices: Sequence[Delivery]) -> Outgoing:
    """How far the last reminders and the notices of a task have come, unit by unit."""
    zone = task.plan.zone
    paragraphs = []
    for audience, head in _AUDIENCES.items():
        of_audience = [each for each in reminders if each.kind == audience]
        if of_audience:
            paragraphs.append("\n".join([words.text(head), *_by_state(words, of_audience, zone)]))
    for kind in (*_KINDS, ""):
        of_kind = [each for each in notices if (each.kind if each.kind in _KINDS else "") == kind]
        if of_kind:
            head = words.text(_KINDS.get(kind, _ANY_KIND))
            paragraphs.append("\n".join([head, *_by_moment(words, task, of_kind)]))
    if not paragraphs:
        paragraphs.append(words.text("No unit has a part in this task."))
    title = words.text("DELIVERY – TASK {number}", number=task.typed)
    return Outgoing(title, "\n\n".join([shorten(task.title), *paragraphs]))


def _by_state(words: Words, found: Sequence[Delivery], zone: str) -> list[str]:
    """Units that stand alike on one line; those that were perhaps not reached are all named."""
    groups: dict[str, list[Delivery]] = {}
    for each in found:
        groups.setdefault(_state(words, each, zone), []).append(each)
    return [
        f"• {upper_first(state)}: " + names(words, [each.unit for each in group], **_limit(group))
        for state, group in groups.items()
    ]


def _by_moment(words: Words, task: TaskFact, found: Sequence[Delivery]) -> list[str]:
    """Notices of one kind, the newest first, all units by name; of those further back how to see them."""
    zone = task.plan.zone
    groups: dict[str, list[Delivery]] = {}
    for each in found:
        state = _state(words, each, zone)
        if each.reached is not Reached.SENT:
            day = words.day(each.told_at.astimezone(ZoneInfo(zone)).date())
            state = words.text("{state}, {day}", state=state, day=day)
        groups.setdefault(state, []).append(each)
    lines = [
        f"• {upper_first(state)}: " + words.list(each.unit.name for each in group) for state, group in groups.items()
    ]
    if len(lines) <= _LINES + 1:
        return lines
    left = words.text("Earlier ones of one unit: {command}", command=f"giao nhan {task.typed} {found[-1].unit.code}")
    return [*lines[:_LINES], left]


def _limit(group: Sequence[Delivery]) -> dict[str, int]:
    return {"limit": len(group)} if group[0].reached in _NOT_REACHED else {}


def _state(words: Words, each: Delivery, zone: str) -> str:
    at = words.moment(each.at, zone) if each.at else ""
    return words.text(_REACHED[each.reached], at=at, reason=why_closed(words, each.reason))
