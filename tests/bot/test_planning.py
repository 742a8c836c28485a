"""Nội vụ answers what the plan leaves open: its questions, days, units, duties outside the table, what was past due."""

from dataclasses import replace

import pytest
from sqlmodel import col, select

from bot.service import Parts
from bot.web import demo
from data.columns import known
from data.kinds import Closing, Part, State
from data.model import Change, Question, Task
from data.plans import importing
from data.views import assigned
from scheduler import tick
from tests.bot.dialogues import Play, holds
from tests.building import at, owed, shipped_draft


@pytest.fixture
def late(parts: Parts) -> Play:
    """The demo's office where the plan is switched on after task 10 fell due."""
    now = at("2023-02-06 07:30")
    demo.fill(parts, now)
    tick.run(parts.store, now, parts.policy, parts.workdays)
    return Play(parts.conversation, now)


def go_on(play: Play) -> None:
    """Let the next tick come."""
    composer = play.conversation.composer
    tick.run(play.conversation.store, play.now, composer.policy, composer.workdays)


def changes(play: Play, *actions: str) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    """The lines of the record about these actions, each by the coordinator: action, before and after."""
    with play.conversation.store.transaction() as session:
        rows = session.exec(select(Change).where(col(Change.action).in_(actions)).order_by(col(Change.id))).all()
        assert all(row.officer_id and row.address_id for row in rows)
        return [(row.action, row.before, row.after) for row in rows]


def answers(play: Play) -> list[tuple[str | None, str, str | None]]:
    """The Questions that have been answered: task, code, answer."""
    with play.conversation.store.transaction() as session:
        query = select(Question, Task).join(Task, isouter=True).where(col(Question.answered_at).is_not(None))
        rows = session.exec(query.order_by(col(Question.id))).all()
        return [(task.number if task else None, asked.code, asked.answer) for asked, task in rows]


def standing(play: Play, number: str) -> list[tuple[str, State, Closing | None, str, str]]:
    """What is owed of a task: unit, state, the plan's day and the one that holds."""
    with play.conversation.store.transaction() as session:
        return [
            (fact.unit.code, fact.state, fact.closing, str(fact.plan_due_on), str(fact.due_on))
            for fact in owed(session, number)
        ]


def seated(play: Play, number: str) -> dict[Part, list[str]]:
    with play.conversation.store.transaction() as session:
        task_id = session.exec(select(Task.id).where(Task.number == number)).one() or 0
        return {part: [unit.code for unit in assigned.units_in(session, task_id, part)] for part in known(Part)}


def test_the_questions_each_with_what_to_type(play: Play) -> None:
    holds(
        play,
        """
noi-vu: cau hoi
CÂU HỎI VỀ KẾ HOẠCH
• Câu hỏi 1 – Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là: 11/01/2023.
  Đồng ý: dong y cau hoi 1
• Câu hỏi 2 – Tên “Trung tâm Văn hóa và Truyền thông thành phố” (mục III.6) khác với tên của đơn vị đó ở các mục khác. Hệ thống đang hiểu là: Trung tâm Văn hóa và Truyền thanh.
  Đồng ý: dong y cau hoi 2
• Câu hỏi 3 – Việc 2: Kế hoạch chưa ghi thời hạn. Đề nghị cho biết ngày hoàn thành.
  Trả lời: dat han 2 …/…/2023 · Bỏ qua: bo qua cau hoi 3
• Câu hỏi 4 – Việc 3: Đơn vị phối hợp ghi “Các phòng, ban, đơn vị có liên quan”, chưa nêu tên. Đề nghị cho biết gồm những đơn vị nào.
  Trả lời: phoi hop 3 … · Bỏ qua: bo qua cau hoi 4
• Câu hỏi 5 – Việc 6: Hạn là Chủ nhật, 31/12/2023 (ngày nghỉ); hiện giữ nguyên.
  Đồng ý: dong y cau hoi 5 · Nếu đổi: dat han 6 29/12/2023
• Câu hỏi 6 – Việc 9: Thời hạn “Quý III/2023” kết thúc trước Ngày Pháp luật Việt Nam (09/11/2023, theo Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012). Đề nghị cho biết thời hạn đúng. Đề xuất: 31/12/2023.
  Trả lời: dat han 9 29/12/2023 theo công văn số … · Bỏ qua: bo qua cau hoi 6
• Câu hỏi 9 – Việc 11: Nhiệm vụ được hiểu là thực hiện sau khi có kết quả của việc 10 (Kế hoạch truyền thông về hoạt động kiểm soát TTHC). Đề nghị cho biết thời hạn khi văn bản được ban hành.
  Đồng ý: dong y cau hoi 9 · Nếu đổi: dat han 11 …/…/2023
• Câu hỏi 10 – Việc 12: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì.
  Đồng ý: dong y cau hoi 10
• Câu hỏi 11 – Việc 13: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì.
  Đồng ý: dong y cau hoi 11
• Câu hỏi 12 – Nhiệm vụ III.1.1: Nội dung “Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022” ghi năm 2022, trong khi Kế hoạch là của năm 2023. Hệ thống đang hiểu là: 2023.
  Đồng ý: dong y cau hoi 12
Có 6 nhiệm vụ ngoài bảng chờ ý kiến; để xem, gõ: viec ngoai bang
[Đồng ý câu 1] [Đồng ý câu 2] [Bỏ qua câu 3] [Bỏ qua câu 4] [Đồng ý câu 5] [Bỏ qua câu 6] [Đồng ý câu 9] [Đồng ý câu 10]
""",
    )


