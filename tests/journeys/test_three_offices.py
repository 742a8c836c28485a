"""A year of three offices: a city of 2023, a commune and a province of 2026; each speaks in its own name alone."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.conversation import Conversation
from bot.talk import Incoming
from data.agencies.models import model_for
from data.agencies.registry import Registry, RegistryUnit, format_registry, read_registry
from data.documents.document import Document, TitleBlock
from data.documents.formats import read_document
from data.kinds import Role
from data.people import coordinating, registering
from data.plans import drafting, importing
from data.store import Store
from data.talk import Outgoing, Speaker
from data.words import fold
from scheduler import rehearsal, tick
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome
from scheduler.delivery import deliver
from scheduler.slots import next_slot
from tests.building import CALENDAR, CHANNEL, COMPOSER, PLAN, POLICY, SWITCHED_ON, ZONE, at, join, registry, row
from tests.conftest import store_on
from tests.journeys.repeats import said_twice


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """What is said is the same on both engines."""
    yield from store_on("sqlite", request)


# How nobody in particular is called, in both languages.
NOBODYS = ("don vi dieu phoi", "coordinating office", "home affairs")


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its year, its committee, who coordinates and how others call it, who leads its rows."""

    year: int
    issuer: str
    boss: str
    name: str
    leads: str
    unit: str
    called: str
    typed: str

    @property
    def registry(self) -> Registry:
        """The registry under data/units of its time and kind, with whoever coordinates marked."""
        model = model_for(self.issuer, date(self.year, 1, 12), self.year) or registry()
        units = (replace(each, coordinates=each.code == self.boss) for each in model.units)
        return Registry(tuple(replace(each, members=members_of(each, model)) for each in units))


def members_of(group: RegistryUnit, units: Registry) -> tuple[str, ...]:
    """The codes of a group that a model names by their kinds."""
    kinds = {each.removeprefix("kind:") for each in group.members}
    return tuple(each.code for each in units.units if each.kind in kinds or each.code in kinds)


CITY = Office(
    2023,
    "UBND thành phố Hưng Yên",
    boss="NV",
    name="Phòng Nội vụ",
    leads="Phòng Tư pháp; UBND phường Lê Lợi",
    unit="P-LL",
    called="phòng nội vụ",
    typed="chuyen noi vu",
)
COMMUNE = Office(
    2026,
    "UBND xã Yên Mỹ",
    boss="VP",
    name="Văn phòng HĐND và UBND xã",
    leads="Phòng Kinh tế; Phòng Văn hóa - Xã hội",
    unit="KT",
    called="văn phòng",
    typed="chuyen van phong",
)
PROVINCE = Office(
    2026,
    "UBND tỉnh Hưng Yên",
    boss="SNV",
    name="Sở Nội vụ",
    leads="Sở Tài chính; Sở Tư pháp",
    unit="STC",
    called="sở nội vụ",
    typed="chuyen noi vu",
)
OFFICES = (CITY, COMMUNE, PROVINCE)


def strange(office: Office) -> list[str]:
    """The names of the other offices' bodies that are no part of the name of one of its own."""
    own = " | ".join(fold(name) for unit in office.registry.units for name in (unit.name, *unit.aliases))
    others = (unit for other in OFFICES if other is not office for unit in other.registry.units)
    names = {fold(unit.name) for unit in others if not unit.group and unit.name.startswith(BODIES)}
    return [*NOBODYS, *sorted(name for name in names if name not in own)]


# What bodies are called; a thôn, a school, an association goes by a name that may stand in any sentence.
BODIES = ("Phòng", "Sở", "Văn phòng", "UBND", "Trung tâm", "Ban", "Thanh tra", "Chi cục", "Công an")
EVERY = pytest.mark.parametrize("office", [CITY, COMMUNE, PROVINCE], ids=["city", "commune", "province"])

