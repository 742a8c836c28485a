"""What Nội vụ is shown when it looks ahead or back: what falls due soon, who was reached, who changed what."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from data.facts import OccurrenceFact, TaskFact
from data.model import Audience, State
from data.outbox import Outgoing
from data.overseeing.looking import Delivery, Line, Reached
from data.workdays import Workdays
from locales import N_, Words
from locales.items import CHECKINS, Telling, by_task, left_phrase, task_label, telling
from locales.phrases import evidence, message, names, outcome, shorten, upper_first

NOTICES_SHOWN = 10
ENTRIES_SHOWN = 30

# Why a channel says that a chat cannot be written to.
_REASONS = {
    "blocked": N_("the service has been blocked there"),
    "deactivated": N_("the account is closed"),
    "kicked": N_("the service has been removed from the group"),
    "left": N_("the service has been removed from the group"),
    "not-started": N_("the person has not opened the chat yet"),
    "not-found": N_("there is no such chat any more"),
    "deleted": N_("the group has been deleted"),
}
_ANY_REASON = N_("the app does not let the service write there")

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
}

_ACTIONS = {
    "accept": N_("taken note of"),
    "accept_duty": N_("taken up as a task"),
    "acknowledge": N_("said that the reminder was received"),
    "add_evidence": N_("added evidence"),
    "ask_extension": N_("asked for a later deadline"),
    "ask_support": N_("asked the supporting units for their part"),
    "close": N_("the period was closed"),
    "complete": N_("added the results"),
    "confirm": N_("reported results"),
    "difficulty": N_("told of a difficulty"),
    "extend": N_("the extension was granted"),
    "hand_over": N_("handed over"),
    "import": N_("the plan was imported"),
    "move_day": N_("the plan moved the deadline"),
    "offer_joint": N_("offered its report for all lead units"),
    "progress": N_("told how far the work has come"),
    "put_off": N_("reminding was put off"),
    "refuse_extension": N_("the extension was refused"),
    "release": N_("brought before the leaders"),
    "reopen": N_("asked for again"),
    "report_jointly": N_("took it as the joint report"),
    "return": N_("sent back to be completed"),
    "set_day": N_("the deadline was set"),
    "settle_units": N_("the units were settled"),
    "take_back": N_("took the report back"),
    "urge": N_("urged"),
    "withdraw": N_("no longer asked for"),
}
_ANY_ACTION = N_("changed")
_BY_ITSELF = {"accept": N_("taken note of, as nobody objected in time")}
_STATES = {
    State.OPEN: N_("not yet reported"),
    State.DONE: N_("reported"),
    State.ACCEPTED: N_("taken note of"),
    State.CLOSED: N_("closed"),
}
# Fields of a Change whose values are shown, by what they are.
_DAYS = ("due_on", "until", "quiet_until", "plan_due_on")
_SAID = ("deadline", "part", "note", "reason", "ground")
_LISTED = {"lead": N_("Lead: {text}"), "coordinating": N_("Support: {text}"), "parts": "{text}", "evidence": "{text}"}


def due_soon(words: Words, facts: Sequence[OccurrenceFact], today: date, last: date, workdays: Workdays) -> Outgoing:
    """What falls due up to `last`, day by day and task by task, with the units that have not reported."""
    told = telling(words, today, workdays, [fact.task for fact in facts])
    title = words.text("DUE SOON – {day}", day=words.start_day(today))
    if not facts:
        return message(words.text("Nothing falls due by {day}.", day=words.weekday_day(last)), title=title)
    groups = by_task(facts)
    head = words.plural(
        "From now until {day}, {n} task falls due:",
        "From now until {day}, {n} tasks fall due:",
        len(groups),
        day=words.weekday_day(last),
    )
    days = [
        _due_on(told, day, list(of_day)) for day, of_day in groupby(groups, key=lambda group: group[0].due_on or last)
    ]
    return Outgoing(title, "\n\n".join([head, *days]))


def deliveries(words: Words, task: TaskFact, reminders: Sequence[Delivery], notices: Sequence[Delivery]) -> Outgoing:
    """How far the last reminders and the notices of a task have come, unit by unit."""
    zone = task.plan.zone
    paragraphs = []
    for audience, head in _AUDIENCES.items():
        of_audience = [each for each in reminders if each.kind == audience]
        if of_audience:
            paragraphs.append("\n".join([words.text(head), *_by_state(words, of_audience, zone)]))
    if notices:
        lines = [f"• {each.unit.name}: {_state(words, each, zone)}" for each in notices[:NOTICES_SHOWN]]
        paragraphs.append("\n".join([words.text("Notices, the newest first:"), *lines]))
    if not paragraphs:
        paragraphs.append(words.text("No unit has a part in this task."))
    title = words.text("DELIVERY – TASK {number}", number=task.number)
    return Outgoing(title, "\n\n".join([shorten(task.title), *paragraphs]))


def trail(words: Words, task: TaskFact, lines: Sequence[Line], today: date) -> Outgoing:
    """The last entries of a task's record, oldest first; what several units did alike at one moment is one entry."""
    title = words.text("RECORD – TASK {number}", number=task.number)
    if not lines:
        return message(words.text("Nothing has been recorded so far."), title=title)
    groups = [list(group) for _, group in groupby(lines, key=lambda line: _alike(words, line, task, today))]
    earlier = max(len(groups) - ENTRIES_SHOWN, 0)
    more = words.plural("{n} earlier entry is not shown.", "{n} earlier entries are not shown.", earlier)
    entries = [_entry(words, group, task, today) for group in groups[earlier:]]
    return message(more if earlier else "", *entries, title=title)


