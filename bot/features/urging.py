"""Đôn đốc: urging units, one message for each with all that it owes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.features import asked, lateness, standing
from bot.features.asked import About
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact
from data.kinds import Role, State
from data.model import Address
from data.notices import Urged
from data.office import announcing
from data.people import addressing
from data.refusals import NotLeading, NumberMissing
from data.talk import Outgoing
from data.views import assigned, running
from data.words import fold, fold_in_place
from locales import N_
from locales.say import urging as replies
from scheduler.slots import day_begins, may_push, next_slot

_AGREED = ("dong y", "agreed", "yes")
_ANYHOW = ("van gui", "van don doc", "van nhac", "anyhow")
_OVERDUE = re.compile(
    r"(?:(?:cac )?viec )?(?:(?:qua|tre|cham) han|overdue)(?![^\W_])"
    r"|(?:tat ca|toan bo)(?: cac)?(?: don vi)? (?:qua|tre|cham) han$"
)
# Whoever is urged owes it.
_OWING = re.compile(
    r"(?:(?:con )?chua|con thieu|con no) ?(?:(?:bao|nop|gui)(?: cao)?(?: bao cao)?)?(?![^\W_])|not reported(?![^\W_])"
)


@command(
    "don doc",
    english="urge",
    may=OFFICE,
    takes=Takes.ABOUT,
    sense=Sense.DECIDES,
    example="don doc 1 · don doc 1 P-LL · don doc phuong xa tru P-LL · don doc qua han",
    help=N_("send an urgent reminder to the units that have not reported"),
)
def urge(ask: Ask) -> Sequence[Outgoing]:
    """`don doc 10`, `don doc 1 P-LL X-TN`, `don doc phuong xa`, `don doc qua han quy 1`: urge those who owe it.

    Of units, a group or everybody it is all that is overdue or missed, of a period all that is owed of it. What is
    neither past nor nearly due is urged only where it is said so: `don doc 1 quy 2`, `don doc 9 van gui`.
    """
    wanted = _wanted(ask)
    about = wanted.about
    if wanted.overdue or not about.numbers:
        if not (wanted.overdue or about.names_whom or about.spoken):
            raise NumberMissing(command=ask.command)
        late, missed = lateness.overdue_facts(ask, about), lateness.missed_facts(ask, about)
        if not wanted.overdue:
            late, missed = _all_late(ask, about, late, missed), []
        is_named = wanted.overdue or (about.units and not about.loosely) or (about.spoken and not about.loosely)
        if late and ask.act is None and not (wanted.agreed or is_named):
            return (replies.ask_to_urge(ask.voice, _of_others(ask, late), about.typed_units, about.spoken.strip()),)
        return (_sent(ask, late, (), about, missed=missed),)
    if len(about.numbers) == 1 and (unbegun := _unbegun(ask, about)) is not None:
        return (unbegun,)
    owed = [fact for number in about.numbers for fact in _owed(ask, number, about)]
    now = [fact for fact in owed if wanted.anyhow or about.spoken or running.is_near(fact, ask.today, ask.workdays)]
    if owed and not now:
        return (replies.not_yet_due(ask.voice, owed, about.typed_units),)
    return (_sent(ask, now, about.numbers, about),)


def _all_late(
    ask: Ask, about: About, late: Sequence[OccurrenceFact], missed: Sequence[OccurrenceFact]
) -> list[OccurrenceFact]:
    """What is overdue or missed; or all that is owed of the period named."""
    period = about.period(ask.today.year)
    return lateness.asked_for(ask, about, period) if period else [*late, *missed]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Whom to urge about what: all that is `overdue`, and `anyhow` what is not due yet; all may be `agreed` to."""

    about: About
    overdue: bool
    anyhow: bool
    agreed: bool = False


def _wanted(ask: Ask) -> _Wanted:
    """What is typed: "quá hạn P-LL", "1 quý 2 P-LL, X-TN", "9 vẫn gửi"."""
    text = ask.argument.strip()
    folded = fold(text)
    overdue = match[0] if (match := _OVERDUE.match(folded)) else ""
    text = " ".join(text.split()[len(overdue.split()) :])
    anyhow, agreed = (next((words for words in ways if folded.endswith(words)), "") for ways in (_ANYHOW, _AGREED))
    text = " ".join(text.split()[: len(text.split()) - len((anyhow or agreed).split())])
    return _Wanted(asked.about(ask, _without(_OWING, text)), bool(overdue), bool(anyhow), bool(agreed))


