"""An office of 300 units in which nearly everything is late: hundreds of tasks of one unit, some of all units."""

from datetime import date, datetime, timedelta
from functools import cache

from sqlmodel import Session

from bot.service import Parts
from bot.talk import Incoming
from data import deadline, views
from data.agencies.registry import Registry, RegistryUnit
from data.facts import OccurrenceFact
from data.kinds import Role
from data.model import Address
from data.people import addressing, registering
from data.plans import importing
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.record import Actor
from data.talk import Speaker
from data.work import reporting
from scheduler import tick
from tests.building import CALENDAR, POLICY, ZONE

COMMUNES, TASKS = 298, 584
SWITCHED_ON = datetime(2023, 1, 11, 7, 30, tzinfo=ZONE)
LATE = datetime(2023, 3, 22, 8, 0, tzinfo=ZONE)
COMMUNE = tuple(f"X-{n:03}" for n in range(1, COMMUNES + 1))
OF_ALL = (("Tháng 02/2023", 4), ("Thường xuyên", 6), ("Quý II/2023", 3), ("", 2))
TITLE = "Rà soát, cập nhật và niêm yết công khai thủ tục hành chính thuộc thẩm quyền giải quyết của đơn vị, lần thứ"


@cache
def registry() -> Registry:
    """Two offices, the communes, which are a group, and the Committee."""
    offices = (RegistryUnit("NV", "Phòng Nội vụ", "phòng chuyên môn"), RegistryUnit("VP", "Văn phòng", "văn phòng"))
    communes = tuple(RegistryUnit(code, f"UBND xã Tân Lập Đông {code[2:]}", "xã") for code in COMMUNE)
    group = RegistryUnit("PX", "UBND các phường, xã", "nhóm", members=COMMUNE)
    return Registry((*offices, *communes, RegistryUnit("UBND-TP", "UBND thành phố", "UBND"), group))


def plans() -> tuple[PlanDraft, ...]:
    """One of 599 tasks, of one commune each or of VP, or of all communes, with 60 duties beside; and 30 small ones."""
    leads = [("VP",) if n % 5 == 0 else (COMMUNE[n % COMMUNES],) for n in range(TASKS)]
    tasks = [_task(str(n), "Tháng 01/2023", lead) for n, lead in enumerate(leads, start=1)]
    for words, count in OF_ALL:
        tasks += [_task(str(len(tasks) + n), words, COMMUNE) for n in range(1, count + 1)]
    duties = [_task(f"III.9.{n}", "Tháng 06/2023", COMMUNE, offered=True) for n in range(1, 61)]
    questions = tuple(DraftQuestion(str(n), "product.blank") for n in range(1, 81))
    small = (_plan(f"{n}/KH-UBND", (_task("1", "Tháng 01/2023", ("VP", "X-001")),)) for n in range(7, 37))
    return (_plan("06/KH-UBND", (*tasks, *duties), questions), *small)


def _plan(number: str, tasks: tuple[DraftTask, ...], questions: tuple[DraftQuestion, ...] = ()) -> PlanDraft:
    return PlanDraft(number, SWITCHED_ON.date(), "UBND thành phố", f"{TITLE} {number}", 2023, tasks, questions, "VP")


def _task(number: str, words: str, lead: tuple[str, ...], *, offered: bool = False) -> DraftTask:
    read = deadline.read(words, 2023, issued_on=SWITCHED_ON.date())
    support = () if offered or len(lead) > 1 else ("NV", "VP" if lead != ("VP",) else "X-001")
    said = ", ".join(lead)[:80]
    return DraftTask(number, None, f"{TITLE} {number}", "Báo cáo", said, "", read, lead, support, offered=offered)


def fill(parts: Parts) -> None:
    """The office two months after its plans were switched on: little reported, much asked, some chats lost."""
    with parts.store.transaction() as session:
        registering.save_registry(session, registry())
        for each in plans():
            importing.switch_on(session, importing.save(session, each, SWITCHED_ON, POLICY.zone), SWITCHED_ON)
        _join(session)
    tick.run(parts.store, SWITCHED_ON, POLICY, CALENDAR)
    with parts.store.transaction() as session:
        reported = [fact for number in ("587", "590") for fact in _owed(session, number)[:140]]
        for n, fact in enumerate(reported):
            reporting.confirm(session, fact.id, Actor(), LATE - timedelta(days=1), note=f"{n} tin, số {n}/BC-UBND")
    for n, code in enumerate(COMMUNE[:60]):
        for command in ("vuong 585 chưa bố trí được kinh phí", "gia han 586 30/04/2023 lý do chờ ý kiến cấp trên"):
            speaker = Speaker("local", code, f"user-{code}", "Nguyễn Văn A")
            parts.conversation.hear(Incoming(f"{code}-{command[:2]}-{n}", speaker, command), LATE)
    with parts.store.transaction() as session:
        for code in COMMUNE[-40:]:
            addressing.mark_unreachable(session, "local", code, "kicked", LATE)


def _owed(session: Session, number: str) -> list[OccurrenceFact]:
    facts = views.occurrences(session, views.is_open(), views.due_before(date(2024, 1, 1)))
    return [fact for fact in facts if fact.task.number == number]


def _join(session: Session) -> None:
    """A chat for each unit, named as it; Nội vụ's, a leader's, one of VP's head, and one that speaks for 4 communes."""
    units = {unit.code: unit.id or 0 for unit in registering.single_units(session)}
    seats = [("noi-vu", "NV", Role.COORDINATOR), ("lanh-dao", "UBND-TP", Role.LEADER), ("thu-truong", "VP", Role.HEAD)]
    seats += [(code, code, Role.OFFICER) for code in units if code != "UBND-TP"]
    seats += [("cum", code, Role.OFFICER) for code in COMMUNE[100:104]]
    for chat, code, role in seats:
        session.add(Address(bot="local", chat_id=chat, unit_id=units[code], role=role, joined_at=SWITCHED_ON))
        session.flush()
