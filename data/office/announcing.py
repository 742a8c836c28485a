"""What Nội vụ lets others hear: words for all units, urgings (Đôn đốc), exceptions looked through for the leaders."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session, col, select

from data import views
from data.columns import is_unreadable
from data.facts import DifficultyFact, OccurrenceFact, ReportFact
from data.kinds import Closing, State
from data.model import Assignment, Change, Occurrence
from data.office import delivered, reviewing
from data.office.delivered import Reached
from data.people import addressing
from data.record import Actor, write_line
from data.workdays import Workdays

# What leaders may hear of is later than this many working days.
PATIENCE = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for units' chats that wait for a yes; no `units` means all of them."""

    id: int
    text: str
    units: tuple[int, ...]
    sent: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A list of exceptions as a chat was shown it: its number there, when (aware, UTC), Occurrences, what was left out.

    What was left out is called as Nội vụ called it: "10", "P-LL", "P-LL (10)"; `withheld` are the Occurrences of it.
    """

    number: int
    at: datetime
    occurrences: tuple[int, ...]
    left_out: tuple[str, ...]
    withheld: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not for the leaders: tasks, a unit, or a unit's share of tasks; and how it is called in the list."""

    label: str
    tasks: frozenset[int] = frozenset()
    unit: int | None = None

    def covers(self, fact: OccurrenceFact) -> bool:
        """Whether it is among what is not for them."""
        return (not self.tasks or fact.task.id in self.tasks) and self.unit in {None, fact.unit.id}


@dataclass(frozen=True, slots=True)
class ToRelease:
    """What leaders would hear, what is left out of it by its label and by its Occurrences, and how many are settled."""

    facts: tuple[OccurrenceFact, ...]
    labels: tuple[str, ...]
    withheld: tuple[int, ...]
    settled: int = 0


def to_release(current: Sequence[OccurrenceFact], begun: Shown | None, left_out: Sequence[LeftOut]) -> ToRelease:
    """What leaders would hear of the exceptions there are now, without what is left out.

    Of a list that was begun it is the rest of that: what was left out of it stays out, and what has come up since waits
    for a list of its own.
    """
    by_id = {fact.id: fact for fact in current}
    base = [by_id[each] for each in begun.occurrences if each in by_id] if begun else current
    facts = tuple(fact for fact in base if not any(each.covers(fact) for each in left_out))
    kept = {fact.id for fact in facts}
    return ToRelease(
        facts,
        tuple(dict.fromkeys([*(begun.left_out if begun else ()), *(each.label for each in left_out)])),
        (*(begun.withheld if begun else ()), *(fact.id for fact in base if fact.id not in kept)),
        settled=len(begun.occurrences) - len(base) if begun else 0,
    )


def exceptions(session: Session, today: date, since: datetime, workdays: Workdays) -> tuple[OccurrenceFact, ...]:
    """What leaders may hear of: what is late, closed unreported, in difficulty, or settled since they heard of it.

    What they heard of before the moment `since`, or what Nội vụ kept from them then, is not brought before them again
    as long as it stands so; what is overdue is, day by day.
    """
    heard, kept = _last(session, "release", since), _last(session, "withhold", since)
    decided = {each: max(filter(None, (heard.get(each), kept.get(each)))) for each in (*heard, *kept)}
    found = [
        *(
            fact
            for fact in views.occurrences(session, views.is_open(), views.due_before(today))
            if is_exception(fact, today, workdays)
        ),
        *(
            fact
            for fact in views.occurrences(session, col(Occurrence.closing) == Closing.UNREPORTED)
            if fact.id not in decided
        ),
    ]
    hard = {fact.id: fact for fact in reviewing.waiting(session) if _is_newer(fact.difficulty, decided.get(fact.id))}
    listed = {fact.id for fact in found}
    return (
        *(replace(fact, difficulty=hard[fact.id].difficulty) if fact.id in hard else fact for fact in found),
        *(fact for fact in hard.values() if fact.id not in listed),
        *(fact for fact in _settled(session, heard) if _is_newer(fact.report, decided.get(fact.id))),
    )