# What is typed through the year: the month and day, by whom, and what.
STORY = """
01-12 unit: tro giup
01-12 boss: tro giup
01-12 boss: tro giup bao viec
01-12 boss: tro giup theo doi
01-12 boss: tro giup don doc
01-12 boss: tro giup gia han
01-12 boss: tro giup thong bao
01-12 boss: tro giup tham gia
01-12 boss: tro giup ke hoach
01-12 boss: tro giup chung
01-12 leader: tro giup
01-12 leader: tro giup chuyen noi vu
01-12 unit: lien he
01-12 unit: doi can bo
01-12 unit: bao cao da gui
01-12 unit: xem minh chung
01-12 stranger: xin chào
01-12 stranger: dang ky ABCDEFGH
01-12 unit: moi P-LL
01-13 unit: chuyen noi vu đơn vị xin hướng dẫn thêm
01-13 unit: chuyển {called}: đơn vị xin gặp
01-13 unit: {called} ơi, việc 1 xong chưa
01-13 unit: {typed} em xin hỏi
01-13 unit: gặp {called}
01-13 leader: đề nghị {called} kiểm tra lại việc 1
01-13 leader: dong y
01-16 unit: gia han 1 15/02 lý do chờ ý kiến cấp trên
01-16 unit: vuong 1 chưa có kinh phí
01-17 boss: cho gia han 1 {unit} theo công văn số 15/UBND ngày 17/01/{year}
01-18 unit: nhan viec 1
01-18 unit: dang lam 1 đã có dự thảo
01-30 unit: xong 1 số 12/KH-TB
02-01 boss: tra lai 1 {unit} thiếu văn bản triển khai
02-02 unit: xong 1 số 13/KH-TB
02-03 boss: ghi nhan 1 {unit}
02-03 unit: bao nham 1
02-03 unit: sua 1 số 14/KH-TB
02-03 unit: bao cao da gui
02-06 boss: thong bao: mời họp
02-06 boss: dong y
03-08 unit: xong 2 3 tin 2 bài
03-09 boss: ghi thay {unit} 2 5 tin
03-20 boss: tinh hinh
03-20 leader: tinh hinh
03-20 boss: trinh lanh dao
03-20 boss: trinh lanh dao gui
04-03 unit: dat han 3 30/6
04-03 boss: dat han 3 30/06/{year}
04-03 boss: don vi 3 {boss}
04-03 boss: giao viec {unit} 28/04/{year} rà soát thủ tục hành chính
04-03 boss: dong y
04-03 boss: moi noi vu
05-04 unit: ngon ngu en
05-04 unit: help
05-04 unit: contact
05-04 unit: help reports
05-04 boss: ngon ngu en
05-04 boss: help urging
05-04 boss: help plan
05-04 boss: overview
05-04 boss: ngon ngu vi
05-04 boss: xuat bao cao
05-04 unit: extend 4 28/12 because of the budget
05-04 unit: my reports
05-05 unit: tell the office that we wait
05-05 unit: ngon ngu vi
06-01 boss: don doc qua han
07-03 boss: nhat ky
08-01 unit: quen toi
"""


class Year:
    """What the service says in an office through the year, and what was typed."""

    name = CHANNEL
    trouble = None
    has_buttons = True
    allowance = None

    def __init__(self, store: Store, folder: Path, start: datetime) -> None:
        self.store = store
        self.conversation = Conversation(store, COMPOSER, folder)
        self.now = start
        self.said: list[str] = []
        self.pushed: list[str] = []
        self._count = 0

    async def send(self, chat_id: str, outgoing: Outgoing, *, lane: Lane, patience: float) -> Outcome:
        """Hear what is pushed; what is answered was heard when it was asked."""
        assert patience > 0
        if lane is not Lane.ANSWER:
            self._hear(chat_id, outgoing)
            day = self.now.astimezone(ZONE)
            self.pushed.append(f"{day:%d/%m/%Y %H:%M} → {chat_id}\n{outgoing.title}\n{outgoing.text}")
        return Delivered((str(len(self.said)),))

    def types(self, moment: datetime, chat: str, line: str) -> None:
        """Go on to that moment through every slot between; somebody types, and hears the answer."""
        while (slot := next_slot(self.now, POLICY, CALENDAR)).opens_at <= moment:
            self.now = slot.opens_at
            self._ring()
        self.now = moment
        self._count += 1
        speaker = Speaker(CHANNEL, chat, f"người {chat}", "Nguyễn Văn An")
        for reply in self.conversation.hear(Incoming(str(self._count), speaker, line), moment).replies:
            self._hear(f"{chat} ({line})", reply)
        self._ring()

    def _ring(self) -> None:
        tick.run(self.store, self.now, POLICY, CALENDAR)
        while asyncio.run(deliver(self.store, [self], COMPOSER, self.now)):
            pass

    def _hear(self, whom: str, outgoing: Outgoing) -> None:
        choices = (choice.label for choice in outgoing.choices)
        menu = (" ".join(each) for each in outgoing.menu or ())
        self.said.append("\n".join([f"→ {whom}", outgoing.title, outgoing.text, *choices, *menu]))


