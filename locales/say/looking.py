"""What Nội vụ is shown when it looks ahead or back: what falls due soon, and who changed what."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import State
from data.office.delivered import Reached
from data.office.looking import Line
from data.talk import Outgoing
from data.titles import shorten
from locales import N_, Voice, Words
from locales.items import CHECKINS, beside_time, by_task, left_phrase, task_label
from locales.phrases import evidence, message, names, outcome, upper_first

ENTRIES_SHOWN = 30

_ACTIONS = {
    "accept": N_("acknowledged"),
    "accept_duty": N_("taken up as a task"),
    "acknowledge": N_("confirmed receipt of the reminder"),
    "add": N_("added to the report"),
    "add_evidence": N_("added evidence"),
    "add_task": N_("assigned the task"),
    "answer_difficulty": N_("answered the difficulty"),
    "ask_extension": N_("asked for an extension"),
    "ask_support": N_("asked the supporting units for their support"),
    "close": N_("the period was closed"),
    "complete": N_("added the results"),
    "confirm": N_("reported results"),
    "correct": N_("corrected the report"),
    "difficulty": N_("reported a difficulty"),
    "extend": N_("the extension was granted"),
    "hand_over": N_("handed over"),
    "import": N_("the plan was imported"),
    "look_again": N_("to be looked at again, as more was added"),
    "move_day": N_("the plan moved the deadline"),
    "move_report": N_("counted the report for another period"),
    "offer_joint": N_("offered its report as the joint report"),
    "progress": N_("reported progress"),
    "put_off": N_("reminders were postponed"),
    "refuse_extension": N_("the extension was refused"),
    "release": N_("submitted to the leaders"),
    "reopen": N_("reopened by the plan"),
    "report_jointly": N_("counted under the joint report"),
    "return": N_("sent back to be completed"),
    "set_day": N_("the deadline was set"),
    "set_product": N_("the product was named"),
    "settle_units": N_("the units were set"),
    "take_over": N_("recorded as completed by the plan's file"),
    "take_off_evidence": N_("removed evidence from the report"),
    "take_back": N_("took back the report"),
    "urge": N_("sent an urgent reminder"),
    "withdraw": N_("no longer to be reported"),
    "withhold": N_("not submitted to the leaders"),
}
# What Nội vụ has put on record for a unit.
_FOR_UNIT = N_("noted what the unit reported on paper or by phone")
_ANY_ACTION = N_("changed")
_BY_ITSELF = {"accept": N_("acknowledged automatically, as nobody objected in time")}
# What became of the notice of an urging.
_URGED = {
    Reached.SENT: N_("it reached {units}"),
    Reached.WAITING: N_("on its way to {units}"),
    Reached.UNREACHABLE: N_("it could not reach {units}"),
    Reached.NO_CHAT: N_("without a chat: {units}"),
    Reached.TAKEN_BACK: N_("reported before it was sent: {units}"),
    Reached.UNKNOWN: N_("delivery not confirmed, not sent again: {units}"),
    Reached.SET_ASIDE: N_("not sent, its data cannot be read: {units}"),
}
_STATES = {
    State.OPEN: N_("not yet reported"),
    State.DONE: N_("reported"),
    State.ACCEPTED: N_("acknowledged"),
    State.CLOSED: N_("closed"),
}
# Fields of a Change whose values are shown, by what they are.
_DAYS = ("due_on", "until", "quiet_until", "plan_due_on", "done_on")
_SAID = ("part", "note", "reason", "ground", "product")
_LISTED = {
    "lead": N_("Lead: {text}"),
    "coordinating": N_("Support: {text}"),
    "parts": "{text}",
    "evidence": "{text}",
    "taken_off": "{text}",
}
# Of 34 units one goes: only that one is told.
_CAME = {"lead": N_("leads from now on: {text}"), "coordinating": N_("supports from now on: {text}")}
_WENT = {"lead": N_("no longer leads: {text}"), "coordinating": N_("no longer supports: {text}")}


def due_soon(voice: Voice, facts: Sequence[OccurrenceFact], last: date) -> Outgoing:
    """What falls due up to `last`, day by day and task by task, with the units that have not reported."""
    title = voice.text("DUE SOON – {day}", day=voice.start_day(voice.today))
    if not facts:
        return message(voice.text("Nothing falls due by {day}.", day=voice.weekday_day(last)), title=title)
    groups = by_task(facts)
    head = voice.plural(
        "From now until {day}, {n} task falls due:",
        "From now until {day}, {n} tasks fall due:",
        len(groups),
        day=voice.weekday_day(last),
    )
    days = [
        _due_on(voice, day, list(of_day)) for day, of_day in groupby(groups, key=lambda group: group[0].due_on or last)
    ]
    return Outgoing(title, "\n\n".join([head, *days]))


def trail(voice: Voice, task: TaskFact, lines: Sequence[Line]) -> Outgoing:
    """The last entries of a task's record, oldest first; what several units did alike at one moment is one entry."""
    title = voice.text("RECORD – TASK {number}", number=task.typed)
    if not lines:
        return message(voice.text("Nothing has been recorded so far."), title=title)
    groups = [list(group) for _, group in groupby(lines, key=lambda line: _alike(voice, line, task))]
    earlier = max(len(groups) - ENTRIES_SHOWN, 0)
    more = voice.plural("{n} earlier entry is not shown.", "{n} earlier entries are not shown.", earlier)
    entries = [_entry(voice, group, task) for group in groups[earlier:]]
    return message(more if earlier else "", *entries, title=title)