def test_a_point_is_left_as_the_plan_has_it(play: Play) -> None:
    holds(
        play,
        """
noi-vu: bo qua cau hoi 4
Đã ghi nhận giữ nguyên theo Kế hoạch đối với câu hỏi: Việc 3: Đơn vị phối hợp ghi “Các phòng, ban, đơn vị có liên quan”, chưa nêu tên. Đề nghị cho biết gồm những đơn vị nào.
Còn 9 câu hỏi, gõ: cau hoi
noi-vu: bo qua cau hoi 4
Không có câu hỏi 4 đang chờ trả lời. Để xem các câu hỏi, gõ: cau hoi
noi-vu: giữ nguyên câu hỏi 9, 11
Đã ghi nhận giữ nguyên theo Kế hoạch đối với câu hỏi: Việc 11: Nhiệm vụ được hiểu là thực hiện sau khi có kết quả của việc 10 (Kế hoạch truyền thông về hoạt động kiểm soát TTHC). Đề nghị cho biết thời hạn khi văn bản được ban hành.
Còn 8 câu hỏi, gõ: cau hoi

Đã ghi nhận giữ nguyên theo Kế hoạch đối với câu hỏi: Việc 13: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì.
Còn 8 câu hỏi, gõ: cau hoi
noi-vu: bo qua cau hoi 99999
Không có câu hỏi 99999 đang chờ trả lời. Để xem các câu hỏi, gõ: cau hoi
""",
    )
    assert answers(play) == [
        ("3", "agency.open", "kept"),
        ("11", "depends-on", "kept"),
        ("13", "agency.both-sides", "kept"),
    ]
    assert changes(play, "answer") == [("answer", {}, {"answer": "kept"})] * 3


def test_the_likely_answer_is_agreed_to(play: Play) -> None:
    holds(
        play,
        """
noi-vu: dong y cau hoi 1, 5
Đã ghi nhận đồng chí đồng ý: Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là: 11/01/2023.
Còn 9 câu hỏi, gõ: cau hoi

Đã ghi nhận đồng chí đồng ý: Việc 6: Hạn là Chủ nhật, 31/12/2023 (ngày nghỉ); hiện giữ nguyên.
Còn 8 câu hỏi, gõ: cau hoi
noi-vu: đồng ý câu hỏi 6
Câu 6 chưa có phương án để đồng ý.
• Câu hỏi 6 – Việc 9: Thời hạn “Quý III/2023” kết thúc trước Ngày Pháp luật Việt Nam (09/11/2023, theo Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012). Đề nghị cho biết thời hạn đúng. Đề xuất: 31/12/2023.
  Trả lời: dat han 9 29/12/2023 theo công văn số … · Bỏ qua: bo qua cau hoi 6
TUPHAP hears
(nothing)
noi-vu: dong y cau hoi 4
Câu 4 chưa có phương án để đồng ý.
• Câu hỏi 4 – Việc 3: Đơn vị phối hợp ghi “Các phòng, ban, đơn vị có liên quan”, chưa nêu tên. Đề nghị cho biết gồm những đơn vị nào.
  Trả lời: phoi hop 3 … · Bỏ qua: bo qua cau hoi 4
noi-vu: dat han 6 29/12/2023
Kế hoạch đã ghi thời hạn việc 6 là 31/12/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 6 29/12/2023 theo công văn số …
""",
    )
    assert answers(play) == [(None, "annex.date", "2023-01-11"), ("6", "deadline.day-off", "kept")]
    assert standing(play, "9") == [("TUPHAP", State.OPEN, None, "2023-09-30", "2023-09-30")]


