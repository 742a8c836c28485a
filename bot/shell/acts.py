"""What was done, offered, asked and told in a turn, in the words of those who judge it: an act and its slots.

An act is a command by its English name, and a line of the record by its action, unless a table here calls it otherwise.
A slot that nothing was said of is not there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot import commands
from bot.arguments import Takes
from bot.command import Command
from bot.features import announcing
from bot.talk import Answer
from data import record, views
from data.agencies.registry import Registry
from data.facts import OccurrenceFact, Seat
from data.lines.days import day_ahead, day_first, period_first
from data.lines.notes import evidence_in
from data.lines.numbers import counts_in, read_argument
from data.lines.requests import read_delay, read_subject
from data.model import Change, Task, Unit
from data.office import announcing as drafts
from data.office.announcing import Draft
from data.people import registering
from data.refusals import UnitUnknown
from data.store import Session
from data.talk import Act, Choice, Outgoing
from data.workdays import Workdays

Said = dict[str, Any]

# By the English name of a command.
_COMMANDS = {
    "no activity": "nothing",
    "tell the office": "pass_on",
    "change officer": "officer_change",
    "my reports": "report_status",
    "the plan": "plan_text",
    **dict.fromkeys(("channel", "second channel"), "chats"),
    "received": "acknowledge",
    "remind later": "snooze",
    "ask support": "ask_partners",
    "missing": "unreported",
    "record": "history",
    "acknowledge": "accept",
    "send back": "return",
    "clear difficulty": "solve_difficulty",
    "leaders": "release",
    **dict.fromkeys(("agree question", "answer question", "skip question"), "answer_question"),
    "product": "set_product",
    **dict.fromkeys(("lead units", "supporting units"), "set_units"),
    "duties": "add_task",
    "accept duty": "add_task",
    **dict.fromkeys(("see evidence", "remove evidence"), "evidence"),
    "joint report": "pass_on",
    "new task": "add_task",
    "export": "report_file",
    "supplement": "amend",
    "correct": "amend",
    "move": "amend",
    "tasks": "my_work",
    **dict.fromkeys(("today", "tomorrow", "this week", "next week", "this month", "next month"), "my_work"),
    **dict.fromkeys(("this quarter", "left"), "my_work"),
}
# By the action of a Change; None for what follows from another, only prepares something, or is the service's own.
_ACTIONS = {
    "confirm": "done",
    "complete": "amend",
    "correct": "amend",
    "add": "amend",
    "move_report": "amend",
    "take_back": "undo",
    "put_off": "snooze",
    "ask_support": "ask_partners",
    "ask_extension": "extend",
    "extend": "grant",
    "refuse_extension": "refuse",
    "add_evidence": "evidence",
    "take_off_evidence": "evidence",
    "offer_joint": "pass_on",
    "report_jointly": "accept",
    "answer_difficulty": "solve_difficulty",
    "settle_units": "set_units",
    "set_day": "set_deadline",
    "answer": "answer_question",
    "accept_duty": "add_task",
    "set_language": "language",
    "forget": "forget_me",
    **dict.fromkeys(("show_exceptions", "draft_broadcast", "withhold", "make_draft", "wrong_code", "take_over")),
    **dict.fromkeys(("close", "reopen", "move_day", "lose_chat", "find_chat", "move_chat", "switch_on", "withdraw")),
}
_EVERYBODY = "tat-ca"
_WARDS = frozenset({"phường", "xã", "thị trấn"})
_PERIOD = re.compile(r"\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}))?")
_DOCUMENT = re.compile(r"số (?P<number>\S+)(?: ngày (?P<day>\S+))?")
# Said before and behind what is urged.
_URGED = re.compile(r"^\s*qua han\b|\bvan gui\s*$")


@dataclass(frozen=True, slots=True)
class Reader:
    """Tells acts as data, as they are meant on a day in a chat of these seats."""

    session: Session
    registry: Registry
    seats: tuple[Seat, ...]
    today: date
    workdays: Workdays

    def done(self, since: int, line: str) -> list[Said]:
        """What the lines of the record that came after the one of the id `since` put on record, by what was typed."""
        found = [said for row in record.lines_since(self.session, since) if (said := self._changed(row))]
        # To name a day or units answers the question about them as well.
        only = [said for said in found if said["act"] != "answer_question"] or found
        return self._as_typed(together(only), line)

    def _as_typed(self, done: list[Said], line: str) -> list[Said]:
        """The same, with a group that was typed, and those left out of it, in place of all its units."""
        with suppress(UnitUnknown):
            typed = next(iter(self._typed(line)), {})
            if "groups" in typed:
                whom = {"units": [], "groups": typed["groups"], "except_units": typed.get("except_units", [])}
                return [said | whom if said["act"] == typed["act"] else said for said in done]
        return done

    def told(self, replies: Iterable[Outgoing]) -> list[Said]:
        """The questions that were answered."""
        return together(said for reply in replies if reply.told for said in self.meant(reply.told))

    def offered(self, answer: Answer, *, has_done: bool) -> list[list[Said]]:
        """What each choice would do, in order.

        What may be done next, under a list that was asked for or when something `has_done`, is no reading of the line.
        """
        asking = [reply for reply in answer.replies if not reply.told and (not has_done or _is_question(reply))]
        choices = [choice for reply in asking for choice in reply.choices]
        return [acts for choice in choices if (acts := self._chosen(choice))]

    def _chosen(self, choice: Choice) -> list[Said]:
        return [] if choice.act.start > 1 else self.meant(choice.act)

    def meant(self, act: Act) -> list[Said]:
        """What an act does, or shows."""
        if act.beside:
            return [said for each in (replace(act, beside=()), *act.beside) for said in self.meant(each)]
        if act.is_line:
            return self._typed(act.typed)
        command = next(iter(self._commands(act.command)), None)
        if command is None:
            return []
        name = "nothing" if act.how == "khong phat sinh" else name_of(command, act.tasks)
        said = _slots(act=name, tasks=list(act.tasks), period=act.period, parts=list(act.parts), day=_day(act.day))
        said |= self._of_units(act.by or act.units) | self._left_out(act.without)
        said |= self._of_words(act.text) | self._span(command)
        if command is announcing.broadcast and (drafted := self._drafted(act)):
            said |= self._told_to(drafted.units, drafted.text)
        return [said]

    def _commands(self, words: str) -> Iterator[Command]:
        """Those that words name, first what these seats may use."""
        named = [heard.command for heard in commands.found(words)]
        yield from sorted(named, key=lambda each: not each.is_for(self.seats))

    def _typed(self, line: str) -> list[Said]:
        """What a line does that is typed."""
        found = commands.found(line)
        heard = next((each for each in found if each.command.is_for(self.seats)), next(iter(found), None))
        if heard is None:
            return []
        command, takes = heard.command, heard.command.takes
        if Takes.ABOUT in takes:
            return [self._about(command, heard.argument)]
        if Takes.DELAY in takes:
            delay = read_delay(heard.argument, self.today, self.workdays)
            return [_slots(act=name_of(command), tasks=list(read_argument(delay.tasks).numbers), day=_day(delay.until))]
        if not (command.is_of_task or takes & (Takes.OR_LAST | Takes.UNITS | Takes.UNIT)):
            return [_slots(act=name_of(command)) | self._span(command)]
        argument = read_argument(heard.argument)
        said = _slots(act=name_of(command, argument.numbers), tasks=list(argument.numbers))
        return [said | self._behind(takes, argument.note)]

    def _behind(self, takes: Takes, note: str) -> Said:
        """What stands behind the tasks: units, a period, a day, words."""
        said: Said = {}
        if takes & (Takes.UNITS | Takes.UNIT):
            with suppress(UnitUnknown):
                units, note = registering.units_leading(self.session, note)
                said |= self._of_units([unit.code for unit in units])
        if Takes.PERIOD in takes:
            period, note = period_first(note, self.today.year)
            said |= _slots(period=period.key if period else "")
        if Takes.DAY in takes:
            day, rest = day_first(note, self.today)
            ahead, behind = (day, rest) if day else day_ahead(note, self.today, None, self.workdays)
            said, note = said | _slots(day=_day(ahead)), behind if ahead else note
        return said | self._of_words(note)

    def _about(self, command: Command, argument: str) -> Said:
        subject = read_subject(_URGED.sub("", argument), self.today, self.registry)
        period, _ = period_first(subject.spoken, self.today.year) if subject.spoken else (None, "")
        said = _slots(act=name_of(command), tasks=list(subject.numbers), period=period.key if period else "")
        said |= _slots(except_units=list(subject.without), except_tasks=list(subject.without_numbers))
        if subject.everybody:
            return said | _slots(groups=[_EVERYBODY])
        return said | self._of_units([subject.group] if subject.group else subject.units)

    def _of_units(self, named: Sequence[str]) -> Said:
        """Units by their codes; a group, by its code or name, as what kind of units it stands for."""
        groups = {unit.code: unit for unit in self.registry.units if unit.group}
        units, kinds = [], []
        for each in named:
            subject = read_subject(each, self.today, self.registry)
            group = groups.get(each) or groups.get(subject.group)
            if subject.everybody:
                kinds.append(_EVERYBODY)
            elif group is None:
                units.append(each)
            else:
                of = {unit.kind for unit in self.registry.units if unit.code in group.members}
                kinds.append("phuong-xa" if of and of <= _WARDS else "phong-ban")
        return _slots(units=units, groups=kinds)

    def _left_out(self, named: Sequence[str]) -> Said:
        """What is left out: units by their codes, and tasks."""
        units = [each for each in named if each in self.registry.by_code]
        return _slots(except_units=units, except_tasks=[each for each in named if each not in units])

    def _of_words(self, text: str) -> Said:
        """What words name that are put on record: counts, a document and its day; and they themselves."""
        counts = {count.noun: count.number for count in counts_in(text)}
        documents = [value for kind, value in evidence_in(text, self.today) if kind == "document"]
        return _slots(counts=counts, text=text) | _document(documents)

    def _span(self, command: Command) -> Said:
        """The days of which a list of one's work tells."""
        today, after = self.today, self.today.replace(day=1) + timedelta(days=32)
        match command.english:
            case "today":
                return {"day": _day(today)}
            case "tomorrow":
                return {"day": _day(today + timedelta(days=1))}
            case "this month":
                return {"period": f"{today:%Y-%m}"}
            case "next month":
                return {"period": f"{after:%Y-%m}"}
            case "this quarter":
                return {"period": f"{today.year}-Q{(today.month + 2) // 3}"}
        return {}

    def _drafted(self, act: Act) -> Draft | None:
        """The words that are to be sent."""
        found = (drafts.drafted(self.session, seat.address_id, act.number) for seat in self.seats)
        return next(filter(None, found), None) if act.number is not None else None

    def _told_to(self, unit_ids: Sequence[int], text: str) -> Said:
        """Words for units; for everybody where none is named."""
        codes = [unit.code for unit in views.units(self.session, unit_ids)]
        whole = [unit.code for unit in self.registry.units if unit.group and set(unit.members) == set(codes)]
        return (self._of_units(whole[:1] or codes) if codes else _slots(groups=[_EVERYBODY])) | _slots(text=text)

    def _changed(self, row: Change) -> Said | None:
        """What a line of the record says that was done."""
        name = _ACTIONS.get(row.action, row.action)
        if name is None or (row.action == "hand_over" and row.subject != "unit"):
            return None
        said = _slots(act=name)
        match row.subject:
            case "occurrence":
                for fact in views.by_ids(self.session, [row.subject_id]):
                    said |= self._of_share(row, fact)
            case "task":
                said |= {"tasks": [self.session.get_one(Task, row.subject_id).number], **_units_changed(row)}
            case "unit":
                code = self.session.get_one(Unit, row.subject_id).code
                said |= {"units": [code, *filter(None, [row.after.get("successor")])]}
            case "change":
                drafted = self.session.get_one(Change, row.subject_id).after
                said |= self._told_to(drafted["units"], drafted["text"])
        return said

    def _of_share(self, row: Change, fact: OccurrenceFact) -> Said:
        """What was put on record of a unit's share of a task."""
        after, key = row.after, fact.key if _PERIOD.fullmatch(fact.key) else ""
        said = _slots(tasks=[fact.task.typed], units=[fact.unit.code], period=key, parts=after.get("parts", []))
        said |= _slots(day=after.get("until") or after.get("due_on") or after.get("quiet_until") or "")
        said |= self._of_words(
            after.get("said") or after.get("note") or after.get("ground") or after.get("reason") or ""
        )
        said |= _document(after.get("evidence", ()) if isinstance(after.get("evidence"), list) else ())
        if row.action == "confirm" and fact.report is not None and fact.report.nothing_to_report:
            said["act"] = "nothing"
        return said | _slots(act="report_for" if after.get("for_unit") else "")