def registry_of(office: Office, folder: Path) -> Registry:
    """The units of an office, written as `--propose-units` does and read back as `units import` does."""
    path = folder / "don-vi.tsv"
    path.write_text(format_registry(office.registry), encoding="utf-8")
    return read_registry(path)


def begin(office: Office, store: Store, folder: Path) -> datetime:
    """Import a plan of a few rows and switch it on; gives when."""
    start, units = at(f"{office.year}-01-12 07:00"), registry_of(office, folder)
    issued = TitleBlock(
        "06/KH-UBND", start.date(), office.issuer, "Kế hoạch", "Cải cách hành chính", office.year, start.date()
    )
    rows = (
        row("1", f"Tháng 01/{office.year}", lead=office.leads, coordinating=office.name),
        row("2", "Thường xuyên", lead=office.leads, title="Tuyên truyền trên hệ thống truyền thanh", product="Tin bài"),
        row("3", "", lead=office.name, title="Tổ chức hội nghị", product="Kế hoạch"),
        row("4", f"Quý III/{office.year}", lead=office.leads, title="Tổ chức cuộc thi", product="Báo cáo"),
    )
    draft = drafting.draft_of(Document(issued, rows, ()), units, CALENDAR, path="")
    with store.transaction() as session:
        registering.save_registry(session, units)
        importing.switch_on(session, importing.save(session, draft, start, POLICY.zone), start)
    return start


def play(office: Office, store: Store, folder: Path) -> list[str]:
    """The year of an office; gives what the service said."""
    year = Year(store, folder, begin(office, store, folder))
    for chat, code, role in (
        ("boss", office.boss, Role.COORDINATOR),
        ("unit", office.unit, Role.OFFICER),
        ("head", office.unit, Role.HEAD),
        ("leader", office.registry.units[0].code, Role.LEADER),
    ):
        join(store, code, chat, role=role, now=year.now)
    for line in STORY.strip().splitlines():
        day, chat, typed = line.split(" ", 2)
        moment = at(f"{office.year}-{day} 09:00") + timedelta(seconds=len(year.said))
        words = typed.format(
            called=office.called, typed=office.typed, unit=office.unit, boss=office.boss, year=office.year
        )
        year.types(moment, chat.rstrip(":"), words)
    year.types(at(f"{office.year}-12-29 09:00"), "boss", "tinh hinh")
    # Of the digests: what people pass on is said as often as they say it.
    assert said_twice(each for each in year.pushed if " 07:30 → " in each) == []
    return year.said


@EVERY
def test_no_other_offices_body_is_named_in_an_offices_year(store: Store, tmp_path: Path, office: Office) -> None:
    said = play(office, store, tmp_path)
    heard = [each.partition("\n")[2] for each in said]  # without what was typed
    foreign = {name: each for name in strange(office) for each in map(fold, heard) if name in each}
    assert foreign == {}
    city = {"P-LL", "X-TN", "VHTT"} - set(office.registry.by_code)  # as examples have them
    assert [each for each in heard for code in city if re.search(rf"\b{code}\b", each)] == []
    assert sum(office.name in each for each in heard) > len(STORY.splitlines()) // 2
    assert any(office.typed in each for each in heard)