def _due_on(voice: Voice, day: date, groups: Sequence[Sequence[OccurrenceFact]]) -> str:
    left = left_phrase(voice, groups[0][0], day)
    head = voice.text("{day} ({left}):", day=voice.start_day(day), left=left)
    return "\n".join([head, *(_soon(voice, group) for group in groups)])


def _soon(voice: Voice, group: Sequence[OccurrenceFact]) -> str:
    label = upper_first(task_label(voice, group[0]))
    units = names(voice, [fact.unit for fact in group])
    return f"• {label}: {shorten(group[0].task.called)}\n  " + voice.text("Not yet reported: {units}", units=units)


def _alike(voice: Voice, line: Line, task: TaskFact) -> tuple[str, ...]:
    who = _who(voice, line, task)
    return who, line.action, _period(voice, line), _what(voice, line)


def _entry(voice: Voice, group: Sequence[Line], task: TaskFact) -> str:
    """When, who, what, in which units' share: "• 09:12 ngày 30/01/2023, đ/c Nguyễn Văn A: đã báo – VP (…)"."""
    first = group[0]
    action = _ACTIONS.get(first.action, _ANY_ACTION)
    if first.after.get("for_unit"):
        action = _FOR_UNIT
    if first.is_by_itself:
        action = _BY_ITSELF.get(first.action, action)
    did = voice.list(filter(None, [voice.text(action), _period(voice, first)]))
    if _is_of_another(first):
        # What another unit than the one that owes the work has received says nothing of that one.
        as_what = N_("supporting") if first.in_support else N_("following up")
        return f"• {_who(voice, first, task)}: {did} ({voice.text(as_what)})"
    units = _urged(voice, group) or names(voice, [line.unit for line in group if line.unit])
    what = _what(voice, first)
    return f"• {_who(voice, first, task)}: {did}" + (f" – {units}" if units else "") + (f" ({what})" if what else "")


def _is_of_another(line: Line) -> bool:
    return line.action == "acknowledge" and line.unit is not None and line.by_unit not in {"", line.unit.name}