def asked(replies: Iterable[Outgoing]) -> str | None:
    """What is asked for first."""
    return next((reply.asks for reply in replies if reply.asks), None)


def _is_question(reply: Outgoing) -> bool:
    return reply.numbered or bool(reply.asks) or any(choice.act.agrees for choice in reply.choices)


def name_of(command: Command, tasks: Sequence[str] = ()) -> str:
    """What a command does, or shows; of tasks that are named, or without them."""
    name = _COMMANDS.get(command.english, command.english.replace(" ", "_"))
    return "show_task" if name == "my_work" and tasks else name


def _slots(**told: object) -> Said:
    return {name: value for name, value in told.items() if value}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _document(cited: Iterable[str]) -> Said:
    """The first document of a row, "công văn số 12/VP ngày 05/02/2023"."""
    for match in filter(None, map(_DOCUMENT.search, cited)):
        day = "-".join(f"{int(each):02}" for each in reversed((match["day"] or "").split("/")) if each)
        return _slots(document=match["number"], document_day=day)
    return {}


def _units_changed(row: Change) -> Said:
    """The units that a task got, or lost; with the others where all were named anew."""
    before, after = ({code for codes in side.values() for code in codes} for side in (row.before, row.after))
    return _slots(units=sorted(after - before or before - after)) if row.action == "settle_units" else {}


def together(acts: Iterable[Said]) -> list[Said]:
    """Those that differ by their units alone as one, then those that differ by their tasks alone."""
    found = list(acts)
    for slot in ("units", "tasks"):
        rows: list[tuple[Said, list[str]]] = []
        for said in found:
            rest = {name: value for name, value in said.items() if name != slot}
            same = next((each for of, each in rows if of == rest), None)
            if same is None:
                rows.append((rest, list(said.get(slot, ()))))
            elif slot in said:
                same += [each for each in said[slot] if each not in same]
        found = [{**rest, **_slots(**{slot: each})} for rest, each in rows]
    return found