@EVERY
def test_its_coordinator_is_told_something_by_its_own_name_too(store: Store, tmp_path: Path, office: Office) -> None:
    year = Year(store, tmp_path, begin(office, store, tmp_path))
    join(store, office.boss, "boss", role=Role.COORDINATOR, now=year.now)
    join(store, office.unit, "unit", now=year.now)
    for count, line in enumerate(
        (f"chuyển {office.called}: xin gặp", f"{office.typed} xin gặp", "chuyen noi vu xin gặp", "báo nội vụ xin gặp")
    ):
        year.types(year.now + timedelta(minutes=count), "unit", line)
        assert f"Đã chuyển {office.name}: xin gặp." in year.said[-1] or any(
            f"Đã chuyển {office.name}: xin gặp." in each for each in year.said[-3:]
        )


@EVERY
def test_a_rehearsal_addresses_the_coordinators_digest_to_it(store: Store, tmp_path: Path, office: Office) -> None:
    start = begin(office, store, tmp_path).date()
    heard = rehearsal.rehearse(store, COMPOSER, start, start + timedelta(days=30))
    assert {seat.unit.name for said in heard for seat in said.seats if seat.role is Role.COORDINATOR} == {office.name}
    rehearsed = fold(" | ".join(f"{said.outgoing.title} | {said.outgoing.text}" for said in heard))
    assert [name for name in strange(office) if name in rehearsed] == []


def test_the_plans_own_word_for_who_coordinates_can_be_put_right_in_chat(store: Store, tmp_path: Path) -> None:
    units = Registry(tuple(replace(each, coordinates=False) for each in registry().units))
    plan = drafting.draft_of(read_document(PLAN), units, CALENDAR, path=str(PLAN))
    with store.transaction() as session:
        registering.save_registry(session, units)
        importing.switch_on(session, importing.save(session, plan, SWITCHED_ON, POLICY.zone), SWITCHED_ON)
        assert coordinating.office_name(session) == "Phòng Nội vụ"
    join(store, "NV", "boss", role=Role.COORDINATOR)
    join(store, "KT", "unit")
    year = Year(store, tmp_path, SWITCHED_ON)
    for count, line in enumerate(("cau hoi", "tra loi cau hoi 1 VP", "1"), 1):
        year.types(SWITCHED_ON + timedelta(minutes=count), "boss", line)
    assert any("Đồng ý: dong y cau hoi 1 · Nếu đổi: tra loi cau hoi 1 …" in each for each in year.said)
    year.types(SWITCHED_ON + timedelta(minutes=9), "unit", "lien he")
    assert "Văn phòng HĐND-UBND thành phố theo dõi" in year.said[-1]


def test_after_a_merger_the_successor_speaks(store: Store, tmp_path: Path) -> None:
    year = Year(store, tmp_path, begin(COMMUNE, store, tmp_path))
    for code, chat, role in (("VP", "boss", Role.COORDINATOR), ("KT", "unit", Role.OFFICER)):
        join(store, code, chat, role=role, now=year.now)
    year.types(year.now + timedelta(hours=1), "boss", "ban giao VP VHXH dong y")
    with store.transaction() as session:
        assert coordinating.office_name(session) == "Phòng Văn hóa - Xã hội"
    year.types(year.now + timedelta(hours=2), "unit", "chuyển phòng văn hóa: xin gặp")
    assert any("Đã chuyển Phòng Văn hóa - Xã hội: xin gặp." in each for each in year.said)


def test_where_nobody_is_marked_a_neutral_word_stands_and_nobody_hears_for_it(store: Store, tmp_path: Path) -> None:
    with store.transaction() as session:
        registering.save_registry(session, Registry(tuple(registry_of(COMMUNE, tmp_path).units[2:3])))
        assert coordinating.coordinating_office(session) is None
    year = Year(store, tmp_path, at("2026-01-12 07:00"))
    join(store, "KT", "unit", now=year.now)
    year.types(year.now + timedelta(hours=2), "unit", "lien he")
    assert "Đơn vị điều phối theo dõi" in year.said[-1]