def settled(session: Session, since: datetime) -> tuple[OccurrenceFact, ...]:
    """What leaders heard of, and what was reported later than that and than the moment `since`."""
    found = _settled(session, _last(session, "release", None))
    return tuple(fact for fact in found if _is_newer(fact.report, max(since, fact.leaders_heard_at or since)))


def is_exception(fact: OccurrenceFact, today: date, workdays: Workdays) -> bool:
    """Whether something is late, or closed unreported, and so what leaders may hear of."""
    if fact.closing is Closing.UNREPORTED:
        return True
    if fact.due_on is None or not views.is_overdue(fact, today, workdays):
        return False
    return workdays.until(workdays.on_or_after(fact.due_on), today) > PATIENCE


def show(
    session: Session,
    occurrence_ids: Sequence[int],
    left_out: Sequence[str],
    actor: Actor,
    now: datetime,
    *,
    withheld: Sequence[int] = (),
) -> int:
    """Keep which list a chat is shown: that one may be released; gives its number among those of the chat."""
    address_id = actor.address_id or 0
    after = {"occurrences": list(occurrence_ids), "left_out": list(left_out), "withheld": list(withheld)}
    write_line(session, "show_exceptions", "address", address_id, actor, now, after=after)
    session.flush()
    return len(_of_chat(session, "show_exceptions", address_id))


def shown(session: Session, address_id: int, number: int | None) -> Shown | None:
    """The list that a chat was shown under this number, or last."""
    lists = _of_chat(session, "show_exceptions", address_id)
    wanted = number or len(lists)
    if not 0 < wanted <= len(lists):
        return None
    row = lists[wanted - 1]
    after = row.after
    withheld = tuple(after.get("withheld", ()))
    return Shown(wanted, row.at, tuple(after.get("occurrences", ())), tuple(after.get("left_out", ())), withheld)


def record_release(
    session: Session,
    facts: Iterable[OccurrenceFact],
    left_out: Sequence[str],
    actor: Actor,
    now: datetime,
    *,
    withheld: Iterable[int] = (),
) -> None:
    """Write down what leaders were let hear of each Occurrence, and which were `withheld` from the list."""
    for fact in facts:
        write_line(session, "release", "occurrence", fact.id, actor, now, after={"left_out": list(left_out)})
    for occurrence_id in withheld:
        write_line(session, "withhold", "occurrence", occurrence_id, actor, now)


def draft(session: Session, text: str, units: Sequence[int], actor: Actor, now: datetime) -> int:
    """Keep words until they are sent; gives their number among those of the chat."""
    address_id = actor.address_id or 0
    after = {"text": text, "units": list(units)}
    write_line(session, "draft_broadcast", "address", address_id, actor, now, after=after)
    session.flush()
    return len(_of_chat(session, "draft_broadcast", address_id))


def drafted(session: Session, address_id: int, number: int | None) -> Draft | None:
    """The words a chat drafted under this number, or last."""
    drafts = _of_chat(session, "draft_broadcast", address_id)
    wanted = number or len(drafts)
    if not 0 < wanted <= len(drafts):
        return None
    row = drafts[wanted - 1]
    if is_unreadable(row.after):
        return None
    sent = select(Change.id).where(
        Change.action == "broadcast", Change.subject == "change", Change.subject_id == row.id
    )
    return Draft(row.id or 0, row.after["text"], tuple(row.after["units"]), session.exec(sent).first() is not None)


def record_broadcast(session: Session, sent: Draft, heard: int, actor: Actor, now: datetime) -> None:
    """Write down that drafted words went out, and to how many chats."""
    write_line(session, "broadcast", "change", sent.id, actor, now, after={"chats": heard})


def _settled(session: Session, heard: Mapping[int, datetime]) -> tuple[OccurrenceFact, ...]:
    """What leaders `heard` of that has been reported in full by now, with when they did."""
    if not heard:
        return ()
    done = col(Occurrence.state).in_((State.DONE, State.ACCEPTED))
    facts = views.occurrences(session, views.among(heard), done)
    return tuple(replace(fact, leaders_heard_at=heard[fact.id]) for fact in facts)


