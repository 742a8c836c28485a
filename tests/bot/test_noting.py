"""Nội vụ notes what units report on paper or by phone: shown first, told to the unit, which may take it back."""

from sqlmodel import select

from data.model import Change
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


async def test_what_a_unit_reports_by_phone_is_noted_with_a_yes_and_may_be_taken_back(play: Play, store: Store) -> None:
    await passes(play, "2023-03-15", "2023-03-16")
    holds(
        play,
        """
noi-vu: ghi thay phường An Tảo việc 13 quý 1 không phát sinh
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường An Tảo: việc 13, quý I: không phát sinh
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu [1. Ghi thay]
Đã ghi thay UBND phường An Tảo: việc 13, quý I: không phát sinh.
Đã báo đơn vị; nếu chưa đúng, đơn vị có thể rút lại.
Nếu ghi nhầm, gõ: tra lai 13 P-AT …
P-AT hears
GHI THAY ĐƠN VỊ: việc 13, quý I
Kính gửi: UBND phường An Tảo
Phòng Nội vụ đã ghi thay đơn vị theo báo cáo bằng văn bản hoặc điện thoại: việc 13, quý I: không phát sinh.
Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình…
Nếu chưa đúng, đề nghị gõ: bao nham 13
Trân trọng.
[↩️ Báo nhầm việc 13]
P-AT: bao nham 13
Đã rút báo cáo của UBND phường An Tảo đối với việc 13, quý I.
Việc 13 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03).
Khi hoàn thành, gõ: xong 13 … tin … bài
noi-vu hears
RÚT NỘI DUNG GHI THAY: việc 13, quý I, UBND phường An Tảo
Kính gửi: Phòng Nội vụ
UBND phường An Tảo cho biết chưa đúng và đã rút nội dung được ghi thay ở việc 13, quý I (Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình…).
Việc 13 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03).
Người báo: đ/c Nguyễn Văn A.
Trân trọng.
noi-vu: ghi thay P-LL xong 13 quy 1 2 tin
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Lê Lợi: việc 13, quý I: 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu: 1
Đã ghi thay UBND phường Lê Lợi: việc 13, quý I: 2 tin.
Đã báo đơn vị; nếu chưa đúng, đơn vị có thể rút lại.
Nếu ghi nhầm, gõ: tra lai 13 P-LL …
noi-vu: nhat ky 13
NHẬT KÝ – VIỆC 13
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 07:30 ngày 16/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): ghi thay đơn vị (báo bằng văn bản, điện thoại), quý I – UBND phường An Tảo (chưa báo → đã báo)
• 07:30 ngày 16/03/2023, đ/c Nguyễn Văn A: rút báo cáo, quý I – UBND phường An Tảo (đã báo → chưa báo)
• 07:30 ngày 16/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): ghi thay đơn vị (báo bằng văn bản, điện thoại), quý I – UBND phường Lê Lợi (chưa báo → đã báo; 2 tin; sau khi kỳ báo kết thúc (14/03/2023))
noi-vu: giao nhan 13 P-AT
GIAO NHẬN TIN – VIỆC 13
Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình…

Tin nhắc gần nhất gửi đơn vị chủ trì:
• Đã gửi lúc 07:30 ngày 15/03/2023: UBND phường An Tảo

Đã ghi thay đơn vị:
• Đang chờ gửi, ngày 16/03/2023: UBND phường An Tảo
noi-vu: ghi thay 12 P-LL vướng: chưa có cán bộ
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Lê Lợi: việc 12, quý I: vướng mắc: chưa có cán bộ
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu: 1
Đã ghi thay UBND phường Lê Lợi: việc 12, quý I: vướng mắc: chưa có cán bộ.
Đã báo đơn vị.
P-LL hears
GHI THAY ĐƠN VỊ: việc 12, quý I
Kính gửi: UBND phường Lê Lợi
Phòng Nội vụ đã ghi thay đơn vị theo báo cáo bằng văn bản hoặc điện thoại: việc 12, quý I: vướng mắc: chưa có cán bộ.
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Nếu chưa đúng, đề nghị gõ: chuyen noi vu …
Trân trọng.
noi-vu: go vuong
VƯỚNG MẮC CHỜ TRẢ LỜI – Thứ Năm, 16/03/2023
• Việc 12, quý I: UBND phường Lê Lợi – “chưa có cán bộ”
Trả lời đơn vị: go vuong 12 P-LL … · Trình lãnh đạo: trinh lanh dao
noi-vu: ghi thay 12 P-LL đang làm
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Lê Lợi: việc 12, quý I: đang thực hiện
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu: ghi thay 12 phuong xa khong phat sinh
Việc 12, UBND các phường, xã: báo cáo là của kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
noi-vu: nhập hộ xã Bảo Khê: việc 1 3 tin, việc 12 không phát sinh
Việc 1, 12, UBND xã Bảo Khê: báo cáo là của kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
noi-vu: 1
Đã ghi thay UBND xã Bảo Khê: việc 1, quý I: 3 tin.
Đã ghi thay UBND xã Bảo Khê: việc 12, quý I: không phát sinh.
Đã báo đơn vị; nếu chưa đúng, đơn vị có thể rút lại.
Nếu ghi nhầm, gõ: tra lai 1 X-BK …
noi-vu: phường Hiến Nam xong việc 1 quý 1 rồi, 2 tin (báo qua điện thoại)
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Hiến Nam: việc 1, quý I: 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu [1. Ghi thay]
Đã ghi thay UBND phường Hiến Nam: việc 1, quý I: 2 tin.
Đã báo đơn vị; nếu chưa đúng, đơn vị có thể rút lại.
Nếu ghi nhầm, gõ: tra lai 1 P-HN …
noi-vu: ghi thay 12
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: ghi thay 12 P-LL …
noi-vu: ghi thay P-LL 12 vuong
Đề nghị ghi thêm nội dung sau số của việc, ví dụ: ghi thay 12 P-LL vuong …
noi-vu: ghi thay 10 P-LL xong
UBND phường Lê Lợi không chủ trì việc 10.
P-LL: ghi thay 1 VP xong
“ghi thay” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
    with store.transaction() as session:
        lines = session.exec(select(Change).where(Change.action == "confirm")).all()
        assert {line.after.get("for_unit") for line in lines} == {True}