def test_days_are_set_where_the_plan_gives_none(play: Play) -> None:
    holds(
        play,
        """
noi-vu: dat han 11 30/06/2023
Đã đặt thời hạn việc 11: thứ Sáu, 30/06/2023.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
noi-vu: ĐẶT HẠN việc 2: tháng 6
Đã đặt thời hạn việc 2: thứ Sáu, 30/06/2023.
Áp dụng đối với: Phòng Nội vụ.
Đã gửi thông báo đến đơn vị.
noi-vu: dat han 11 quý III
Đã đặt thời hạn việc 11: thứ Bảy, 30/09/2023.
Ngày này là ngày nghỉ.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
""",
    )
    assert standing(play, "11") == [("VP", State.OPEN, None, "None", "2023-09-30")]
    assert standing(play, "2") == [("NV", State.OPEN, None, "None", "2023-06-30")]
    assert answers(play) == [
        ("2", "deadline.unspecified", "2023-06-30"),
        ("11", "deadline.conditional", "2023-06-30"),
        ("11", "depends-on", "2023-06-30"),
    ]
    assert changes(play, "set_day") == [
        ("set_day", {"due_on": None, "state": "open"}, {"due_on": "2023-06-30", "state": "open"}),
        ("set_day", {"due_on": None, "state": "open"}, {"due_on": "2023-06-30", "state": "open"}),
        ("set_day", {"due_on": "2023-06-30", "state": "open"}, {"due_on": "2023-09-30", "state": "open"}),
    ]