def _is_newer(said: DifficultyFact | ReportFact | None, moment: datetime | None) -> bool:
    return said is not None and (moment is None or said.at > moment)


def _last(session: Session, action: str, before: datetime | None) -> dict[int, datetime]:
    """When something was last done about each Occurrence, of what was done before a moment."""
    query = select(Change.subject_id, Change.at).where(Change.subject == "occurrence", Change.action == action)
    done = session.exec(query.order_by(col(Change.id)))
    return {subject_id: moment for subject_id, moment in done if before is None or moment < before}


def _of_chat(session: Session, action: str, address_id: int) -> list[Change]:
    """What a chat did of this kind, oldest first."""
    query = select(Change).where(Change.action == action, Change.subject == "address", Change.subject_id == address_id)
    return list(session.exec(query.order_by(col(Change.id))))


# What did not get to a unit, and will not.
_NOT_THERE = frozenset({Reached.UNREACHABLE, Reached.NO_CHAT, Reached.SET_ASIDE})


@dataclass(frozen=True, slots=True)
class ToUrge:
    """What is owed, by what becomes of it when it is urged.

    `now` is told, by its unit; `before` was told today; of `unsure` that is not known; Nội vụ is shown its `own`.
    """

    now: Mapping[int, Sequence[OccurrenceFact]]
    before: Sequence[OccurrenceFact]
    unsure: Sequence[OccurrenceFact]
    own: Sequence[OccurrenceFact]


def to_urge(owed: Iterable[OccurrenceFact], told: Mapping[tuple[int, int], Reached], office: Iterable[int]) -> ToUrge:
    """Whom to urge of what is owed, given what was `told` today by (unit id, task id); `office` are Nội vụ's own units.

    Of no task is a unit urged twice a day, but what did not get through is sent once more.
    """
    own_units = frozenset(office)
    now: dict[int, list[OccurrenceFact]] = {}
    before: list[OccurrenceFact] = []
    unsure: list[OccurrenceFact] = []
    own: list[OccurrenceFact] = []
    for fact in owed:
        reached = told.get((fact.unit.id, fact.task.id))
        if fact.unit.id in own_units:
            own.append(fact)
        elif reached is None or reached in _NOT_THERE:
            now.setdefault(fact.unit.id, []).append(fact)
        elif reached is Reached.UNKNOWN:
            unsure.append(fact)
        else:
            before.append(fact)
    return ToUrge(now, before, unsure, own)


def record_urging(
    session: Session, facts: Iterable[OccurrenceFact], event: str | None, actor: Actor, now: datetime
) -> None:
    """Record that a unit is urged about each of these; `event` names the notice, None where no chat can hear it."""
    for fact in facts:
        write_line(session, "urge", "occurrence", fact.id, actor, now, after={"event": event})


def urged_since(session: Session, since: datetime) -> dict[tuple[int, int], Reached]:
    """The units that were urged by a notice since a moment, each with the task, and how far the last of these has come.

    By (unit id, task id).
    """
    rows = session.exec(
        select(Assignment.unit_id, Assignment.task_id, Change.after)
        .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
        .join(Change, col(Change.subject_id) == Occurrence.id)
        .where(Change.subject == "occurrence", Change.action == "urge", col(Change.at) >= since)
        .order_by(col(Change.id))
    )
    events = {(unit_id, task_id): after["event"] for unit_id, task_id, after in rows if after.get("event")}
    reached = delivered.of_urgings(session, set(events.values()))
    return {key: reached.get(event, Reached.WAITING) for key, event in events.items()}


def lost_chats(session: Session, unit_ids: Iterable[int]) -> dict[int, str]:
    """Why the chat of each of these units cannot be written to, where it has one and none that can."""
    wanted = set(unit_ids) - set(addressing.preferred_addresses(session, unit_ids))
    found: dict[int, str] = {}
    for unit, address in addressing.unreachable(session):
        if unit.id in wanted and address.role in addressing.REMINDED:
            found.setdefault(unit.id or 0, address.unreachable_reason or "")
    return found