def _without(words: re.Pattern[str], text: str) -> str:
    """A text without what some words say, with or without accents."""
    text = unicodedata.normalize("NFC", text)
    match = words.search(fold_in_place(text))
    return f"{text[: match.start()]} {text[match.end() :]}".strip() if match else text


def _unbegun(ask: Ask, about: About) -> Outgoing | None:
    """What is said where the one task named has nothing in the period named; else None."""
    task = targets.task_of(ask, about.numbers[0])
    period = about.period(task.plan.year)
    if period is None:
        return None
    found = standing.in_period(ask, task, about, period, asked.shares(ask, task.id, about))
    return standing.unless_begun(ask, task, about, period, found)


def _owed(ask: Ask, number: str, about: About) -> Sequence[OccurrenceFact]:
    """The first that each unit owes of a task, or of the period named; of the named units alone, if any.

    Raises:
        NotLeading: a unit that was named does not lead it.
    """
    task = targets.task_of(ask, number)
    facts = views.occurrences(ask.session, views.of_task(task.id))
    leading = {fact.unit.id for fact in facts}
    for unit in () if about.group else about.units:
        if unit.id not in leading:
            raise NotLeading(number=number, unit=unit.name)
    owed: Sequence[OccurrenceFact] = running.awaited(facts, ask.today)
    if (period := about.period(task.plan.year)) is not None:
        found = standing.in_period(ask, task, about, period, facts)
        owed = [fact for fact in found.begun if fact.state is State.OPEN]
    first: dict[int, OccurrenceFact] = {}
    for fact in sorted(owed, key=lambda fact: fact.starts_on):
        first.setdefault(fact.unit.id, fact)
    return [fact for fact in first.values() if about.is_about(fact.unit) and not about.leaves_out(task)]


def _sent(
    ask: Ask,
    owed: Sequence[OccurrenceFact],
    numbers: Sequence[str],
    about: About,
    *,
    missed: Sequence[OccurrenceFact] = (),
) -> Outgoing:
    """Urge the units of what they owe, but of no task twice a day; say who hears, who cannot, who has heard.

    Nội vụ is not urged by itself: it is shown its own work. `missed` is said where nothing else is there to urge.
    What did not get through today is sent once more, to a chat that can be reached by now.
    """
    office = {seat.unit.id for seat in ask.seats if seat.role is Role.COORDINATOR}
    told = announcing.urged_since(ask.session, day_begins(ask.today, ask.policy))
    to_urge = announcing.to_urge(owed, told, office)
    by_unit = to_urge.now
    if not owed:
        others = _of_others(ask, missed)
        names = [about.group.name] if about.group else [unit.name for unit in about.units]
        return replies.nobody_to_urge(ask.voice, numbers, names, others, about.typed_units)
    chats = addressing.preferred_addresses(ask.session, by_unit)
    stuck = {unit_id for unit_id, facts in by_unit.items() if not _tell(ask, chats.get(unit_id), facts)}
    lost = announcing.lost_chats(ask.session, by_unit)
    return replies.urged(
        ask.voice,
        replies.Urged(
            heard=[fact for unit_id, facts in by_unit.items() if unit_id not in stuck for fact in facts],
            before=to_urge.before,
            unsure=to_urge.unsure,
            silent=[fact for unit_id, facts in by_unit.items() if unit_id in stuck for fact in facts],
            lost={unit_id: lost.get(unit_id, "") for unit_id in stuck if unit_id in lost or unit_id in chats},
            own=to_urge.own,
            leads=assigned.leads_of(ask.session, {fact.task.id for fact in owed}),
        ),
        later=None if _may_push(ask) else next_slot(ask.now, ask.policy, ask.workdays).opens_at,
    )


def _of_others(ask: Ask, facts: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    """What is not Nội vụ's own: it does not urge itself."""
    office = {seat.unit.id for seat in ask.seats if seat.role is Role.COORDINATOR}
    return [fact for fact in facts if fact.unit.id not in office]


def _tell(ask: Ask, chat: Address | None, facts: Sequence[OccurrenceFact]) -> bool:
    """Put the notice to a unit, where it has a chat, and record that it is urged; say whether it will hear."""
    actor = targets.actor_of(ask, ask.seat)
    if chat is None:
        announcing.record_urging(ask.session, facts, None, actor, ask.now)
        return False
    notice = Urged(tuple(fact.id for fact in facts), ask.today)
    is_new = ask.tell([chat], notice)
    if is_new:
        announcing.record_urging(ask.session, facts, notice.key, actor, ask.now)
    return bool(is_new)


def _may_push(ask: Ask) -> bool:
    return may_push(ask.now, ask.policy, ask.workdays)