def test_a_day_that_the_plan_sets_is_moved_by_a_ground_alone(play: Play) -> None:
    holds(
        play,
        """
noi-vu: dat han 10 quý II
Kế hoạch đã ghi thời hạn việc 10 là 31/01/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 10 30/06/2023 theo công văn số …
noi-vu: dat han 9 31/12/2023
Kế hoạch đã ghi thời hạn việc 9 là 30/09/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 9 31/12/2023 theo công văn số …
noi-vu: dat han 9 30/11/2023 theo ý kiến chung
Kế hoạch đã ghi thời hạn việc 9 là 30/09/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 9 30/11/2023 theo công văn số …
noi-vu: dat han 9 31/12/2023 theo công văn số 15/UBND-VP ngày 10/01/2023
Đã đặt thời hạn việc 9: Chủ nhật, 31/12/2023.
Ngày này là ngày nghỉ.
Thời hạn theo Kế hoạch: thứ Bảy, 30/09/2023
Căn cứ: công văn số 15/UBND-VP ngày 10/01/2023.
Áp dụng đối với: Phòng Tư pháp.
Đã gửi thông báo đến đơn vị.
TUPHAP hears
THÔNG BÁO THỜI HẠN: việc 9, hạn 31/12/2023
Kính gửi: Phòng Tư pháp
Phòng Nội vụ thông báo thời hạn việc 9 (Triển khai thực hiện Ngày Pháp luật năm 2023): hết Chủ nhật, 31/12/2023.
Thời hạn theo Kế hoạch: thứ Bảy, 30/09/2023.
Căn cứ: công văn số 15/UBND-VP ngày 10/01/2023.
Khi hoàn thành, gõ: xong 9 số …/KH-TP
Trân trọng.
[✅ Xong việc 9]
noi-vu: han 9
VIỆC 9 – Kế hoạch số 06/KH-UBND
Triển khai thực hiện Ngày Pháp luật năm 2023.
Thời hạn theo Kế hoạch: Quý III/2023 (hết ngày 30/09/2023)
Phòng Tư pháp: chưa báo (hạn theo Kế hoạch: 30/09/2023; hạn điều chỉnh: Chủ nhật, 31/12/2023)
Căn cứ: công văn số 15/UBND-VP ngày 10/01/2023.
TUPHAP: han 9
VIỆC 9 – Kế hoạch số 06/KH-UBND
Triển khai thực hiện Ngày Pháp luật năm 2023.
Thời hạn theo Kế hoạch: Quý III/2023 (hết ngày 30/09/2023)
Phòng Tư pháp: chưa báo (hạn theo Kế hoạch: 30/09/2023; hạn điều chỉnh: Chủ nhật, 31/12/2023)
Căn cứ: công văn số 15/UBND-VP ngày 10/01/2023.
noi-vu: nhat ky 9
NHẬT KÝ – VIỆC 9
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Quý III/2023”)
• 07:30 ngày 11/01/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): xác định thời hạn – Phòng Tư pháp (30/09/2023 → 31/12/2023; “công văn số 15/UBND-VP ngày 10/01/2023”)
noi-vu: tinh hinh
TÌNH HÌNH THỰC HIỆN – Thứ Tư, 11/01/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Tổng số: đã báo 0/118 báo cáo, trong hạn 115, chưa có thời hạn 2, chưa đến kỳ 1; được gia hạn 1.
• Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà… – đã báo 0/34, trong hạn 34
• Việc 2: Tổ chức tập huấn, nâng cao nghiệp vụ CCHC… – đã báo 0/1, chưa có thời hạn 1
• Việc 3: Phát triển các hình thức tuyên truyền CCHC – đã báo 0/2, trong hạn 2
• Việc 4: Xây dựng, duy trì chuyên trang thông tin… – đã báo 0/3, trong hạn 3
• Việc 5: Tuyên truyền công tác cải cách tổ chức bộ… – đã báo 0/2, trong hạn 2
• Việc 6: Tuyên truyền, phổ biến thực hiện các Quyết… – đã báo 0/1, trong hạn 1
• Việc 7: Tuyên truyền cải cách thể chế lồng ghép… – đã báo 0/1, trong hạn 1
• Việc 8: Tuyên truyền, phổ biến các văn bản pháp luật… – đã báo 0/1, trong hạn 1
• Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 – đã báo 0/1, chưa đến kỳ 1; được gia hạn 1
• Việc 10: Ban hành Kế hoạch truyền thông… – đã báo 0/1, trong hạn 1
• Việc 11: Tổ chức triển khai Kế hoạch truyền thông… – đã báo 0/1, chưa có thời hạn 1
• Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT… – đã báo 0/34, trong hạn 34
• Việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh… – đã báo 0/34, trong hạn 34
• Việc 14: Tuyên truyền cải thiện môi trường đầu tư kinh… – đã báo 0/1, trong hạn 1
• Việc 15: Tuyên truyền, phổ biến các luật mới… – đã báo 0/1, trong hạn 1
Xem thêm: qua han · tinh hinh 1
noi-vu: dat han 1 30/06/2023
Kế hoạch đã ghi thời hạn việc 1 là 14/03/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 1 30/06/2023 theo công văn số …
""",
    )
    assert standing(play, "10") == [("VP", State.OPEN, None, "2023-01-31", "2023-01-31")]
    assert standing(play, "9") == [("TUPHAP", State.OPEN, None, "2023-09-30", "2023-12-31")]
    ground = "công văn số 15/UBND-VP ngày 10/01/2023"
    assert changes(play, "set_day") == [
        (
            "set_day",
            {"due_on": "2023-09-30", "state": "open"},
            {"due_on": "2023-12-31", "state": "open", "ground": ground},
        )
    ]
    assert answers(play) == [
        ("9", "event.after-due", "2023-12-31"),
        ("9", "deadline.day-off", "2023-12-31"),
    ]