def reason_of(words: Words, code: str) -> str:
    """Why a chat cannot be written to."""
    return words.text(_REASONS.get(code, _ANY_REASON))


def _due_on(told: Telling, day: date, groups: Sequence[Sequence[OccurrenceFact]]) -> str:
    left = left_phrase(told, groups[0][0], day)
    head = told.words.text("{day} ({left}):", day=told.words.start_day(day), left=left)
    return "\n".join([head, *(_soon(told, group) for group in groups)])


def _soon(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    label = upper_first(task_label(told, group[0]))
    units = names(told.words, [fact.unit for fact in group])
    return f"• {label}: {shorten(group[0].task.title)}\n  " + told.words.text("Not yet reported: {units}", units=units)


def _by_state(words: Words, found: Sequence[Delivery], zone: str) -> list[str]:
    """Units that stand alike on one line; those that were not reached are all named."""
    groups: dict[str, list[Delivery]] = {}
    for each in found:
        groups.setdefault(_state(words, each, zone), []).append(each)
    return [
        f"• {upper_first(state)}: " + names(words, [each.unit for each in group], **_limit(group))
        for state, group in groups.items()
    ]


def _limit(group: Sequence[Delivery]) -> dict[str, int]:
    return {"limit": len(group)} if group[0].reached in {Reached.UNREACHABLE, Reached.NO_CHAT} else {}


def _state(words: Words, each: Delivery, zone: str) -> str:
    at = words.moment(each.at, zone) if each.at else ""
    return words.text(_REACHED[each.reached], at=at, reason=reason_of(words, each.reason))


def _alike(words: Words, line: Line, task: TaskFact, today: date) -> tuple[str, ...]:
    who = _who(words, line, task)
    return who, line.action, _period(words, line, today), _what(words, line)


def _entry(words: Words, group: Sequence[Line], task: TaskFact, today: date) -> str:
    """When, who, what, in which units' share: "• 09:12 ngày 30/01/2023, đ/c Nguyễn Văn A: đã báo – VP (…)"."""
    first = group[0]
    action = _ACTIONS.get(first.action, _ANY_ACTION)
    if first.is_by_itself:
        action = _BY_ITSELF.get(first.action, action)
    did = words.list(filter(None, [words.text(action), _period(words, first, today)]))
    units = names(words, [line.unit for line in group if line.unit])
    what = _what(words, first)
    return f"• {_who(words, first, task)}: {did}" + (f" – {units}" if units else "") + (f" ({what})" if what else "")


def _who(words: Words, line: Line, task: TaskFact) -> str:
    """When, and who did it; with the unit they spoke for, where it is not the one it was done for."""
    at = words.moment(line.at, task.plan.zone)
    if line.is_by_itself:
        return words.text("{at}, by itself", at=at)
    own = line.unit is not None and line.unit.name == line.by_unit
    unit = "" if own or not line.by_unit else f" ({line.by_unit})"
    if line.is_erased:
        return words.text("{at}, an officer (erased)", at=at) + unit
    return words.text("{at}, {name}", at=at, name=line.by) + unit


def _period(words: Words, line: Line, today: date) -> str:
    return words.period(line.occurrence.key, line.occurrence.ladder, today) if line.occurrence else ""


def _what(words: Words, line: Line) -> str:
    """What was before and after, as far as it can be put in words."""
    before, after = _values(words, line, line.before), _values(words, line, line.after)
    if line.report:
        # Told below, the evidence apart from the words.
        after.pop("note", None)
    changed = [
        f"{before[name]} → {after[name]}" if name in before and before[name] != after[name] else after[name]
        for name in after
        if before.get(name) != after[name]
    ]
    said = [evidence(words, line.report), shorten(outcome(line.report))] if line.report else []
    return "; ".join(filter(None, [*changed, *said]))


def _state_of(words: Words, line: Line, state: State) -> str:
    """How an Occurrence stood; a check-in that closes, or is reported after that, was missed."""
    is_checkin = line.occurrence is not None and line.occurrence.ladder in CHECKINS
    if state is State.CLOSED and is_checkin and line.action in {"close", "confirm"}:
        return words.text("not reported for the period")
    return words.text(_STATES[state])


def _values(words: Words, line: Line, fields: Mapping[str, object]) -> dict[str, str]:
    shown = {}
    if fields.get("state") in set(State):
        shown["state"] = _state_of(words, line, State(str(fields["state"])))
    for name in _DAYS:
        if fields.get(name):
            shown[name] = words.day(date.fromisoformat(str(fields[name])[:10]))
    for name in _SAID:
        if fields.get(name):
            shown[name] = "“" + shorten(str(fields[name])) + "”"
    for name, said in _LISTED.items():
        value = fields.get(name)
        if isinstance(value, list) and value:
            shown[name] = words.text(said, text=words.list(map(str, value)))
    return shown