def _urged(words: Words, group: Sequence[Line]) -> str:
    """Of an urging, by how far its notice has come: all units by name; empty for anything else."""
    reached: dict[Reached, list[UnitFact]] = {}
    for line in group:
        if line.reached in _URGED and line.reached is not None and line.unit is not None:
            reached.setdefault(line.reached, []).append(line.unit)
    rows = (
        words.text(_URGED[state], units=words.list(unit.name for unit in units)) for state, units in reached.items()
    )
    return "; ".join(rows)


def _who(words: Words, line: Line, task: TaskFact) -> str:
    """When, and who did it; with the unit they spoke for, where it is not the one it was done for."""
    at = words.moment(line.at, task.plan.zone)
    if line.is_by_itself:
        return words.text("{at}, automatically", at=at)
    own = line.unit is not None and line.unit.name == line.by_unit
    unit = "" if own or not line.by_unit else f" ({line.by_unit})"
    if line.is_erased:
        return words.text("{at}, an officer (erased)", at=at) + unit
    return words.text("{at}, {name}", at=at, name=line.by) + unit


def _period(voice: Voice, line: Line) -> str:
    return voice.period(line.occurrence.key, line.occurrence.ladder, voice.today) if line.occurrence else ""


def _what(voice: Voice, line: Line) -> str:
    """What was before and after, as far as it can be put in words; of the report that stands, how late it was."""
    before, after = _values(voice, line, line.before), _values(voice, line, line.after)
    for part in (part for part in _CAME if _has_both(line, part)):
        after.pop(part, None)
    if line.report:
        # Told below, the evidence apart from the words.
        after.pop("note", None)
    changed = [
        f"{before[name]} → {after[name]}" if name in before and before[name] != after[name] else after[name]
        for name in after
        if before.get(name) != after[name]
    ]
    said = [evidence(voice, line.report), shorten(outcome(line.report))] if line.report else []
    return "; ".join(filter(None, [*changed, *_units_changed(voice, line), *said, _beside_time(voice, line)]))


def _units_changed(words: Words, line: Line) -> Iterator[str]:
    """Which units came to a part in the task, and which went, where there were some before."""
    for part in (part for part in _CAME if _has_both(line, part)):
        before, after = line.before[part], line.after[part]
        for sentence, units, others in ((_CAME[part], after, before), (_WENT[part], before, after)):
            if changed := [str(unit) for unit in units if unit not in others]:
                yield words.text(sentence, text=words.list(changed))


def _has_both(line: Line, part: str) -> bool:
    return bool(line.before.get(part)) and isinstance(line.after.get(part), list)


def _beside_time(voice: Voice, line: Line) -> str:
    """How the report that stands is to its day; of one that was sent back the day may have moved since."""
    share = line.occurrence
    stands = line.report and share and share.report and share.report.at == line.report.at
    return beside_time(voice, share) if share and stands else ""


def _state_of(words: Words, line: Line, state: State) -> str:
    """How an Occurrence stood; a check-in that closes, or is reported after that, was missed."""
    is_checkin = line.occurrence is not None and line.occurrence.ladder in CHECKINS
    if state is State.CLOSED and is_checkin and line.action in {"close", "confirm"}:
        return words.text("not reported for the period")
    return words.text(_STATES[state])


def _values(words: Words, line: Line, fields: Mapping[str, object]) -> dict[str, str]:
    shown = {}
    if fields.get("state") in set(_STATES):
        shown["state"] = _state_of(words, line, State(str(fields["state"])))
    for name in _DAYS:
        if fields.get(name):
            shown[name] = words.day(date.fromisoformat(str(fields[name])[:10]))
    for name in _SAID:
        if fields.get(name):
            shown[name] = "“" + shorten(str(fields[name])) + "”"
    if fields.get("deadline"):
        shown["deadline"] = words.text("deadline: “{text}”", text=shorten(str(fields["deadline"])))
    for name, said in _LISTED.items():
        value = fields.get(name)
        if isinstance(value, list) and value:
            shown[name] = words.text(said, text=words.list(map(str, value)))
    return shown