def test_a_day_off_gives_way_to_the_working_days_beside_it_and_to_no_other(play: Play) -> None:
    holds(
        play,
        """
noi-vu: dat han 6 30/06/2023
Kế hoạch đã ghi thời hạn việc 6 là 31/12/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 6 30/06/2023 theo công văn số …
noi-vu: dat han 6 28/12/2023
Kế hoạch đã ghi thời hạn việc 6 là 31/12/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 6 28/12/2023 theo công văn số …
noi-vu: dat han 6 29/12/2023
Đã đặt thời hạn việc 6: thứ Sáu, 29/12/2023.
Thời hạn theo Kế hoạch: Chủ nhật, 31/12/2023
Áp dụng đối với: Phòng Tư pháp.
Đã gửi thông báo đến đơn vị.
TUPHAP hears
THÔNG BÁO THỜI HẠN: việc 6, hạn 29/12/2023
Kính gửi: Phòng Tư pháp
Phòng Nội vụ thông báo thời hạn việc 6 (Tuyên truyền, phổ biến thực hiện các Quyết định của Thủ tướng chính phủ…): hết thứ Sáu, 29/12/2023.
Thời hạn theo Kế hoạch: Chủ nhật, 31/12/2023.
Khi hoàn thành, gõ: xong 6 số …/KH-TP
Trân trọng.
[✅ Xong việc 6]
noi-vu: dat han 6 02/01/2024
Đã đặt thời hạn việc 6: thứ Ba, 02/01/2024.
Thời hạn theo Kế hoạch: Chủ nhật, 31/12/2023
Áp dụng đối với: Phòng Tư pháp.
Đã gửi thông báo đến đơn vị.
noi-vu: dat han 6 30/06/2023 chủ tịch UBND thành phố
Đã đặt thời hạn việc 6: thứ Sáu, 30/06/2023.
Thời hạn theo Kế hoạch: Chủ nhật, 31/12/2023
Căn cứ: chủ tịch UBND thành phố.
Áp dụng đối với: Phòng Tư pháp.
Đã gửi thông báo đến đơn vị.
noi-vu: dat han 6 29/12/2023
Kế hoạch đã ghi thời hạn việc 6 là 31/12/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ: dat han 6 29/12/2023 theo công văn số …
""",
    )
    assert standing(play, "6") == [("TUPHAP", State.OPEN, None, "2023-12-31", "2023-06-30")]


def test_the_ground_of_a_day_that_the_plan_leaves_open_is_kept(play: Play) -> None:
    holds(
        play,
        """
noi-vu: dat han 11 30/06/2023 theo Kế hoạch số 12/KH-VP ngày 14/02/2023
Đã đặt thời hạn việc 11: thứ Sáu, 30/06/2023.
Căn cứ: Kế hoạch số 12/KH-VP ngày 14/02/2023.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
VP hears
THÔNG BÁO THỜI HẠN: việc 11, hạn 30/06/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ thông báo thời hạn việc 11 (Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…): hết thứ Sáu, 30/06/2023.
Căn cứ: Kế hoạch số 12/KH-VP ngày 14/02/2023.
Khi hoàn thành, gõ: xong 11 số …/BC-VP
Trân trọng.
[✅ Xong việc 11]
VP: han 11
VIỆC 11 – Kế hoạch số 06/KH-UBND
Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Theo thời hạn tại Kế hoạch của UBND TP (chưa có ngày cụ thể)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Sáu, 30/06/2023)
Căn cứ: Kế hoạch số 12/KH-VP ngày 14/02/2023.
noi-vu: nhat ky 11
NHẬT KÝ – VIỆC 11
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
• 07:30 ngày 11/01/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): xác định thời hạn – Văn phòng HĐND-UBND thành phố (30/06/2023; “Kế hoạch số 12/KH-VP ngày 14/02/2023”)
noi-vu: dat han 11 31/07/2023 theo Kế hoạch truyền thông (việc 10)
Đã đặt thời hạn việc 11: thứ Hai, 31/07/2023.
Căn cứ: Kế hoạch truyền thông (việc 10).
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
noi-vu: han 11
VIỆC 11 – Kế hoạch số 06/KH-UBND
Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Theo thời hạn tại Kế hoạch của UBND TP (chưa có ngày cụ thể)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Hai, 31/07/2023)
Căn cứ: Kế hoạch truyền thông (việc 10).
noi-vu: dat han 11 15/08/2023
Đã đặt thời hạn việc 11: thứ Ba, 15/08/2023.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
noi-vu: han 11
VIỆC 11 – Kế hoạch số 06/KH-UBND
Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Theo thời hạn tại Kế hoạch của UBND TP (chưa có ngày cụ thể)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 15/08/2023)
noi-vu: set deadline 11 31 August 2023 on the basis of letter no. 15/UBND-VP
Đã đặt thời hạn việc 11: thứ Năm, 31/08/2023.
Căn cứ: letter no. 15/UBND-VP.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
""",
    )


