"""Every question that a plan can raise is settled by what its list says to type: the plan of 2023 and those of others."""

import re
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.conversation import Conversation
from data.agencies.registry import Registry, format_registry, read_registry
from data.documents.formats import read_document
from data.kinds import Role
from data.people import chats, coordinating, registering
from data.plans import drafting, importing
from data.plans.drafting import proposal_of
from data.store import Store
from data.talk import Speaker
from data.views import questions
from tests.bot.dialogues import Play, holds
from tests.building import CALENDAR, COMPOSER, PLAN, POLICY, at, registry, run

TABLES = Path(__file__).parents[3] / "shared" / "samples" / "tables"
_LISTED = re.compile(r"^• Câu hỏi (?P<number>\d+) – .*\n  (?P<ways>.*)$", re.MULTILINE)
_LED_TO = re.compile(r"^(?:Đồng ý|Trả lời|Nếu đổi|Bỏ qua|Ghi từng việc|Trước hết xác định đơn vị chủ trì): ")
CHAT = "noi-vu"
ALIKE = 4


def office(store: Store, path: Path, units: Registry, now: datetime) -> Play:
    """An office that follows the plan of a file, with Nội vụ's chat."""
    plan = drafting.draft_of(read_document(path), units, CALENDAR, path=str(path), year=now.year)
    with store.transaction() as session:
        registering.save_registry(session, units)
        saved = importing.save(session, plan, now, POLICY.zone)
        importing.switch_on(session, saved, now)
        boss = coordinating.coordinating_office(session) or registering.single_units(session)[0]
        code = chats.new_code(session, boss, Role.COORDINATOR, now, timedelta(days=7))
        session.flush()
        chats.join(session, code, Speaker("local", CHAT, f"user-{CHAT}", "Nguyễn Văn A"), now)
    run(store, now)
    return Play(Conversation(store, COMPOSER), now)


def of_another_body(store: Store, folder: Path, name: str) -> Play:
    """The same with the registry that is proposed for the body."""
    path = next(TABLES.glob(f"{name}_*.tsv"))
    units = folder / "don-vi.tsv"
    units.write_text(format_registry(proposal_of(read_document(path), registry()).registry), encoding="utf-8")
    return office(store, path, read_registry(units), at("2025-06-02 07:30"))


def waiting(play: Play) -> dict[str, str]:
    """The code of each Question that waits, by its number; what several rows leave open alike is one."""
    with play.conversation.store.transaction() as session:
        return {str(asked.id): asked.code for asked in questions.open_questions(session, play.now.date())}


def listed(play: Play) -> dict[str, list[str]]:
    """What may be typed to each question, as the list says."""
    text, typed = "", "cau hoi"
    while typed:
        part = "\n".join(reply.text for reply in play.type(CHAT, typed).replies)
        text, typed = f"{text}\n{part}", part.partition("Xem tiếp: ")[2]
    return {
        found["number"]: [_LED_TO.sub("", way) for way in found["ways"].split(" · ")]
        for found in _LISTED.finditer(text)
    }


def _filled(play: Play, typed: str) -> list[str]:
    """The line with its gaps filled, as a person fills them: a day, a document, a product, one unit or another."""
    typed = typed.replace("…/…/", "30/6/").replace("công văn số …", "công văn số 15/UBND-VP")
    if typed.startswith("san pham") or "…" not in typed:
        return [typed.replace("…", "Báo cáo")]
    with play.conversation.store.transaction() as session:
        codes = [unit.code for unit in registering.load_registry(session).units if not unit.group]
    return [typed.replace("…", code) for code in reversed(codes)]


def _answer(play: Play, number: str, way: int) -> str:
    """Type what the list says now, and let the next tick come; gives what was typed."""
    typed = listed(play)[number][way]
    for line in _filled(play, typed):
        typed = line
        play.type(CHAT, typed)
        if typed.startswith("tra loi cau hoi"):
            play.type(CHAT, "dong y")
        if number not in waiting(play):
            break
    run(play.conversation.store, play.now)
    return typed


def left_by(play: Play, way: int) -> list[tuple[str, str, str]]:
    """The questions that stay though the way of this index was typed, each with its code and what was typed.

    Of many that are alike a few are enough.
    """
    left, alike = [], Counter[tuple[str, str]]()
    ways = listed(play)
    for number, code in waiting(play).items():
        kind = (code, re.sub(r"[\d.IVXA-D]+ .*", "", ways[number][way]))
        alike[kind] += 1
        if alike[kind] > ALIKE or code == "product.blank" or number not in waiting(play):
            continue
        # The answer to another question of the same task may have changed what to type.
        typed = _answer(play, number, way)
        if code.startswith("deadline.") and typed.startswith("don vi") and number in waiting(play):
            typed = _answer(play, number, way)
        left += [(number, code, typed)] if number in waiting(play) else []
    return left


@pytest.mark.parametrize("way", [0, -1], ids=["first", "last"])
def test_the_questions_of_the_plan(store: Store, way: int) -> None:
    play = office(store, PLAN, registry(), at("2023-01-11 07:30"))
    assert set(listed(play)) == set(waiting(play))
    assert left_by(play, way) == []