def test_what_is_no_day_changes_nothing(play: Play) -> None:
    holds(
        play,
        """
noi-vu: dat han 2 sớm
Chưa xác định được ngày trong “sớm”. Đề nghị gõ, ví dụ: dat han 2 …/…/… · dat han 2 quy …
noi-vu: dat han 2
Đề nghị đồng chí ghi thêm ngày, ví dụ: dat han 2 …/…/… · dat han 2 quy …
noi-vu: dat han
Việc nào? Đề nghị đồng chí ghi số của việc.
noi-vu: dat han 99 30/06/2023
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
noi-vu: dat han 2 tháng 6, 12
Chưa xác định được ngày trong “tháng 6, 12”. Đề nghị gõ, ví dụ: dat han 2 …/…/… · dat han 2 quy …
VP: dat han 11 30/06/2023
“dat han” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
    assert (answers(play), changes(play, "set_day")) == ([], [])


def test_units_are_named_where_the_plan_names_none(play: Play) -> None:
    holds(
        play,
        """
noi-vu: phoi hop 3 Phòng Kinh tế, p-ll
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: Phòng Kinh tế, UBND phường Lê Lợi
noi-vu: phoi hop 3 VP
Việc 3 hiện do Phòng Kinh tế, UBND phường Lê Lợi phối hợp.
1. Thay bằng VP
2. Thêm VP
Đề nghị trả lời bằng số thứ tự.
[1. Thay bằng VP] [2. Thêm VP]
noi-vu [2. Thêm VP]
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: Văn phòng HĐND-UBND thành phố, Phòng Kinh tế, UBND phường Lê Lợi
noi-vu: don vi 2 VHTT
Việc 2 hiện do Phòng Nội vụ chủ trì.
1. Thay bằng VHTT
2. Thêm VHTT
Đề nghị trả lời bằng số thứ tự.
[1. Thay bằng VHTT] [2. Thêm VHTT]
noi-vu [1. Thay bằng VHTT]
Đã xác định đơn vị thực hiện việc 2:
Chủ trì: Phòng Văn hóa và Thông tin
Phối hợp: Văn phòng HĐND-UBND thành phố, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội, Phòng Giáo dục và Đào tạo và 24 đơn vị khác
Thôi tham gia: Phòng Nội vụ.
Đã đóng 1 lượt báo đang mở.
Đã gửi thông báo đến 2 đơn vị.
""",
    )
    go_on(play)
    assert seated(play, "3") == {
        Part.LEAD: ["VHTT", "TTVHTT"],
        Part.COORDINATING: ["VP", "KT", "P-LL"],
        Part.MONITORING: [],
        Part.FORMER: [],
    }
    assert standing(play, "2") == [
        ("NV", State.CLOSED, Closing.WITHDRAWN, "None", "None"),
        ("VHTT", State.OPEN, None, "None", "None"),
    ]
    assert answers(play) == [("3", "agency.open", "KT, P-LL")]
    leads = ["VHTT", "TTVHTT"]
    assert changes(play, "settle_units")[:2] == [
        ("settle_units", {"lead": leads, "coordinating": []}, {"lead": leads, "coordinating": ["KT", "P-LL"]}),
        (
            "settle_units",
            {"lead": leads, "coordinating": ["KT", "P-LL"]},
            {"lead": leads, "coordinating": ["VP", "KT", "P-LL"]},
        ),
    ]


def test_a_name_that_is_no_unit_for_certain_changes_nothing(play: Play) -> None:
    holds(
        play,
        """
noi-vu: don vi 2 Phòng Văn hóa và Thể thao
Không có đơn vị Phòng Văn hóa và Thể thao, có thể là: VHTT (Phòng Văn hóa và Thông tin), YT (Phòng Y tế), TU (Thành ủy Hưng Yên).
noi-vu: don vi 2
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: don vi 3 VHTT, TTVHTT
noi-vu: don vi VHTT
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Xác định đơn vị chủ trì một việc, thêm hoặc bỏ từng đơn vị: don vi 2 VHTT
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: phoi hop 3 VHTT
Phòng Văn hóa và Thông tin đang chủ trì việc 3 nên không ghi thêm vai trò khác trong việc này.
""",
    )
    assert (answers(play), changes(play, "settle_units")) == ([], [])


def test_units_that_were_named_outlast_the_same_plan_and_not_a_new_wording(play: Play) -> None:
    play.type("noi-vu", "phoi hop 3 VP")
    store = play.conversation.store
    with store.transaction() as session:
        assert importing.compare(session, shipped_draft()).changed == ()
        importing.save(session, shipped_draft(), play.now, "Asia/Ho_Chi_Minh")
    assert seated(play, "3")[Part.COORDINATING] == ["VP"]
    amended = [
        replace(task, coordinating_text="Phòng Kinh tế", coordinating=("KT",)) if task.number == "3" else task
        for task in shipped_draft().tasks
    ]
    with store.transaction() as session:
        importing.save(session, replace(shipped_draft(), tasks=tuple(amended)), play.now, "Asia/Ho_Chi_Minh")
    assert seated(play, "3") == {
        Part.LEAD: ["VHTT", "TTVHTT"],
        Part.COORDINATING: ["KT"],
        Part.MONITORING: [],
        Part.FORMER: ["VP"],
    }


def test_without_a_number_the_questions_are_shown_again(play: Play) -> None:
    assert play.type("noi-vu", "bo qua cau hoi").replies == play.type("noi-vu", "cau hoi").replies


def test_duties_outside_the_table_are_followed_up_when_accepted(play: Play) -> None:
    holds(
        play,
        """
noi-vu: viec ngoai bang
NHIỆM VỤ NGOÀI BẢNG
• III.1.1: Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022 (chủ trì: Phòng Văn hóa và Thông tin; thời hạn: chưa có ngày cụ thể)
• III.1.4: Định kỳ 6 tháng, 1 năm báo cáo tình hình, kết quả thực hiện công tác thông tin… (chủ trì: Phòng Văn hóa và Thông tin; thời hạn: Định kỳ 6 tháng, 1 năm (hết ngày 30/06/2023, 31/12/2023))
• III.2.1: Theo dõi, hướng dẫn, đôn đốc, kiểm tra các phòng, đơn vị; UBND các phường… (chủ trì: Phòng Nội vụ; thời hạn: định kỳ, chưa rõ kỳ)
• III.3.3: Chủ trì, phối hợp với các phòng, ban có liên quan đưa thông tin tuyên truyền đầy đủ… (chủ trì: Văn phòng HĐND-UBND thành phố; thời hạn: chưa có ngày cụ thể)
• III.6.1: Phối hợp với các phòng có liên quan đẩy mạnh công tác tuyên truyền CCHC… (chủ trì: Trung tâm Văn hóa và Truyền thanh; thời hạn: định kỳ hàng tháng)
• III.9.1: Xây dựng Kế hoạch tuyên truyền Cải cách hành chính năm 2023 của đơn vị (chủ trì: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa và 9 đơn vị khác; thời hạn: chưa có ngày cụ thể)
Trả lời: nhan viec III.1.1 · khong nhan viec III.1.1
[Nhận việc III.1.1] [Nhận việc III.1.4] [Nhận việc III.2.1] [Nhận việc III.3.3] [Nhận việc III.6.1] [Nhận việc III.9.1]
noi-vu: nhan viec III.1.4
Đã nhận theo dõi nhiệm vụ III.1.4: Định kỳ 6 tháng, 1 năm báo cáo tình hình, kết quả thực hiện công tác thông tin…
Chủ trì: Phòng Văn hóa và Thông tin
Thời hạn theo Kế hoạch: Định kỳ 6 tháng, 1 năm (hết ngày 30/06/2023, 31/12/2023)
noi-vu: khong nhan viec III.1.1
Không theo dõi nhiệm vụ III.1.1.
Nếu cần theo dõi lại, gõ: nhan viec III.1.1 dong y
noi-vu: nhan viec III.1.4
Nhiệm vụ III.1.4 đã được nhận theo dõi. Để xem, gõ: viec III.1.4
noi-vu: nhan viec III.1.1
Nhiệm vụ III.1.1 đã được để lại, không theo dõi. Nếu cần theo dõi lại, gõ: nhan viec III.1.1 dong y
noi-vu: khong nhan viec III.1.1
Không theo dõi nhiệm vụ III.1.1.
Nếu cần theo dõi lại, gõ: nhan viec III.1.1 dong y
noi-vu: nhan viec iii.1.1, III.6.1 đồng ý
Đã nhận theo dõi nhiệm vụ III.1.1: Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022.
Chủ trì: Phòng Văn hóa và Thông tin
Thời hạn theo Kế hoạch: chưa có ngày cụ thể

Đã nhận theo dõi nhiệm vụ III.6.1: Phối hợp với các phòng có liên quan đẩy mạnh công tác tuyên truyền CCHC…
Chủ trì: Trung tâm Văn hóa và Truyền thanh
Thời hạn theo Kế hoạch: định kỳ hàng tháng
noi-vu: khong nhan viec 10
Không có nhiệm vụ ngoài bảng số 10 đang chờ nhận. Để xem danh sách, gõ: viec ngoai bang
VP: nhan viec 10
Đã ghi nhận đồng chí nhận được tin nhắc việc 10.
""",
    )
    assert standing(play, "III.1.4") == [("VHTT", State.OPEN, None, "2023-06-30", "2023-06-30")]
    go_on(play)
    assert standing(play, "III.1.4") == [("VHTT", State.OPEN, None, "2023-06-30", "2023-06-30")]
    assert answers(play) == [("III.1.1", "year.mismatch", "refused"), ("III.1.1", "duty.offered", "refused")]
    assert changes(play, "accept_duty") == [("accept_duty", {"offered": True}, {"offered": False})] * 3


def test_what_was_past_due_at_the_start_is_owed_when_it_counts(late: Play) -> None:
    holds(
        late,
        """
noi-vu: tinh viec 10
Việc 10 đã đến hạn trước khi bắt đầu theo dõi, vẫn tiếp tục theo dõi đối với: Văn phòng HĐND-UBND thành phố.
Để đặt thời hạn mới, gõ: dat han 10 …/…/2023 theo công văn số …
noi-vu: tinh viec 10
Không có câu hỏi về việc 10 đến hạn trước khi bắt đầu theo dõi. Để xem các câu hỏi, gõ: cau hoi
noi-vu: dat han 10 28/02/2023 theo công văn số 15/UBND-VP
Đã đặt thời hạn việc 10: thứ Ba, 28/02/2023 (còn 16 ngày làm việc).
Thời hạn theo Kế hoạch: thứ Ba, 31/01/2023
Căn cứ: công văn số 15/UBND-VP.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
""",
    )
    assert standing(late, "10") == [("VP", State.OPEN, None, "2023-01-31", "2023-02-28")]
    assert answers(late) == [("10", "past-due", "counted")]
    assert changes(late, "reopen", "set_day") == [
        ("reopen", {"state": "closed"}, {"state": "open"}),
        (
            "set_day",
            {"due_on": "2023-01-31", "state": "open"},
            {"due_on": "2023-02-28", "state": "open", "ground": "công văn số 15/UBND-VP"},
        ),
    ]


def test_what_was_past_due_at_the_start_is_left_when_it_does_not_count(late: Play) -> None:
    holds(
        late,
        """
noi-vu: khong tinh viec 10
Không theo dõi việc 10 đã đến hạn trước khi bắt đầu theo dõi.
noi-vu: tinh viec 6
Không có câu hỏi về việc 6 đến hạn trước khi bắt đầu theo dõi. Để xem các câu hỏi, gõ: cau hoi
""",
    )
    assert standing(late, "10") == [("VP", State.CLOSED, Closing.NOT_COUNTED, "2023-01-31", "2023-01-31")]
    assert answers(late) == [("10", "past-due", "not counted")]


def test_a_new_day_brings_back_what_was_not_counted(late: Play) -> None:
    holds(
        late,
        """
noi-vu: dat han 10 28/02/2023 theo công văn số 15/UBND-VP
Đã đặt thời hạn việc 10: thứ Ba, 28/02/2023 (còn 16 ngày làm việc).
Thời hạn theo Kế hoạch: thứ Ba, 31/01/2023
Căn cứ: công văn số 15/UBND-VP.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
""",
    )
    assert standing(late, "10") == [("VP", State.OPEN, None, "2023-01-31", "2023-02-28")]
    assert answers(late) == [("10", "past-due", "2023-02-28")]