@pytest.mark.skipif(not TABLES.exists(), reason="the shared samples are not beside the project")
@pytest.mark.parametrize("way", [0, -1], ids=["first", "last"])
@pytest.mark.parametrize("name", ["DongNai", "DongThap", "NgheAn", "TPHCM", "TTg"])
def test_the_questions_of_other_bodies(store: Store, tmp_path: Path, name: str, way: int) -> None:
    play = of_another_body(store, tmp_path, name)
    assert set(listed(play)) == set(waiting(play))
    assert left_by(play, way) == []


UNKNOWN = """KẾ HOẠCH
Kiểm tra công vụ năm 2023

STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn
1\tKiểm tra\tBáo cáo\tSở Nội vụ\tSở Công Thương\t31/3/2023
2\tSơ kết\tBáo cáo\tPhòng Kinh tế\tSở Nội vụ\t30/6/2023
"""


def test_a_likely_unit_stands_first_with_its_button_and_the_line_that_names_it(store: Store, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(UNKNOWN, encoding="utf-8")
    play = office(store, tmp_path / "plan.txt", registry(), at("2023-01-11 07:30"))
    holds(
        play,
        """
noi-vu: cau hoi
CÂU HỎI VỀ KẾ HOẠCH
• Câu hỏi 1 – Việc 1: Đơn vị chủ trì “Sở Nội vụ” chưa có trong danh sách đơn vị, có thể là: Phòng Nội vụ.
  Trả lời: don vi 1 NV · Bỏ qua: bo qua cau hoi 1
• Câu hỏi 2 – Việc 1: Đơn vị phối hợp “Sở Công Thương” chưa có trong danh sách đơn vị. Đề nghị cho biết là đơn vị nào.
  Trả lời: phoi hop 1 … · Bỏ qua: bo qua cau hoi 2
• Câu hỏi 3 – Việc 2: Đơn vị phối hợp “Sở Nội vụ” chưa có trong danh sách đơn vị, có thể là: Phòng Nội vụ.
  Trả lời: phoi hop 2 NV · Bỏ qua: bo qua cau hoi 3
[Câu hỏi 1: là NV] [Bỏ qua câu 2] [Câu hỏi 3: là NV]
""",
    )
    for label in ("Câu hỏi 1: là NV", "Câu hỏi 3: là NV"):
        play.type(CHAT, "cau hoi")
        play.press(CHAT, label)
    assert list(waiting(play).values()) == ["agency.unknown"]


IN_THREE_ROWS = """KẾ HOẠCH
Kiểm tra công vụ năm 2023

STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn
1\tKiểm tra\tBáo cáo\tSở Nội vụ\t\t31/3/2023
2\tSơ kết\tBáo cáo\tPhòng Kinh tế, Sở Nội vụ\t\t30/6/2023
3\tTổng kết\tBáo cáo\tSở Nội vụ\t\t30/11/2023
"""


def test_one_unknown_of_several_rows_is_named_once_for_all(store: Store, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(IN_THREE_ROWS, encoding="utf-8")
    play = office(store, tmp_path / "plan.txt", registry(), at("2023-01-11 07:30"))
    holds(
        play,
        """
noi-vu: cau hoi
CÂU HỎI VỀ KẾ HOẠCH
• Câu hỏi 1 – Việc 1, 2, 3: Đơn vị chủ trì “Sở Nội vụ” chưa có trong danh sách đơn vị, có thể là: Phòng Nội vụ.
  Trả lời: tra loi cau hoi 1 NV · Bỏ qua: bo qua cau hoi 1
[Câu hỏi 1: là NV]
noi-vu: tra loi cau hoi 1 NV
Câu hỏi 1: Việc 1, 2, 3: Đơn vị chủ trì “Sở Nội vụ” chưa có trong danh sách đơn vị, có thể là: Phòng Nội vụ.
Trả lời: NV
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: 1
Đã xác định đơn vị thực hiện việc 1:
Chủ trì: Phòng Nội vụ
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 1 VHTT
---
Đã xác định đơn vị thực hiện việc 2:
Chủ trì: Phòng Nội vụ, Phòng Kinh tế
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 2 VHTT
---
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Nội vụ
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
""",
    )
    assert waiting(play) == {}


@pytest.mark.skipif(not TABLES.exists(), reason="the shared samples are not beside the project")
def test_products_are_named_one_by_one(store: Store, tmp_path: Path) -> None:
    play = of_another_body(store, tmp_path, "TPHCM")
    (number,) = (number for number, code in waiting(play).items() if code == "product.blank")
    assert listed(play)[number] == ["san pham IV.2 …", f"bo qua cau hoi {number}"]
    rows = ("IV.2", "V.2", "V.3", "VI.1", "VI.2", "VI.3", "VI.4")
    said = [play.type(CHAT, f"san pham {row} Báo cáo quý").replies[0].text for row in rows]
    assert said == [f"Đã ghi sản phẩm của việc {row}: Báo cáo quý." for row in rows]
    assert number not in waiting(play)
    assert play.type(CHAT, "san pham IV.2 Tờ trình").replies[0].text == "Đã ghi sản phẩm của việc IV.2: Tờ trình."
    path = next(TABLES.glob("TPHCM_*.tsv"))
    draft = drafting.draft_of(read_document(path), registry(), CALENDAR, path=str(path), year=play.now.year)
    with store.transaction() as session:
        again = importing.compare(session, draft)
    assert not {*rows} & {*again.created}
